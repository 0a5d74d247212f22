import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from '@madang/pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveDemo, type ServedDemo } from '../../test/serve-demo.ts';

const LIVE = '/api/demo/v1/live';
let demo: ServedDemo;
let url: string;

beforeAll(async () => {
  demo = await serveDemo();
  url = await demo.listen();
});
afterAll(() => demo.stop());

interface Reader {
  /** Everything read so far. */
  readonly text: () => string;
  /** Reads on until it has this. */
  until(part: string): Promise<string>;
  leave(): void;
}

async function read(headers: Record<string, string> = {}): Promise<Reader> {
  const abort = new AbortController();
  const response = await fetch(url + LIVE, { headers, signal: abort.signal });
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  return {
    text: () => text,
    async until(part) {
      while (!text.includes(part)) {
        const { done, value = '' } = await reader.read();
        text += value;
        if (done) throw new Error(`The stream ended without ${part}: ${text}`);
      }
      return text;
    },
    leave: () => abort.abort(),
  };
}

async function openStreams(): Promise<string | undefined> {
  const metrics = await demo.registry.metrics();
  return /^madang_http_open_streams\{.*\} (\d+)$/m.exec(metrics)?.[1];
}

describe('a stream of events', () => {
  it('tells what happens, with ids', async () => {
    const reader = await read();
    await reader.until('event: began');
    const id = await demo.addNote('news');
    await reader.until(`event: note\nid: ${id}\ndata: ${id}\n\n`);
    reader.leave();
  });

  it('goes on after the id that the reader had last, without a gap', async () => {
    const first = await demo.addNote('seen');
    const missed = [await demo.addNote('missed'), await demo.addNote('missed, too')];
    const reader = await read({ 'last-event-id': String(first) });
    await reader.until(`"after":"${first}"`);
    const next = await demo.addNote('next');
    const text = await reader.until(`data: ${next}\n\n`);
    expect([...text.matchAll(/^data: (\d+)$/gm)].map(([, id]) => Number(id))).toEqual([...missed, next]);
    reader.leave();
  });

  it('leaves nothing behind when readers go', async () => {
    const readers = await Promise.all(Array.from({ length: 20 }, () => read()));
    await Promise.all(readers.map((reader) => reader.until('event: began')));
    expect(Number(await openStreams())).toBeGreaterThanOrEqual(20);
    for (const reader of readers) reader.leave();
    while ((await openStreams()) !== '0') await sleep(10);
    await demo.addNote('nobody listens');
  });

  it('goes on when the connection to the database was lost, and tells what came meanwhile', async () => {
    const reader = await read();
    await reader.until('event: began');
    await demo.database.rows(
      'end listeners',
      sql`
        select pg_terminate_backend(pid)
        from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid() and query ilike 'listen%'`,
    );
    const id = await demo.addNote('while nobody listened');
    await reader.until(`data: ${id}\n\n`);
    expect(demo.logged()).toContain('listening for events again');
    reader.leave();
  });

  it('cannot be written', async () => {
    expect((await demo.server.inject({ method: 'POST', url: LIVE })).statusCode).toBe(405);
  });
});
