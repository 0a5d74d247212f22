import { houseSettings, type VerbContext } from '@madang/system';
import { runsFolder } from '../runs/run-files.ts';
import { followRuns } from '../watch/follow-runs.ts';
import { watchRun } from '../watch/watch-run.ts';
import { EXIT_INTERRUPTED } from './exit.ts';

/** Watches until the run ends. Gives the exit code. */
export async function runWatch({ settings, say }: VerbContext): Promise<number> {
  const folder = runsFolder(settings.of(houseSettings).data);
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort());
  const seen = await watchRun({
    follower: followRuns(folder),
    stream: process.stderr,
    signal: stopping.signal,
  });
  if (stopping.signal.aborted) return EXIT_INTERRUPTED;
  say(`The run ${endingOf(seen?.ended ?? null)}. ./madang poolbench report last tells what it found.`);
  return 0;
}

function endingOf(reason: 'finished' | 'interrupted' | 'failed' | null): string {
  return reason === null ? 'was killed' : reason === 'finished' ? 'has finished' : `has ended (${reason})`;
}
