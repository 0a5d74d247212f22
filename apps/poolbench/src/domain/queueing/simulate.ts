import { positive } from '../positive.ts';
import type { Schedule } from '../schedule.ts';
import { createStation, indexOfSmallest, type Service, type Visit } from './station.ts';

/** Servers that requests come to, whatever the load model. */
interface Servers {
  readonly service: Service;
  readonly servers: number;
}

/** An open loop: every request comes at its instant, however long the queue is. In the order of arrival. */
export function* simulate({
  arrivals,
  service,
  servers,
}: Servers & { readonly arrivals: Schedule }): Generator<Visit, void> {
  const station = createStation(servers, service);
  for (const arrival of arrivals) yield station.serve(arrival);
}

/**
 * A closed loop: each worker asks, waits for the reply, thinks and asks again, until the duration is over. In the order of asking.
 * @throws RangeError for workers or a duration that are not positive.
 */
export function* simulateClosed({
  workers,
  think = () => 0,
  duration,
  service,
  servers,
}: Servers & {
  readonly workers: number;
  /** Seconds between a reply and the worker's next request; none unless told. */
  readonly think?: () => number;
  /** Seconds of virtual time in which requests start. */
  readonly duration: number;
}): Generator<Visit, void> {
  const station = createStation(servers, service);
  const asksAt = new Float64Array(positive('The number of workers', workers));
  const end = positive('The duration', duration);
  for (;;) {
    const worker = indexOfSmallest(asksAt);
    const intended = asksAt[worker] ?? end;
    if (intended >= end) return;
    const visit = station.serve(intended);
    asksAt[worker] = visit.finished + think();
    yield visit;
  }
}

/** A service that stands still from one instant to another (a lock, a stopped process), then goes on where it was. */
export function stalled(service: Service, stall: { readonly from: number; readonly to: number }): Service {
  return (started) => {
    const work = service(started);
    if (started >= stall.to || started + work <= stall.from) return work;
    return work + stall.to - Math.max(started, stall.from);
  };
}
