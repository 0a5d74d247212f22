import { afterEach } from 'vitest';
import { startReplay, type Replay, type ReplaySettings } from '../src/index.ts';

/** Gives a function that starts replays, each of which is stopped after the test that started it. */
export function useReplays(): (settings: ReplaySettings) => Promise<Replay> {
  const replays: Replay[] = [];
  afterEach(async () => {
    await Promise.all(replays.splice(0).map((replay) => replay.stop()));
  });
  return async (settings) => {
    const replay = await startReplay(settings);
    replays.push(replay);
    return replay;
  };
}
