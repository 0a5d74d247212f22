import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { ErrorBody } from '@madang/http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveDemo, type ServedDemo } from '../../test/serve-demo.ts';
import { encodeCursor } from './cursor.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const API = '/api/demo/v1';
const HOSTILE = [
  '=cmd|"/C calc"!A0',
  '+1+1',
  '-2+3',
  '@SUM(A1)',
  '\tindented',
  '\r\nbroken',
  '"quoted", with comma',
  'two\r\nlines',
  '<script>alert(1)</script>',
  '-5',
  '-5.25',
  '',
  '마당 👍 \u202e\u001b[2J',
];

interface Note {
  readonly id: number;
  readonly title: string;
}
interface Piece {
  readonly items: readonly Note[];
  readonly next: string | null;
}

let demo: ServedDemo;
let url: string;

beforeAll(async () => {
  demo = await serveDemo();
  for (const title of HOSTILE) await demo.addNote(title, 'red', { a: ['"', null] });
  url = await demo.listen();
});
afterAll(() => demo.stop());

const piece = async (query: string): Promise<Piece> => (await demo.ask(`${API}/notes?${query}`)).json();
const errorOf = (response: { json: () => unknown }) => (response.json() as ErrorBody).error;

async function walk(
  query: string,
  between: () => Promise<unknown> = () => Promise.resolve(),
): Promise<Note[]> {
  const seen: Note[] = [];
  for (let cursor = ''; ;) {
    const { items, next } = await piece(`${query}&cursor=${cursor}`);
    seen.push(...items);
    if (next === null) return seen;
    cursor = next;
    await between();
  }
}

