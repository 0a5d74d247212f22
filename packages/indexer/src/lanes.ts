import type { Progress } from './cursors.ts';
import type { Projection } from './projection.ts';
import type { Position } from './verify.ts';

/** Projections that stand at the same height: they share every fetch, every batch and its transaction. */
export interface Lane {
  readonly projections: Projection[];
  position: Position;
  /** The batch that is being written. Meanwhile nobody can step in, for it would miss the batch. */
  writing: Promise<void> | null;
}

/** All lanes of an engine. Nobody overtakes: a lane goes no further than the one before it and joins it there. */
export interface Lanes {
  readonly all: readonly Lane[];
  /** The height that all have reached. */
  readonly height: number;
  /** The lane that this one follows; null for the front one, which follows the chain's tip. */
  ahead(lane: Lane): Lane | null;
  /** Hands the lane's projections to the one that it has reached; from now on they share their batches. */
  join(lane: Lane, ahead: Lane): void;
}

/** One lane for each height at which projections stand. */
export function createLanes(progress: readonly Progress[]): Lanes {
  const order = lanesOf(progress);
  return {
    all: [...order],
    get height() {
      return order[0]?.position.height ?? -1;
    },
    ahead: (lane) => order[order.indexOf(lane) + 1] ?? null,
    join(lane, ahead) {
      ahead.projections.push(...lane.projections);
      order.splice(order.indexOf(lane), 1);
    },
  };
}

function lanesOf(progress: readonly Progress[]): Lane[] {
  const lanes = new Map<number, Lane>();
  for (const { projection, height, hash } of progress.toSorted((a, b) => a.height - b.height)) {
    const lane = lanes.get(height) ?? { projections: [], position: { height, hash }, writing: null };
    lane.projections.push(projection);
    lanes.set(height, lane);
  }
  return [...lanes.values()];
}
