import { sql } from '@madang/pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runRoomname, type RunningRoomname } from '../../test/running.ts';
import type { Note } from './note.schema.ts';

let room: RunningRoomname;

beforeAll(async () => {
  room = await runRoomname();
});

afterAll(() => room.stop());

async function list(): Promise<readonly Note[]> {
  const reply = (await (await room.ask('/api/roomname/v1/notes')).json()) as { items: readonly Note[] };
  return reply.items;
}

describe('notes', () => {
  it('are listed newest first', async () => {
    await room.database.execute('add', sql`insert into roomname.note (text) values (${'second\nwith more'})`);
    const [second, first] = await list();
    expect(second).toMatchObject({ headline: 'second', text: 'second\nwith more' });
    expect(second!.id).toBeGreaterThan(first!.id);
  });

  it('are drawn with the very words that the list gives, and cannot break the page', async () => {
    await room.database.execute(
      'add',
      sql`insert into roomname.note (text) values (${'<script>alert(1)</script>'})`,
    );
    const page = await (await room.ask('/roomname')).text();
    for (const { headline } of await list()) expect(page).toContain(headline.replaceAll('<', '&lt;'));
    expect(page).not.toContain('<script>alert');
  });

  it('keep their tag until one is added', async () => {
    const tagOf = async (): Promise<string | null> =>
      (await room.ask('/api/roomname/v1/notes')).headers.get('etag');
    const before = await tagOf();
    expect(await tagOf()).toBe(before);
    await room.database.execute('add', sql`insert into roomname.note (text) values ('one more')`);
    expect(await tagOf()).not.toBe(before);
  });
});
