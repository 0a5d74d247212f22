import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runPoolbench, type RunningPoolbench } from '../../test/running.ts';
import { keepReport } from './kept.queries.ts';
import type { KeptReport } from './kept.schema.ts';

let room: RunningPoolbench;

beforeAll(async () => {
  room = await runPoolbench();
});

afterAll(() => room.stop());

async function list(): Promise<readonly KeptReport[]> {
  const reply = (await (await room.ask('/api/poolbench/v1/reports')).json()) as {
    items: readonly KeptReport[];
  };
  return reply.items;
}

describe('kept reports', () => {
  it('are listed newest first, as they were kept', async () => {
    const first = { server: '18.4', text: 'a pool of 5\nis enough', report: { cells: [1.5, null] } };
    const second = { ...first, text: 'zero \0 and half \ud800' };
    const ids = [await keepReport(room.database, first), await keepReport(room.database, second)];
    expect(await list()).toMatchObject([
      { ...second, id: ids[1] },
      { ...first, id: ids[0] },
    ]);
  });

  it('are drawn as text that cannot break the page', async () => {
    await keepReport(room.database, { server: '<b>18</b>', text: '<script>alert(1)</script>', report: null });
    const page = await (await room.ask('/poolbench')).text();
    expect(page).toContain('&lt;script>alert(1)');
    expect(page).not.toContain('<script>alert');
    expect(page).not.toContain('<b>18');
  });

  it('keep their tag until one is added', async () => {
    const tagOf = async (): Promise<string | null> =>
      (await room.ask('/api/poolbench/v1/reports')).headers.get('etag');
    const before = await tagOf();
    expect(await tagOf()).toBe(before);
    await keepReport(room.database, { server: '18.4', text: 'one more', report: {} });
    expect(await tagOf()).not.toBe(before);
  });
});
