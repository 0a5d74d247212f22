import { positive } from '../positive.ts';

/** A queue with Poisson arrivals, exponential service and several servers, of unlimited length (M/M/c). */
export interface ErlangInput {
  /** Arrivals per second. */
  readonly arrivalRate: number;
  /** Mean time of service in seconds. */
  readonly meanService: number;
  /** Servers that work side by side; for a pool, its connections. */
  readonly servers: number;
}

/** The steady state of an M/M/c queue. */
export interface ErlangC {
  /** Share of the servers' time that is used; from 1 on the queue grows without end. */
  readonly utilisation: number;
  /** Probability that an arrival has to wait. */
  readonly waitProbability: number;
  /** Mean wait of all arrivals in seconds, those that do not wait included. */
  readonly meanWait: number;
}

/**
 * Erlang's C formula (Erlang 1917), by the recursion of his B formula, which no number of servers overflows.
 * @throws RangeError for input that is not positive, or servers that are not whole.
 */
export function erlangC({ arrivalRate, meanService, servers }: ErlangInput): ErlangC {
  if (!Number.isInteger(servers)) throw new RangeError(`Servers must be whole, not ${servers}.`);
  const load = positive('The arrival rate', arrivalRate) * positive('The mean service', meanService);
  const utilisation = load / positive('The number of servers', servers);
  if (utilisation >= 1) return { utilisation, waitProbability: 1, meanWait: Infinity };
  let blocking = 1;
  for (let server = 1; server <= servers; server += 1)
    blocking = (load * blocking) / (server + load * blocking);
  const waitProbability = blocking / (1 - utilisation * (1 - blocking));
  return { utilisation, waitProbability, meanWait: (waitProbability * meanService) / (servers - load) };
}
