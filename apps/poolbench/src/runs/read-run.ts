import { basename } from 'node:path';
import { CodedError } from '@madang/errors';
import { readLog } from '../record/log-reader.ts';
import type { LogRecord } from '../record/schema/record.schema.ts';
import { runDamaged } from './errors.ts';
import type { RunFile } from './run-files.ts';

/** All records of a run, for anybody to see. Throws POOLBENCH_RUN_UNREADABLE, which tells no path. */
export async function readRun({ id, path }: RunFile): Promise<readonly LogRecord[]> {
  const { records } = await readLog(path).catch((error: unknown) => {
    if (!(error instanceof CodedError)) throw error;
    throw runDamaged({ id, reason: error.message.replaceAll(path, basename(path)) }, error);
  });
  const [start] = records;
  if (start?.type !== 'run_start') throw runDamaged({ id, reason: 'It does not begin as a run does.' });
  if (start.run_id !== id) throw runDamaged({ id, reason: 'Its records are of another run.' });
  return records;
}
