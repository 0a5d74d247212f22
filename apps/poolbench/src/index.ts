import { join } from 'node:path';
import { defineSystem } from '@madang/system';
import { keptReports } from './kept/kept.answer.ts';
import { quick } from './quick.verb.ts';

/** Measures what a connection pool buys. */
export const poolbench = defineSystem({
  name: 'poolbench',
  title: { ko: '풀벤치', en: 'Poolbench' },
  summary: {
    ko: '커넥션 풀이 무엇을 벌어 주는지 재고, 알맞은 크기를 알려 줍니다.',
    en: 'Measures what a connection pool buys, and how large it should be.',
  },
  folder: join(import.meta.dirname, '..'),
  answers: [keptReports],
  verbs: [quick],
  places: [{ title: { ko: '보고서', en: 'Reports' }, path: '/' }],
});
