import { positive } from '../positive.ts';
import { nonNegativeLeastSquares } from './least-squares.ts';

/**
 * The Universal Scalability Law (Gunther 1993): X(N) = lambda · N / (1 + sigma · (N − 1) + kappa · N · (N − 1)).
 * N is the pool's size, X operations per second.
 */
export interface Usl {
  /** Throughput of one connection, operations per second. */
  readonly lambda: number;
  /** Contention: the share of the work that must queue. */
  readonly sigma: number;
  /** Crosstalk: what each pair of connections costs to keep coherent. */
  readonly kappa: number;
}

/** A pool size and its throughput in operations per second. */
export interface UslPoint {
  readonly size: number;
  readonly throughput: number;
}

/** Below this share of the slow-down at the largest size, crosstalk cannot be told from none. */
const NEGLIGIBLE = 0.01;

/** The relative movement of the foretold throughputs at which the fit has arrived. */
const CONVERGED = 1e-6;

/** Wild points may make the steps swing; the last one then stands. */
const STEPS_AT_MOST = 50;

/** The throughput that the law foretells. */
export function uslThroughput({ lambda, sigma, kappa }: Usl, size: number): number {
  return (lambda * size) / slowdown(sigma, kappa, size);
}

/**
 * The law nearest to the points in the sum of squares of (foretold / measured − 1), sigma and kappa never below zero.
 * Gauss and Newton's steps from the measured throughputs; points that fall faster than 1 / N give a sigma that is not finite.
 * @throws RangeError for a throughput that is not positive.
 */
export function nearestUsl(points: readonly UslPoint[]): Usl {
  let foretold = points.map(({ throughput }) => positive('A throughput', throughput));
  for (let step = 1; ; step += 1) {
    const law = improvedUsl(points, foretold);
    const next = points.map(({ size }) => uslThroughput(law, size));
    const moved = Math.max(...next.map((value, index) => Math.abs(value / (foretold[index] ?? NaN) - 1)));
    if (!(moved > CONVERGED) || step === STEPS_AT_MOST) return law;
    foretold = next;
  }
}

/**
 * One step. In 1 / lambda, sigma / lambda and kappa / lambda the slow-down is linear, and so is the deviation of the
 * foretold throughputs near where they are.
 */
function improvedUsl(points: readonly UslPoint[], foretold: readonly number[]): Usl {
  const quotients = points.map(({ throughput }, index) => (foretold[index] ?? NaN) / throughput);
  const column = (term: (size: number) => number): number[] =>
    points.map(
      ({ size }, index) => ((quotients[index] ?? NaN) * (foretold[index] ?? NaN) * term(size)) / size,
    );
  const [constant = 0, contention = 0, crosstalk = 0] = nonNegativeLeastSquares(
    [column(() => 1), column((size) => size - 1), column((size) => size * (size - 1))],
    quotients.map((quotient) => 2 * quotient - 1),
  );
  return { lambda: 1 / constant, sigma: contention / constant, kappa: crosstalk / constant };
}

/**
 * The size with the largest throughput, sqrt((1 − sigma) / kappa): infinite when crosstalk is negligible up to `largest`,
 * 0 when the throughput falls from the start.
 */
export function uslPeak({ sigma, kappa }: Usl, largest: number): number {
  if (!(sigma < 1)) return 0;
  const crosstalk = kappa * largest * (largest - 1);
  if (crosstalk <= NEGLIGIBLE * slowdown(sigma, kappa, largest)) return Infinity;
  return Math.sqrt((1 - sigma) / kappa);
}

function slowdown(sigma: number, kappa: number, size: number): number {
  return 1 + sigma * (size - 1) + kappa * size * (size - 1);
}
