import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import type { LocalnetContext } from '../role-context.ts';
import { localnetSettings } from '../settings.ts';
import { keepHeight } from './kept-height.ts';
import { loadRecording } from './recording.ts';
import { startReplay } from './replay.ts';

const START_AT = 0.6;

/** Serves the recording of a folder, and goes on where it was released to. */
export async function startReplayRole(
  { settings, log, dataFolder, progress }: LocalnetContext,
  folder: string,
) {
  const { port, blocksPerSecond, startHeight } = settings.of(localnetSettings);
  progress('loading the recording');
  const recording = await loadRecording(folder);
  const last = recording.chain.blocks.length - 1;
  const kept = keepHeight(join(dataFolder, 'localnet', `${nameOf(folder)}.height`));
  const from = Math.min(last, kept.read() ?? startHeight ?? Math.floor(last * START_AT));
  const pace = blocksPerSecond === 0 ? {} : { blocksPerSecond, startHeight: from };
  const replay = await startReplay({ recording, port, log, ...pace });
  const unfollow = kept.follow(replay.height);
  return {
    provides: { node: replay.url },
    says: `a recorded chain of ${last + 1} blocks at ${replay.url}`,
    ready: () => Promise.resolve(null),
    async stop() {
      unfollow();
      await replay.stop();
    },
  };
}

// Two recordings may have folders of one name.
function nameOf(path: string): string {
  return `${basename(path)}-${createHash('sha256').update(path).digest('hex').slice(0, 8)}`;
}
