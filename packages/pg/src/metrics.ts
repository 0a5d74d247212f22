import { Gauge, Histogram, SECONDS_BUCKETS, type Registry } from '@madang/telemetry';

/** Numbers that a pool shows of itself. */
export interface PoolState {
  /** Connections in use. */
  readonly busy: number;
  readonly idle: number;
  /** Callers that wait for a connection. */
  readonly waiting: number;
}

/** Called with the label of a statement and the seconds it took. */
export type Observe = (label: string, seconds: number) => void;

const QUERY_SECONDS = 'madang_pg_query_seconds';
const CONNECTIONS = 'madang_pg_connections';

/** Registers time by statement label, and the state of the pool. A second pool on the same registry adds to the same series. */
export function measurePool(registry: Registry | undefined, stateOf: () => PoolState): Observe {
  if (registry === undefined) return () => undefined;
  showState(registry, stateOf);
  const known = registry.getSingleMetric(QUERY_SECONDS);
  const seconds = known instanceof Histogram ? known : queryHistogram(registry);
  return (label, value) => seconds.observe({ label }, value);
}

function queryHistogram(registry: Registry): Histogram<'label'> {
  return new Histogram({
    name: QUERY_SECONDS,
    help: 'Time that statements took, by label.',
    labelNames: ['label'],
    buckets: SECONDS_BUCKETS,
    registers: [registry],
  });
}

const POOLS = new WeakMap<Registry, Set<() => PoolState>>();

function showState(registry: Registry, stateOf: () => PoolState): void {
  const known = POOLS.get(registry);
  if (known !== undefined) {
    known.add(stateOf);
    return;
  }
  const pools = new Set([stateOf]);
  POOLS.set(registry, pools);
  new Gauge({
    name: CONNECTIONS,
    help: 'Connections of the pools by state, and callers that wait for one.',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      const states = [...pools].map((state) => state());
      for (const state of ['busy', 'idle', 'waiting'] as const)
        this.set(
          { state },
          states.reduce((sum, pool) => sum + pool[state], 0),
        );
    },
  });
}
