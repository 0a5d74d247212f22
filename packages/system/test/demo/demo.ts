import { defineError, raise } from '@madang/errors';
import { defineSettings, setting } from '@madang/config';
import type { ServerEvent } from '@madang/http';
import { sql } from '@madang/pg';
import { z } from 'zod';
import {
  defineAnswer,
  defineList,
  defineLive,
  defineSystem,
  defineUpload,
  type AnswerContext,
  type System,
} from '../../src/index.ts';
import { MeasurePage } from './measure.page.tsx';
import { NotePage, NotesPage } from './note.page.tsx';
import { findNote, listNotes, notesVersion } from './note.queries.ts';
import { COLOURS, Note, NoteId } from './note.schema.ts';

/** A small system with one of everything that a system can have. */
export interface Demo {
  readonly system: System;
  /** How often each answer was loaded, by operation. */
  readonly loads: ReadonlyMap<string, number>;
  /** What the answer `misfit` gives, whatever its schema says. */
  give(value: unknown): void;
}

export const demoSettings = defineSettings('demo', {
  greeting: setting.text({ default: 'Hello', doc: 'First word of a greeting.' }),
});

export const noteNotFound = defineError<{ id: number }>({
  code: 'DEMO_NOTE_NOT_FOUND',
  status: 404,
  retry: 'never',
  message: ({ id }) => `There is no note ${id}; /demo/notes has all of them.`,
});

const text = (en: string) => ({ ko: en, en });

