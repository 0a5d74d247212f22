import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { convertForerunnerLog } from '../record/forerunner/convert.ts';
import { createLogFile } from '../record/log-file.ts';
import { runFileName } from './run-files.ts';

interface OldLog {
  readonly file: string;
  readonly text: string;
  /** Where to put the new one; made when it is not there. */
  readonly folder: string;
  /** The zone of the settings, if they are known. */
  readonly timezone?: string;
}

/** A log that was taken over. */
export interface ImportedLog {
  readonly path: string;
  /** What the old log does not tell, and what was made of it. */
  readonly notes: readonly string[];
  /** False when it had been taken over before. */
  readonly made: boolean;
}

/** Writes a log of psycopg-test as one of ours; the same one is not written twice. Throws POOLBENCH_FORERUNNER_LOG_UNREADABLE, POOLBENCH_LOG_…. */
export async function importLog({ file, text, folder, timezone }: OldLog): Promise<ImportedLog> {
  const { records, notes } = convertForerunnerLog({
    file: basename(file),
    text,
    ...(timezone && { timezone }),
  });
  const [start] = records;
  if (start === undefined) throw new TypeError('A converted log begins with run_start.');
  const path = join(folder, runFileName(Date.parse(start.ts), start.run_id));
  if (existsSync(path)) return { path, notes, made: false };
  await mkdir(folder, { recursive: true });
  const log = await createLogFile(path);
  try {
    await log.append(records.map((record) => `${JSON.stringify(record)}\n`).join(''));
  } finally {
    await log.close();
  }
  return { path, notes, made: true };
}
