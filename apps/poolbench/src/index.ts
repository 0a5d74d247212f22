import { join } from 'node:path';
import { defineSystem } from '@madang/system';
import { compare } from './command/compare.verb.ts';
import { full } from './command/full.verb.ts';
import { importVerb } from './command/import.verb.ts';
import { quick } from './command/quick.verb.ts';
import { report } from './command/report.verb.ts';
import { runPlan } from './command/run.verb.ts';
import { runsVerb } from './command/runs.verb.ts';
import { watch } from './command/watch.verb.ts';
import { pages } from './pages.ts';

/** Measures what a connection pool buys. */
export const poolbench = defineSystem({
  name: 'poolbench',
  title: { ko: '풀벤치', en: 'Poolbench' },
  summary: {
    ko: '커넥션 풀이 무엇을 벌어 주는지 재고, 알맞은 크기를 알려 줍니다.',
    en: 'Measures what a connection pool buys, and how large it should be.',
  },
  folder: join(import.meta.dirname, '..'),
  ...pages,
  verbs: [quick, full, runPlan, watch, runsVerb, report, compare, importVerb],
});
