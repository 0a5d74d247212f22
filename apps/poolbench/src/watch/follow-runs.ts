import { open } from 'node:fs/promises';
import { recordIn } from '../runs/record-in.ts';
import { isFresh } from '../runs/read-run-item.ts';
import { listRunFiles, type RunFile } from '../runs/run-files.ts';
import { NOTHING_WATCHED, watch, type Watched } from './watched.ts';

/** The newest run of a folder, as far as it has come. */
export interface NewestRun {
  /** Null when there is no log at all. */
  readonly file: RunFile | null;
  readonly watched: Watched;
  /** Whether it is going on: its log has no end yet, and was added to lately. */
  readonly running: boolean;
}

/** Follows whatever run is the newest in a folder. */
export interface RunFollower {
  /** Reads what was added since the look before. Looks at the same time are one look. */
  look(): Promise<NewestRun>;
}

const CHUNK = 1024 * 1024;
const LINE_FEED = 0x0a;

/** Reads logs while they are written: each byte once, and none before it is asked. */
export function followRuns(folder: string): RunFollower {
  let followed: RunFile | null = null;
  let watched = NOTHING_WATCHED;
  let position = 0;
  let rest = Buffer.alloc(0);
  let looking: Promise<NewestRun> | null = null;

  const begin = (file: RunFile | null): void => {
    followed = file;
    watched = NOTHING_WATCHED;
    position = 0;
    rest = Buffer.alloc(0);
  };
  // Half a line at the end waits for its other half; a line that is no record is left out.
  const take = (bytes: Buffer): void => {
    rest = Buffer.concat([rest, bytes]);
    let start = 0;
    for (let end = rest.indexOf(LINE_FEED); end >= 0; end = rest.indexOf(LINE_FEED, start)) {
      const record = recordIn(rest.toString('utf8', start, end));
      if (record !== null) watched = watch(watched, record);
      start = end + 1;
    }
    rest = rest.subarray(start);
  };
  const readOn = async ({ path }: RunFile): Promise<number> => {
    const handle = await open(path);
    try {
      const { size, mtimeMs } = await handle.stat();
      while (position < size) {
        const { buffer, bytesRead } = await handle.read(
          Buffer.alloc(Math.min(CHUNK, size - position)),
          0,
          null,
          position,
        );
        if (bytesRead === 0) break;
        position += bytesRead;
        take(buffer.subarray(0, bytesRead));
      }
      return mtimeMs;
    } finally {
      await handle.close();
    }
  };
  const look = async (): Promise<NewestRun> => {
    const [newest = null] = await listRunFiles(folder);
    if (newest?.path !== followed?.path) begin(newest);
    if (newest === null) return { file: null, watched, running: false };
    const changedAt = await readOn(newest);
    return { file: newest, watched, running: watched.ended === null && isFresh(changedAt, Date.now()) };
  };
  return {
    look() {
      looking ??= look().finally(() => (looking = null));
      return looking;
    },
  };
}
