import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EXIT } from '@madang/errors';
import { describeSchema, migrate, openDatabase } from '@madang/pg';
import { startEmbedded } from '@madang/pg/embedded';
import type { Logger } from '@madang/telemetry';
import type { System } from '../define-system.ts';
import { openApiOf } from '../openapi/openapi.ts';
import type { CommandContext } from './command-context.ts';

/** `generate`: writes each system's `schema.sql` and `openapi.json`; with `--check` only says which are out of date. */
export async function generate({ systems, flags, log }: CommandContext): Promise<number> {
  const schemas = await schemasOf(systems, log);
  const files = systems.flatMap((system) => [
    { path: join(system.folder, 'schema.sql'), text: schemas.get(system.name) ?? '' },
    { path: join(system.folder, 'openapi.json'), text: `${JSON.stringify(openApiOf(system), null, 2)}\n` },
  ]);
  const stale = files.filter(({ path, text }) => !existsSync(path) || readFileSync(path, 'utf8') !== text);
  if (!flags.has('check')) for (const { path, text } of stale) writeFileSync(path, text);
  for (const { path } of stale)
    process.stderr.write(`${flags.has('check') ? 'out of date' : 'written'}: ${path}\n`);
  if (stale.length === 0) process.stderr.write('Generated files are up to date.\n');
  return flags.has('check') && stale.length > 0 ? EXIT.finding : EXIT.ok;
}

/** What the migrations make of an empty database: migrated on a server of its own, which is gone afterwards. */
async function schemasOf(systems: readonly System[], log: Logger): Promise<Map<string, string>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'madang-generate-'));
  const server = await startEmbedded({ dataDir, log });
  const database = openDatabase({
    url: server.url,
    maxConnections: 1,
    applicationName: 'madang generate',
    log,
  });
  try {
    const schemas = new Map<string, string>();
    for (const { name, folder } of systems) {
      await migrate(database, { schema: name, folder: join(folder, 'migrations') });
      schemas.set(name, await describeSchema(database, name));
    }
    return schemas;
  } finally {
    await database.close();
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
