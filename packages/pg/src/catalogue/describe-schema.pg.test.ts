import { createLogger } from '@madang/telemetry';
import { createTestDatabase } from '@madang/testkit';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { startEmbedded } from '../embedded/index.ts';
import { describeSchema, openDatabase, sql, type Database } from '../index.ts';

const FIXTURES = path.join(import.meta.dirname, '../../test/describe-schema');
const DEBIAN = '/usr/lib/postgresql/15/bin';

const fixture = (name: string): Promise<string> => readFile(path.join(FIXTURES, name), 'utf8');

async function described(database: Database): Promise<string> {
  const script = await fixture('schema.sql');
  await database.transaction((tx) => tx.script('make the schema', script));
  return describeSchema(database, 'shape');
}

describe('a description', () => {
  it('tells everything of a schema', async () => {
    const { database, drop } = await createTestDatabase();
    expect(await described(database)).toBe(await fixture('described.sql'));
    await drop();
  });

  it.runIf(existsSync(DEBIAN))('is the same on PostgreSQL 15', async () => {
    const dataDir = await mkdtemp(path.join(os.tmpdir(), 'describe-15-'));
    const server = await startEmbedded({
      dataDir,
      binaries: DEBIAN,
      log: createLogger({ level: 'silent' }),
      settings: { fsync: 'off' },
    });
    const database = openDatabase({ url: server.url });
    const version = await database.row(
      'version',
      sql`select current_setting('server_version_num')::int / 10000 as major`,
    );
    expect(version).toEqual({ major: 15 });
    expect(await described(database)).toBe(await fixture('described.sql'));
    await database.close();
    await server.stop();
    await rm(dataDir, { recursive: true });
  });

  it('does not depend on the search path, nor on what else is in the database', async () => {
    const { database, url, drop } = await createTestDatabase();
    const before = await described(database);
    await database.execute('another', sql`create table aside.later (id int)`);
    const other = openDatabase({ url: `${url}&options=-c%20search_path%3Dshape%2Caside` });
    expect(await describeSchema(other, 'shape')).toBe(before);
    await other.close();
    await drop();
  });

  it('changes with any change', async () => {
    const { database, drop } = await createTestDatabase();
    let last = await described(database);
    const changes = [
      sql`alter table shape.parent alter kind drop not null, alter created drop not null`,
      sql`alter table shape.scratch set logged`,
      sql`drop index shape.child_brin`,
      sql`alter table shape.child disable trigger child_note`,
      sql`alter type shape.kind add value 'x'`,
      sql`create or replace view shape.joined as select p.id, c.part, 1::bigint as others from shape.parent p join shape.child c on c.parent = p.id`,
      sql`comment on column shape.parent.name is null`,
      sql`alter table shape.parent drop constraint short`,
    ];
    for (const change of changes) {
      await database.execute('change', change);
      const next = await describeSchema(database, 'shape');
      expect(next, change.text).not.toBe(last);
      last = next;
    }
    await drop();
  });

  it('of a schema that is not there is empty', async () => {
    const { database, drop } = await createTestDatabase();
    expect(await describeSchema(database, 'nowhere')).toBe('');
    await drop();
  });
});
