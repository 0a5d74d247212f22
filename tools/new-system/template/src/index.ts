import { join } from 'node:path';
import { defineSystem } from '@madang/system';
import { notes } from './note/note.answer.ts';

/** What this system is for, in one sentence. */
export const roomname = defineSystem({
  name: 'roomname',
  title: { ko: 'Roomname', en: 'Roomname' },
  summary: {
    ko: '이 시스템이 하는 일을 한 문장으로.',
    en: 'What this system is for, in one sentence.',
  },
  folder: join(import.meta.dirname, '..'),
  answers: [notes],
  places: [{ title: { ko: '쪽지', en: 'Notes' }, path: '/' }],
});
