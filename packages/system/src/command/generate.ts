import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EXIT } from '@madang/errors';
import { describeSchema, migrate, openDatabase, type Database } from '@madang/pg';
import { startEmbedded } from '@madang/pg/embedded';
import type { Logger } from '@madang/telemetry';
import type { System } from '../define-system.ts';
import { migrationsOf } from '../host/migrate-systems.ts';
import { openApiOf } from '../openapi/openapi.ts';
import type { Command } from './command.ts';

/** `generate`: writes each system's `schema.sql` and `openapi.json`; with `--check` only says which are out of date. */
export const generate: Command = {
  name: 'generate',
  summary: 'write schema.sql and openapi.json of each system from its migrations and answers',
  examples: ['generate', 'generate --check'],
  switches: { check: 'Write nothing; exit code 1 when a file is out of date.' },
  async run({ systems, flags, log, surroundings: { say } }) {
    const check = flags.has('check');
    const schemas = await withEmptyDatabase(log, (database) => schemasOf(systems, database));
    const files = systems.flatMap((system) => {
      const schema = schemas.get(system.name);
      return [
        ...(schema === undefined ? [] : [{ path: join(system.folder, 'schema.sql'), text: schema }]),
        {
          path: join(system.folder, 'openapi.json'),
          text: `${JSON.stringify(openApiOf(system), null, 2)}\n`,
        },
      ];
    });
    const stale = files.filter(({ path, text }) => !existsSync(path) || readFileSync(path, 'utf8') !== text);
    for (const { path, text } of stale) {
      if (!check) writeFileSync(path, text);
      say(`${check ? 'out of date' : 'written'}: ${path}\n`);
    }
    if (stale.length === 0) say('Generated files are up to date.\n');
    return check && stale.length > 0 ? EXIT.finding : EXIT.ok;
  },
};

/** What the migrations make of an empty database, for each system that has some. */
async function schemasOf(systems: readonly System[], database: Database): Promise<Map<string, string>> {
  const schemas = new Map<string, string>();
  for (const system of systems) {
    const source = migrationsOf(system);
    if (source === null) continue;
    await migrate(database, source);
    schemas.set(system.name, await describeSchema(database, system.name));
  }
  return schemas;
}

/** On a server of its own, which is gone afterwards. */
async function withEmptyDatabase<T>(log: Logger, work: (database: Database) => Promise<T>): Promise<T> {
  const dataDir = mkdtempSync(join(tmpdir(), 'madang-generate-'));
  try {
    const server = await startEmbedded({ dataDir, log });
    const database = openDatabase({
      url: server.url,
      maxConnections: 1,
      applicationName: 'madang generate',
      log,
    });
    try {
      return await work(database);
    } finally {
      await database.close();
      await server.stop();
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}
