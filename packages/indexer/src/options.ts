import type { NodeClient } from '@madang/icon/client';
import type { Database } from '@madang/pg';
import type { Logger } from '@madang/telemetry';
import type { BatchLimits } from './batches.ts';
import type { Projection } from './projection.ts';
import type { EngineStatus } from './status.ts';

export interface EngineOptions {
  readonly database: Database;
  readonly client: NodeClient;
  readonly projections: readonly Projection[];
  /** The house's channel of events. */
  readonly channel: string;
  readonly log: Logger;
  readonly signal: AbortSignal;
  readonly limits?: Partial<EngineLimits>;
  /** Told each time a status is written. */
  readonly onStatus?: (news: StatusNews) => void;
}

export interface EngineLimits extends BatchLimits {
  /** Between two looks at the node's tip, when its stream tells of no block before. */
  readonly pollMs: number;
  readonly longestBackOffMs: number;
}

/** What is done for some projections, and how far they are. */
export interface StatusNews {
  readonly projections: readonly string[];
  readonly height: number;
  readonly status: EngineStatus;
}

/** What the parts of an engine work with. */
export interface Engine extends EngineOptions {
  readonly limits: EngineLimits;
}

const LIMITS: EngineLimits = {
  rowsPerBatch: 5000,
  blocksPerBatch: 500,
  pollMs: 500,
  longestBackOffMs: 15_000,
};

/** The options with every limit. */
export function withLimits(options: EngineOptions): Engine {
  return { ...options, limits: { ...LIMITS, ...options.limits } };
}