describe('a list, piece by piece', () => {
  it('gives each item exactly once, newest first, while others are added', async () => {
    const before = await walk('limit=100');
    let added = 0;
    const seen = await walk('limit=3', () => demo.addNote(`added ${added++}`));
    expect(added).toBeGreaterThan(3);
    expect(seen.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  });

  it('keeps its filter from piece to piece', async () => {
    await demo.addNote('a', 'green');
    await demo.addNote('b', 'green');
    await demo.addNote('c', 'green');
    expect((await walk('limit=1&colour=green')).map(({ title }) => title)).toEqual(['c', 'b', 'a']);
  });

  it('ends exactly at the end', async () => {
    const all = (await walk('limit=100')).length;
    expect((await piece(`limit=${all}`)).next).toBeNull();
    expect((await piece(`limit=${all - 1}`)).next).not.toBeNull();
    expect(await piece('colour=green&limit=3')).toMatchObject({ next: null });
  });

  it('has 25 items unless told, and at most 100', async () => {
    for (let i = 0; i < 30; i++) await demo.addNote(`more ${i}`);
    expect((await piece('')).items).toHaveLength(25);
    expect((await demo.ask(`${API}/notes?limit=100`)).statusCode).toBe(200);
    const response = await demo.ask(`${API}/notes?limit=101`);
    expect(response.statusCode).toBe(400);
    expect(errorOf(response).message).toMatch(/^limit is "101": must be at most 100; with format=csv/);
  });

  it.each(['0', '-1', '1.5', 'ten', '1e9', '9999999999', '%201'])('refuses the limit %s', async (limit) => {
    const response = await demo.ask(`${API}/notes?limit=${limit}`);
    expect(response.statusCode).toBe(400);
    expect(errorOf(response).message).toMatch(/^limit is ".*": must be a whole number from 1 on/);
  });
});

describe('a cursor', () => {
  let cursor: string;
  beforeAll(async () => {
    cursor = (await piece('limit=1')).next ?? '';
  });

  const made = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');
  const scopeOf = (operation: string) => JSON.stringify([operation, ['colour', null]]);

  it.each<[string, () => string, string]>([
    ['of another filter', () => `colour=green&cursor=${cursor}`, 'belongs to another list or another filter'],
    ['that is garbage', () => 'cursor=garbage', 'is not one of ours'],
    ['that is no JSON', () => `cursor=${Buffer.from('{').toString('base64url')}`, 'is not one of ours'],
    [
      'that is an object',
      () => `cursor=${Buffer.from('{"a":1}').toString('base64url')}`,
      'is not one of ours',
    ],
    ['without a key', () => `cursor=${made(cursor.slice(0, 8))}`, 'is not one of ours'],
    ['with a nested key', () => `cursor=${made('x', [1])}`, 'is not one of ours'],
    ['with something added', () => `cursor=${cursor}A`, 'is not one of ours'],
    ['spelt otherwise', () => `cursor=${cursor}%3D%3D`, 'is not one of ours'],
    ['of another list', () => `cursor=${encodeCursor('another', [1])}`, 'belongs to another list'],
  ])('%s is refused', async (_name, query, reason) => {
    const response = await demo.ask(`${API}/notes?${query()}`);
    expect(response.statusCode).toBe(400);
    expect(errorOf(response)).toMatchObject({ code: 'LIST_CURSOR_INVALID' });
    expect(errorOf(response).message).toContain(reason);
  });

  it.each<[string, readonly (string | number)[]]>([
    ['a text where a number is', ['abc']],
    ['a number that no column holds', ['99999999999999999999999']],
    ['NUL', ['\0']],
  ])('that somebody made up with %s is refused, too', async (_name, key) => {
    const forged = encodeCursor(scopeOf('listNotes'), key);
    for (const format of ['json', 'csv']) {
      const response = await demo.ask(`${API}/notes?format=${format}&cursor=${forged}`);
      expect(response.statusCode).toBe(400);
      expect(errorOf(response).code).toBe('LIST_CURSOR_INVALID');
    }
  });

  it('that is very long is refused before it is read', async () => {
    const response = await demo.ask(`${API}/notes?cursor=${'A'.repeat(1025)}`);
    expect(errorOf(response).message).toMatch(/is too long for a cursor/);
  });
});

describe('the whole list', () => {
  it('comes as CSV: quoted, with CR LF, without formulas, JSON where there is an inside', async () => {
    const response = await demo.ask(`${API}/notes?format=csv`);
    expect(response.headers['content-type']).toBe('text/csv; charset=utf-8; header=present');
    expect(response.headers['content-disposition']).toBe('attachment; filename="notes.csv"');
    const rows = parseCsv(response.body);
    expect(rows[0]).toEqual(['id', 'title', 'colour', 'details']);
    const titles = rows
      .slice(-HOSTILE.length)
      .map(([, title]) => title)
      .reverse();
    const unformulated = HOSTILE.map((title) => (/^(=|\+|-2|@|\t|\r)/.test(title) ? `'${title}` : title));
    expect(titles).toEqual(unformulated);
    expect(rows.at(-1)?.[3]).toBe('{"a":["\\"",null]}');
    expect(rows[1]?.[3]).toBe('');
  });

  it('comes as JSON Lines, exactly', async () => {
    const response = await demo.ask(`${API}/notes?format=jsonl`);
    expect(response.headers['content-type']).toBe('application/jsonl; charset=utf-8');
    const lines = response.body
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Note);
    expect(lines).toEqual(await walk('limit=100'));
    expect(
      lines
        .slice(-HOSTILE.length)
        .map(({ title }) => title)
        .reverse(),
    ).toEqual(HOSTILE);
  });

  it('is bounded by limit and begun by cursor, as a piece is', async () => {
    const { next } = await piece('limit=2');
    const rest = await demo.ask(`${API}/notes?format=jsonl&limit=101&cursor=${next}`);
    const ids = rest.body
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as Note).id);
    expect(ids).toEqual((await walk('limit=100')).slice(2).map(({ id }) => id));
    expect((await demo.ask(`${API}/notes?format=csv&limit=1`)).body.split('\r\n')).toHaveLength(3);
  });

  it.each([
    ['text/csv', 'text/csv'],
    ['application/x-ndjson', 'application/jsonl'],
    ['application/jsonl, text/csv;q=0.9', 'application/jsonl'],
    ['text/csv;q=0.1, application/json', 'application/json'],
    ['text/csv;q=0, */*', 'application/json'],
    ['text/html,application/xhtml+xml,*/*;q=0.8', 'application/json'],
    ['image/png', 'application/json'],
    ['constructor', 'application/json'],
  ])('comes in the form that Accept: %s prefers', async (accept, type) => {
    const { headers } = await demo.ask(`${API}/notes`, { accept });
    expect(headers['content-type']).toContain(type);
    expect(headers.vary).toContain('accept');
  });

  it('of nothing is a line of heads, or no line', async () => {
    expect(
      (
        await demo.ask(
          `${API}/notes?format=csv&colour=green&cursor=${encodeCursor(JSON.stringify(['listNotes', ['colour', 'green']]), [1])}`,
        )
      ).body,
    ).toBe('id,title,colour,details\r\n');
    expect(
      (
        await demo.ask(
          `${API}/numbers?last=1&format=jsonl&cursor=${encodeCursor(JSON.stringify(['listNumbers', ['last', 1], ['failAt', null]]), [5])}`,
        )
      ).body,
    ).toBe('');
  });

  it('is not read for a HEAD', async () => {
    const before = demo.loads.get('listNumbers') ?? 0;
    const response = await demo.server.inject({
      method: 'HEAD',
      url: `${API}/numbers?last=100000&format=csv`,
    });
    expect(response.headers['content-type']).toContain('text/csv');
    expect(demo.loads.get('listNumbers') ?? 0).toBe(before);
  });
});

