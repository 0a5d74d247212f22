/** Standard normal: the probability of at most `z`. Relative error below 1.2e-7 in the lower tail. */
export function normalCdf(z: number): number {
  return z > 0 ? 1 - normalTail(z) : normalTail(-z);
}

/** Standard normal: the value below which a probability lies; −∞ for 0, ∞ for 1. */
export function normalQuantile(probability: number): number {
  return inverse(normalCdf, probability);
}

/**
 * Student's t: the probability of at most `t`, for whole degrees of freedom.
 * The finite series of Abramowitz and Stegun, 26.7.3 and 26.7.4.
 */
export function studentCdf(t: number, freedom: number): number {
  const angle = Math.atan(t / Math.sqrt(freedom));
  const cosine = Math.cos(angle);
  const odd = freedom % 2;
  let term = odd === 1 ? cosine : 1;
  let sum = freedom === 1 ? 0 : term;
  for (let k = 2 + odd; k < freedom; k += 2) {
    term *= ((k - 1) / k) * cosine ** 2;
    sum += term;
  }
  const series = Math.sin(angle) * sum;
  const within = odd === 1 ? (2 / Math.PI) * (angle + series) : series;
  // Rounding may lead a hair beyond 0 or 1.
  return Math.min(1, Math.max(0, (1 + within) / 2));
}

/** Student's t: the value below which a probability lies; −∞ for 0, ∞ for 1. */
export function studentQuantile(probability: number, freedom: number): number {
  return inverse((t) => studentCdf(t, freedom), probability);
}

/** The probability of more than z ≥ 0: half of erfc(z / √2) by the Chebyshev fit of Numerical Recipes, `erfcc`. */
function normalTail(z: number): number {
  const x = z / Math.SQRT2;
  const t = 1 / (1 + x / 2);
  const exponent = ERFC.reduceRight((sum, coefficient) => sum * t + coefficient, 0);
  return (t / 2) * Math.exp(exponent - x * x);
}

const ERFC = [
  -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587,
  -0.82215223, 0.17087277,
];

/** Where a distribution function reaches a probability, by bisection until no double lies between. */
function inverse(cdf: (x: number) => number, probability: number): number {
  if (!(probability >= 0 && probability <= 1))
    throw new RangeError(`A probability must be from 0 to 1, not ${probability}.`);
  if (probability === 0) return -Infinity;
  if (probability === 1) return Infinity;
  let low = -1;
  let high = 1;
  while (cdf(low) > probability) low *= 2;
  while (cdf(high) < probability) high *= 2;
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return middle;
    if (cdf(middle) < probability) low = middle;
    else high = middle;
  }
}
