import { printable } from '@madang/errors';
import { houseSettings, type VerbContext } from '@madang/system';
import { readRunItem } from '../runs/read-run-item.ts';
import { lengthText } from '../runs/length-text.ts';
import { listRunFiles, runsFolder } from '../runs/run-files.ts';
import type { RunItem } from '../runs/runs.schema.ts';

/** Prints the list of runs. Gives the exit code. */
export async function runRuns({ flags, settings, print, say }: VerbContext): Promise<number> {
  const folder = runsFolder(settings.of(houseSettings).data);
  const files = await listRunFiles(folder);
  if (files.length === 0) say(`No run is kept in ${folder}. ./madang poolbench quick makes one.`);
  for (const file of files) {
    const item = await readRunItem(file, Date.now());
    print(flags.has('json') ? JSON.stringify(item) : lineOf(item));
  }
  return 0;
}

function lineOf({
  id,
  startedAt,
  plan,
  state,
  seconds,
  cells,
  serverVersion,
  scratch,
  problem,
}: RunItem): string {
  const server = serverVersion === null ? '-' : `${serverVersion}${scratch === true ? ' (scratch)' : ''}`;
  return [
    id,
    startedAt.slice(0, 19).replace('T', ' '),
    printable(plan ?? '-', 20).padEnd(10),
    (problem ?? state).padEnd(11),
    lengthText(seconds).padStart(8),
    `${cells ?? '-'} cells`.padStart(10),
    `PostgreSQL ${printable(server, 30)}`,
  ].join('  ');
}