describe('a long list', () => {
  it('of 200,000 rows is streamed whole, and at no time held in memory', async () => {
    const response = await fetch(`${url}${API}/numbers?last=200000&format=jsonl`);
    const atFirst = memoryInUse();
    let rows = 0;
    let bytes = 0;
    let most = 0;
    for await (const chunk of response.body!) {
      const before = rows;
      bytes += chunk.length;
      for (const byte of chunk) if (byte === 10) rows += 1;
      if (Math.floor(rows / 50_000) > Math.floor(before / 50_000))
        most = Math.max(most, memoryInUse() - atFirst);
    }
    expect(rows).toBe(200_000);
    expect(bytes).toBeGreaterThan(80_000_000);
    // Both ends are in this process: a few pieces of 500 rows, and what is on its way between them.
    expect(most).toBeLessThan(20_000_000);
  });

  it('waits for its reader, and stops when it goes', async () => {
    const before = demo.loads.get('listNumbers') ?? 0;
    const loaded = () => (demo.loads.get('listNumbers') ?? 0) - before;
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.pause();
    socket.write(`GET ${API}/numbers?last=10000000&format=csv HTTP/1.1\r\nHost: x\r\n\r\n`);
    let settled = -1;
    while (settled !== loaded() || settled === 0) {
      settled = loaded();
      await sleep(300);
    }
    // What the buffers of the network hold, and a piece or two; 20,000 pieces are there.
    expect(settled).toBeLessThan(200);
    socket.destroy();
    await sleep(300);
    expect(loaded()).toBeLessThan(settled + 5);
  });

  it('that fails on its way breaks the connection: half a list is never taken for a whole', async () => {
    for (const encoding of ['identity', 'gzip']) {
      const response = await fetch(`${url}${API}/numbers?last=200000&failAt=50000&format=jsonl`, {
        headers: { 'accept-encoding': encoding },
      });
      expect(response.status).toBe(200);
      await expect(response.text()).rejects.toThrow();
    }
    expect(demo.logged()).toContain('the numbers have run out');
  });

  it('that fails at once is told as a failure', async () => {
    const forged = encodeCursor(JSON.stringify(['listNumbers', ['last', 200_000], ['failAt', 1]]), [5]);
    const response = await fetch(`${url}${API}/numbers?last=200000&failAt=1&format=csv&cursor=${forged}`);
    expect(response.status).toBe(500);
    expect(response.headers.get('content-disposition')).toBeNull();
  });
});

/** Bytes that are left when all that can be collected has been. */
function memoryInUse(): number {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** A CSV reader of few words, by RFC 4180. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    row.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '\r\n') {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}
