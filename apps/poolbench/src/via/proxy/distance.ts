import type { Random } from '../../domain/random.ts';
import { badDelay } from '../errors.ts';

/** How far away the server seems, which may change at any time. Times are milliseconds of `performance.now()`. */
export interface Distance {
  readonly roundTripMs: number;
  /** Time for one way, drawn anew for each call: half the round trip, and up to half the jitter. */
  oneWayMs(): number;
  /** Nothing arrives before this moment. */
  readonly stalledUntil: number;
  setRoundTrip(ms: number): void;
  stall(ms: number): void;
}

export interface DistanceTerms {
  /** What a round trip takes longer; 0 for plain forwarding. */
  readonly roundTripMs: number;
  /** By how much, at most, a round trip takes longer still: evenly spread, a new draw for each piece and way. 0 unless given. */
  readonly jitterMs?: number;
}

const MOST_MS = 60_000;

/** @throws POOLBENCH_VIA_BAD_DELAY for what is no delay. */
export function createDistance({ roundTripMs, jitterMs = 0 }: DistanceTerms, random: Random): Distance {
  let roundTrip = checked('The round trip', roundTripMs);
  const jitter = checked('The jitter', jitterMs);
  let stalledUntil = 0;
  return {
    get roundTripMs() {
      return roundTrip;
    },
    get stalledUntil() {
      return stalledUntil;
    },
    oneWayMs: () => (roundTrip + (jitter === 0 ? 0 : jitter * random.next())) / 2,
    setRoundTrip(ms) {
      roundTrip = checked('The round trip', ms);
    },
    stall(ms) {
      stalledUntil = Math.max(stalledUntil, performance.now() + checked('The stall', ms));
    },
  };
}

/** The value itself. @throws POOLBENCH_VIA_BAD_DELAY */
function checked(name: string, ms: number): number {
  if (ms >= 0 && ms <= MOST_MS) return ms;
  throw badDelay({ name, ms, mostMs: MOST_MS });
}
