import { createNodeClient, type NodeClientSettings } from '@madang/icon/client';
import type { Database } from '@madang/pg';
import { createLogger } from '@madang/telemetry';
import { readStatus, runEngine, type EngineLimits, type Projection } from '../src/index.ts';

export const silent = createLogger({ level: 'silent' });

/** For `expect.poll`: long on a machine that is busy, and over as soon as it is so. */
export const SOON = { timeout: 30_000, interval: 10 };

export interface Following {
  /** Settles when the engine ends: after `stop`, or with the error that ended it. */
  readonly ended: Promise<void>;
  /** Waits until these projections (all unless named) are written up to this height; rejects when the engine ends before. */
  until(height: number, ...projections: readonly string[]): Promise<void>;
  stop(): Promise<void>;
}

export interface FollowOptions {
  readonly limits?: Partial<EngineLimits>;
  readonly client?: Partial<NodeClientSettings>;
}

/** Runs the engine on a node until stopped. */
export function follow(
  database: Database,
  url: string,
  projections: readonly Projection[],
  { limits = {}, client: settings = {} }: FollowOptions = {},
): Following {
  const client = createNodeClient({ url, ...settings });
  const abort = new AbortController();
  const ended = runEngine({
    database,
    client,
    projections,
    channel: 'madang',
    signal: abort.signal,
    log: silent,
    limits: { pollMs: 10, longestBackOffMs: 100, ...limits },
  }).finally(() => client.close());
  let over = false;
  ended.then(
    () => (over = true),
    () => (over = true),
  );
  return {
    ended,
    async until(height, ...names) {
      while (((await readStatus(database, ...names)).indexedHeight ?? -1) < height) {
        if (over) return ended;
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
    async stop() {
      abort.abort();
      await ended;
    },
  };
}
