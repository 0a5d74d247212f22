/** Beyond this error the clocks or the counters are wrong. */
export const LITTLES_LAW_TOLERANCE = 0.02;

/** What one observer counted and another timed, of the same stretch of time. */
export interface Flow {
  /** Finished per second. */
  readonly rate: number;
  /** Mean time spent inside, in seconds. */
  readonly meanResidence: number;
  /** Mean number inside, weighted by time. */
  readonly inFlight: number;
}

/**
 * The relative error of Little's law, in flight = rate × residence: 0 when all agree, 0.02 when the product is 2 % too
 * large. Holds for a whole system, for those in use (mean hold) and for those waiting (mean wait).
 */
export function littlesLaw({ rate, meanResidence, inFlight }: Flow): number {
  const expected = rate * meanResidence;
  return expected === inFlight ? 0 : expected / inFlight - 1;
}
