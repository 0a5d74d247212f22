import { setTimeout as sleep } from 'node:timers/promises';
import type { WriteStream } from 'node:tty';
import type { RunFollower } from './follow-runs.ts';
import { createScreen } from './screen.ts';
import { plainLine, terminalView } from './terminal-view.ts';
import type { Watched } from './watched.ts';

interface Watching {
  readonly follower: RunFollower;
  readonly stream: Pick<WriteStream, 'write' | 'isTTY' | 'columns'>;
  /** Ends the watching. */
  readonly signal: AbortSignal;
  /** How often it looks, in milliseconds. */
  readonly lookEachMs?: number;
}

/** Where lines cannot be written over, a new one is written this often at most. */
const REPEAT_MS = 5000;

/**
 * Shows the run that is going on, or waits for one and shows that, until it ends.
 *
 * @returns the run as it ended, or as it was when the watching did; null when none began
 */
export async function watchRun({
  follower,
  stream,
  signal,
  lookEachMs = 500,
}: Watching): Promise<Watched | null> {
  const show = stream.isTTY ? showOver(stream) : showOn(stream);
  // A log that had ended before is not the run to wait for.
  let seen: Watched | null = null;
  let path: string | null = null;
  while (!signal.aborted) {
    const { file, watched, running } = await follower.look();
    if (running) {
      seen = watched;
      path = file?.path ?? null;
      show(watched);
    } else if (seen !== null) {
      return file?.path === path ? watched : seen;
    } else {
      show(null);
    }
    await sleep(lookEachMs, undefined, { signal }).catch(() => undefined);
  }
  return seen;
}

type Show = (watched: Watched | null) => void;

const WAITING = 'waiting for a run to begin';

function showOver(stream: Watching['stream']): Show {
  const screen = createScreen(stream);
  return (watched) => screen.show(watched === null ? [WAITING] : terminalView(watched));
}

function showOn(stream: Watching['stream']): Show {
  let said = '';
  let saidAt = -Infinity;
  return (watched) => {
    const text = watched === null ? WAITING : plainLine(watched);
    if (text === said || (watched !== null && performance.now() - saidAt < REPEAT_MS)) return;
    said = text;
    saidAt = performance.now();
    stream.write(`${text}\n`);
  };
}
