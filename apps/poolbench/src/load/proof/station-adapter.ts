import { createStation, type Service, type Visit } from '../../domain/queueing/station.ts';
import type { AdapterStats, Held, PoolAdapter } from '../../adapter/pool-adapter.ts';
import type { Clock } from '../clock.ts';

export const NO_STATS: AdapterStats = {
  ...{ open: 0, idle: 0, pending: 0, opened: 0, closed: 0, acquired: 0, released: 0 },
};

/** An arm whose connections are the servers of a station, first come, first served: what queueing theory speaks of. */
export function stationAdapter(clock: Clock, servers: number, service: Service): PoolAdapter {
  const station = createStation(servers, service);
  const visits = new Map<Held, Visit>();
  const at = <T>(seconds: number, value: T): Promise<T> =>
    new Promise((resolve) => clock.at(seconds * 1000, () => resolve(value)));
  return {
    name: 'station',
    open: () => Promise.resolve(),
    acquire() {
      const visit = station.serve(clock.now() / 1000);
      const held = {} as Held;
      visits.set(held, visit);
      return at(visit.started, held);
    },
    query(held) {
      const visit = visits.get(held);
      visits.delete(held);
      return at(visit?.finished ?? NaN, 1);
    },
    release: () => undefined,
    stats: () => NO_STATS,
    close: () => Promise.resolve(),
  };
}
