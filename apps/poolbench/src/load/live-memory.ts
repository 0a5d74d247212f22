import { Session } from 'node:inspector/promises';

/** What this process has in memory, garbage left out. */
export interface LiveMemory {
  /** Collects all garbage, which stops everything for a tenth of a second, and looks at what is left. */
  look(): Promise<LiveBytes>;
  close(): void;
}

/** In bytes. */
export interface LiveBytes {
  /** Of the whole process. */
  readonly resident: number;
  readonly heap: number;
}

/** Between two collections a heap grows by whatever was done since, which says nothing: only what outlives one can be a leak. */
export function openLiveMemory(): LiveMemory {
  const session = new Session();
  session.connect();
  return {
    async look() {
      await session.post('HeapProfiler.collectGarbage');
      const { rss, heapUsed } = process.memoryUsage();
      return { resident: rss, heap: heapUsed };
    },
    close: () => session.disconnect(),
  };
}
