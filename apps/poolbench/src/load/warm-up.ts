import { monotonic, type Clock } from './clock.ts';
import { runLoad, type LoadInterval, type LoadTerms } from './load.ts';
import { slopeOf } from './slope.ts';

export interface WarmUpTerms {
  /** Longest time, whether settled by then or not. */
  readonly mostSeconds: number;
  /** Throughput is looked at in windows so long: 0.5 unless given. */
  readonly windowSeconds?: number;
  /** So many windows must show no trend: 5 unless given. */
  readonly windows?: number;
  /** Not settled before so long, or so many operations, whichever comes first: 2 and 2,000 unless given. */
  readonly leastSeconds?: number;
  readonly leastOperations?: number;
}

export interface WarmedUp {
  readonly seconds: number;
  readonly operations: number;
  /** Whether throughput had become steady. */
  readonly settled: boolean;
  /** Answered statements by text, which the server has counted too. */
  readonly sent: ReadonlyMap<string, number>;
}

/**
 * Runs a load until its throughput is steady: until connections are open, caches filled and code compiled, so that the slope over the
 * last windows has an interval that covers 0.
 */
export async function warmUp(
  terms: Omit<LoadTerms, 'seconds' | 'onInterval' | 'intervalSeconds'>,
  options: WarmUpTerms,
  clock: Clock = monotonic,
): Promise<WarmedUp> {
  const { mostSeconds, windowSeconds = 0.5, windows = 5, leastSeconds = 2, leastOperations = 2000 } = options;
  const enough = new AbortController();
  const rates: number[] = [];
  let operations = 0;
  let settled = false;
  const look = ({ counts, seconds, elapsedSeconds }: LoadInterval): void => {
    operations += counts.ok;
    rates.push(counts.ok / seconds);
    const isLong = elapsedSeconds >= leastSeconds || operations >= leastOperations;
    if (settled || !isLong || !isSteady(rates.slice(-windows), windows)) return;
    settled = true;
    enough.abort();
  };
  const signal = terms.signal === undefined ? enough.signal : AbortSignal.any([terms.signal, enough.signal]);
  const result = await runLoad(
    { ...terms, seconds: mostSeconds, signal, intervalSeconds: windowSeconds, onInterval: look },
    clock,
  );
  return { seconds: result.seconds, operations: result.counts.ok, settled, sent: result.sent };
}

function isSteady(rates: readonly number[], windows: number): boolean {
  if (rates.length < windows) return false;
  const { low, high } = slopeOf(rates);
  return low <= 0 && high >= 0;
}
