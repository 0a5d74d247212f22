import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { reasonOf } from '../record/log-file.ts';
import { noSuchRun } from './errors.ts';

/** `poolbench-20261122T103031Z-<run id>.jsonl`. */
const RUN_FILE = /^poolbench-(\d{8}T\d{6}Z)-([0-7][0-9A-HJKMNP-TV-Z]{25})\.jsonl$/;

/** The log of one run, as its file's name tells it. */
export interface RunFile {
  /** ULID. */
  readonly id: string;
  readonly path: string;
  /** When the run began: RFC 3339, to the second. */
  readonly startedAt: string;
}

/** Where the logs of runs are kept: in the house's data folder, never in a server that is measured. */
export function runsFolder(dataFolder: string): string {
  return join(dataFolder, 'poolbench');
}

/** The name of the log of a run that began at an instant, in milliseconds since the Unix epoch. */
export function runFileName(instant: number, id: string): string {
  const time = new Date(instant).toISOString().slice(0, 19).replaceAll(/[-:]/g, '');
  return `poolbench-${time}Z-${id}.jsonl`;
}

/** The logs in a folder, newest first; none when there is no such folder. */
export async function listRunFiles(folder: string): Promise<RunFile[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (reasonOf(error) === 'ENOENT') return [];
    throw error;
  });
  return names
    .flatMap((name) => {
      const [, time, id] = RUN_FILE.exec(name) ?? [];
      if (time === undefined || id === undefined) return [];
      return [{ id, path: join(folder, name), startedAt: instantOf(time) }];
    })
    .sort((a, b) => (a.id < b.id ? 1 : -1));
}

/** `20261122T103031Z` as RFC 3339. */
function instantOf(time: string): string {
  return time.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z');
}

/** The log that a person means: the path of a file, an id or its beginning, or `last`. Throws POOLBENCH_NO_SUCH_RUN. */
export async function findRunFile(folder: string, meant: string): Promise<string> {
  if (meant.endsWith('.jsonl')) return meant;
  const files = await listRunFiles(folder);
  const fitting =
    meant === 'last' ? files.slice(0, 1) : files.filter(({ id }) => id.startsWith(meant.toUpperCase()));
  const [only, another] = fitting;
  if (only === undefined || another !== undefined)
    throw noSuchRun({ meant, fitting: fitting.map(({ id }) => id).slice(0, 5) });
  return only.path;
}