/** @param folder of the system: where its migrations and generated files are */
export function createDemo(folder = import.meta.dirname): Demo {
  const loads = new Map<string, number>();
  let given: unknown = null;
  const count = (operation: string): void => void loads.set(operation, (loads.get(operation) ?? 0) + 1);

  const notes = defineList({
    operationId: 'listNotes',
    path: '/notes',
    summary: text('All notes, newest first.'),
    query: z.strictObject({ colour: z.enum(COLOURS).optional().describe('Only of this colour.') }),
    item: Note,
    version: ({ sql }) => notesVersion(sql),
    key: z.tuple([z.int()]),
    keyOf: ({ id }) => [id],
    rows: ({ sql }, { colour }, { after, limit }) => {
      count('listNotes');
      return listNotes(sql, colour, after?.[0] ?? null, limit);
    },
    page: { path: '/notes', title: () => 'Notes', draw: NotesPage },
  });

  const oneNote = defineAnswer({
    operationId: 'getNote',
    path: '/notes/:id',
    summary: text('One note.'),
    params: z.strictObject({ id: NoteId }),
    reply: Note,
    version: 'sealed',
    load: async ({ sql }, { id }) => {
      count('getNote');
      return (await findNote(sql, id)) ?? raise(noteNotFound({ id }));
    },
    page: { path: '/notes/:id', title: (_lang, { title }) => title, draw: NotePage },
  });

  const search = defineAnswer({
    operationId: 'search',
    path: '/search/:kind',
    summary: text('Looks for a title; two parameters that can be wrong at once.'),
    params: z.strictObject({ kind: z.enum(['note', 'colour']) }),
    query: z.strictObject({
      title: z.string().optional(),
      page: z.string().regex(/^\d+$/, 'must be a number').transform(Number).optional(),
    }),
    reply: z.strictObject({ found: z.number().int(), page: z.number().int() }),
    version: 'volatile',
    load: async ({ sql: database }, { title = '', page = 0 }) => {
      const found = await database.rows('note.search', sql`select id from demo.note where title = ${title}`);
      return { found: found.length, page };
    },
  });

  const greeting = defineAnswer({
    operationId: 'greeting',
    path: '/greeting',
    summary: text('A setting, answered.'),
    reply: z.strictObject({ greeting: z.string() }),
    version: 'volatile',
    load: ({ settings }) => Promise.resolve({ greeting: settings(demoSettings).greeting }),
  });

  const misfit = defineAnswer({
    operationId: 'misfit',
    path: '/misfit',
    summary: text('Gives what it was told to give.'),
    reply: Note,
    version: 'volatile',
    load: () => Promise.resolve(given as Note),
  });

  const numbers = defineList({
    operationId: 'listNumbers',
    path: '/numbers',
    summary: text('Numbers with a long text each, as many as are asked for.'),
    query: z.strictObject({ last: NoteId, failAt: NoteId.optional() }),
    item: z.strictObject({ n: z.number().int(), text: z.string() }),
    version: 'volatile',
    key: z.tuple([z.int()]),
    keyOf: ({ n }) => [n],
    rows: ({ sql: database }, { last, failAt }, { after, limit }) => {
      count('listNumbers');
      const from = (after?.[0] ?? 0) + 1;
      if (failAt !== undefined && from > failAt) throw new Error('the numbers have run out');
      return database.rows<{ n: number; text: string }>(
        'numbers.list',
        sql`
          select n, repeat(md5(n::text), 12) as text
          from generate_series(${from}::bigint, least(${from + limit - 1}::bigint, ${last}::bigint)) as n`,
      );
    },
  });

  const live = defineLive({
    operationId: 'live',
    path: '/live',
    summary: text('The number of each new note, and after which one it began.'),
    events: { note: z.number().int(), began: z.strictObject({ after: z.string().nullable() }) },
    open: (context, stream) => newNotes(context, stream),
  });

  const measure = defineUpload({
    operationId: 'measureText',
    path: '/measure',
    summary: text('How long a text is.'),
    query: z.strictObject({
      sample: z.string().optional(),
      failAt: z.enum(['once', 'later']).optional(),
      for: z.enum(['page']).optional(),
    }),
    limit: 2000,
    takes: text('A text.'),
    progress: z.strictObject({ read: z.int() }),
    reply: z.strictObject({ bytes: z.int(), name: z.string().nullable() }),
    replyEvent: 'measured',
    needsFile: ({ sample }) => sample === undefined,
    async answer(_context, { sample, failAt }, { file, signal, progress }) {
      count('measureText');
      if (failAt === 'once') throw noteNotFound({ id: 1 });
      progress({ read: 1 });
      if (sample === 'endless') await new Promise((resolve) => signal.addEventListener('abort', resolve));
      if (signal.aborted) count('measureText abandoned');
      await Promise.resolve();
      progress({ read: 2 });
      if (failAt === 'later') throw noteNotFound({ id: 2 });
      return { bytes: sample?.length ?? file.bytes.length, name: file.name };
    },
    page: { path: '/measure', asks: () => ({ for: 'page' }), title: () => 'Measure', draw: MeasurePage },
  });

  const system = defineSystem({
    name: 'demo',
    title: { ko: '시범', en: 'Demo' },
    summary: { ko: '모든 것이 하나씩 있는 시스템입니다.', en: 'A system with one of everything.' },
    folder,
    settings: demoSettings,
    answers: [notes, oneNote, search, greeting, misfit, numbers],
    live: [live],
    uploads: [measure],
    verbs: [
      {
        name: 'greet',
        summary: 'greets somebody',
        examples: ['greet --name Mina', 'greet --loud'],
        flags: { name: 'Who is greeted.' },
        switches: { loud: 'In capitals.' },
        run: ({ settings, flags, words, print, say }) => {
          say('greeting');
          const line = [settings.of(demoSettings).greeting, flags.get('name') ?? 'you', ...words].join(' ');
          print(flags.has('loud') ? line.toUpperCase() : line);
          return Promise.resolve(0);
        },
      },
      {
        name: 'count',
        summary: 'counts the notes',
        examples: ['count'],
        run: async ({ withDatabase, print }) => {
          const row = await withDatabase((database) =>
            database.row<{ n: number }>('note.count', sql`select count(*)::int as n from demo.note`),
          );
          print(String(row?.n));
          return 0;
        },
      },
    ],
    places: [{ title: text('Notes'), path: '/notes' }],
    banner: ({ sql }) => notesVersion(sql).then((newest) => `Newest note: ${newest}`),
    ready: async ({ sql }) => ((await notesVersion(sql)) === '0' ? 'there are no notes yet' : null),
  });
  return { system, loads, give: (value) => void (given = value) };
}

async function* newNotes(
  { sql: database, events }: AnswerContext,
  { lastEventId, signal }: { readonly lastEventId: string | null; readonly signal: AbortSignal },
): AsyncGenerator<ServerEvent> {
  const signals = events.subscribe(['notes'], signal);
  let seen = Number(lastEventId ?? (await notesVersion(database)));
  yield { event: 'began', data: { after: lastEventId } };
  for await (const _topics of signals) {
    const fresh = await database.rows<{ id: number }>(
      'note.fresh',
      sql`select id from demo.note where id > ${seen} order by id`,
    );
    for (const { id } of fresh) {
      seen = id;
      yield { event: 'note', id: String(id), data: id };
    }
  }
}
