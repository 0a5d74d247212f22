import { defineList } from '@madang/system';
import { z } from 'zod';
import { roomnameWords } from '../roomname.words.ts';
import { NotesPage } from './note.page.tsx';
import { listNotes, notesVersion } from './note.queries.ts';
import { Note } from './note.schema.ts';

export const notes = defineList({
  operationId: 'listRoomnameNotes',
  path: '/notes',
  summary: { ko: '모든 메모, 최근 것부터.', en: 'All notes, newest first.' },
  item: Note,
  version: ({ sql }) => notesVersion(sql),
  key: z.tuple([z.int()]),
  keyOf: ({ id }) => [id],
  rows: ({ sql }, _input, { after, limit }) => listNotes(sql, after?.[0] ?? null, limit),
  page: { path: '/', title: (lang) => roomnameWords(lang)('notes'), draw: NotesPage },
});
