import { positive } from '../positive.ts';

/** One request in virtual time; all instants in seconds. */
export interface Visit {
  /** When it was meant to start: response time counts from here. */
  readonly intended: number;
  /** When a server took it: wait = started − intended. */
  readonly started: number;
  readonly finished: number;
}

/** How long the request that starts at this instant is served, in seconds. */
export type Service = (started: number) => number;

/** Servers behind one queue, first come, first served. */
export interface Station {
  /** Serves the next request; the requests must come in the order of their instants. */
  serve(intended: number): Visit;
}

/** A station whose servers are all free at the beginning. @throws RangeError without servers. */
export function createStation(servers: number, service: Service): Station {
  const freeAt = new Float64Array(positive('The number of servers', servers));

  function serve(intended: number): Visit {
    const server = indexOfSmallest(freeAt);
    const started = Math.max(intended, freeAt[server] ?? 0);
    const finished = started + service(started);
    freeAt[server] = finished;
    return { intended, started, finished };
  }

  return { serve };
}

/** The place of the smallest value, the first of equals. */
export function indexOfSmallest(values: Float64Array): number {
  let smallest = 0;
  for (let index = 1; index < values.length; index += 1)
    if ((values[index] ?? NaN) < (values[smallest] ?? NaN)) smallest = index;
  return smallest;
}
