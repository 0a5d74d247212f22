import { stat } from 'node:fs/promises';
import { raise } from '@madang/errors';
import { houseSettings, type AnswerContext } from '@madang/system';
import { runGone } from './errors.ts';
import { isFresh } from './read-run-item.ts';
import { listRunFiles, runsFolder, type RunFile } from './run-files.ts';

type Context = Pick<AnswerContext, 'settings'>;

/** The log of a run by its whole id. Throws POOLBENCH_RUN_NOT_FOUND. */
export async function fileOfRun(context: Context, id: string): Promise<RunFile> {
  return (await filesOf(context)).find((file) => file.id === id) ?? raise(runGone({ id }));
}

/** The logs of this house, newest first. */
export function filesOf(context: Context): Promise<RunFile[]> {
  return listRunFiles(runsFolder(context.settings(houseSettings).data));
}

/** What is read of a log changes when it grows, and when it has been silent for too long. */
export async function versionOfFile({ id, path }: RunFile): Promise<string> {
  const found = await stat(path).catch(() => null);
  return found === null ? id : [id, found.size, found.mtimeMs, isFresh(found.mtimeMs, Date.now())].join(' ');
}

/** Changes when any of the logs does. */
export async function versionOfRuns(context: Context): Promise<string> {
  return JSON.stringify(await Promise.all((await filesOf(context)).map(versionOfFile)));
}
