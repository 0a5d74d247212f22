/** Who asks, and when. Rates are in operations per second. */
export type Load = ClosedLoad | OpenLoad;

/** Workers that each wait for their reply before they ask again: finds capacity. */
export interface ClosedLoad {
  readonly model: 'closed';
  readonly workers: number;
}

/** Operations that start when they are meant to, whatever the replies do: finds the latency that users have. */
export type OpenLoad = {
  readonly model: 'open';
  /** What would be more is dropped. */
  readonly maxInFlight: number;
  /** At the beginning, where it changes. */
  readonly rate: number;
} & (
  | { readonly arrivals: 'fixed' | 'poisson' | 'bursts' }
  | { readonly arrivals: 'ramp'; readonly toRate: number }
);
