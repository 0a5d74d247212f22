import type { Socket } from 'node:net';
import type { Alarms } from './alarms.ts';
import type { Distance } from './distance.ts';

/** One direction of a connection: what goes in comes out later, in its order. */
export interface Lane {
  /** Does something on the far side when `due` has come, and all that was sent before has arrived there. */
  arrange(due: number, act: () => void): void;
}

export interface LaneTerms {
  readonly source: Socket;
  readonly sink: Socket;
  readonly distance: Distance;
  readonly alarms: Alarms;
  readonly onDelivered: (bytes: number) => void;
}

interface Parcel {
  readonly due: number;
  readonly bytes: number;
  /** Hands it over; false when the far side takes no more for now. */
  readonly deliver: () => boolean;
}

/** As much as may be on the way. The source is not read any more until half of it has arrived. */
const MOST_BYTES = 2 ** 20;

/** Bytes, the end and a reset of the source reach the sink after the time for one way. */
export function openLane({ source, sink, distance, alarms, onDelivered }: LaneTerms): Lane {
  const underWay: Parcel[] = [];
  let bytesUnderWay = 0;
  let lastDue = 0;
  let waits = false;

  function send(due: number, bytes: number, deliver: () => boolean): void {
    lastDue = Math.max(lastDue, due);
    underWay.push({ due: lastDue, bytes, deliver });
    bytesUnderWay += bytes;
    if (bytesUnderWay > MOST_BYTES) source.pause();
    if (!waits) deliverAll();
  }

  function deliverAll(): void {
    waits = false;
    for (let [next] = underWay; next !== undefined; [next] = underWay) {
      const due = Math.max(next.due, distance.stalledUntil);
      if (due > performance.now()) {
        waits = true;
        alarms.at(due, deliverAll);
        return;
      }
      underWay.shift();
      bytesUnderWay -= next.bytes;
      const takesMore = next.deliver();
      if (source.isPaused() && bytesUnderWay <= MOST_BYTES / 2) source.resume();
      if (!takesMore) {
        waits = true;
        sink.once('drain', deliverAll);
        return;
      }
    }
  }

  const arrange = (due: number, act: () => void): void =>
    send(due, 0, () => {
      act();
      return true;
    });
  const arrival = (): number => performance.now() + distance.oneWayMs();

  source.on('data', (bytes) =>
    send(arrival(), bytes.length, () => {
      // What is sent to a side that has broken is lost.
      if (sink.destroyed) return true;
      onDelivered(bytes.length);
      return sink.write(bytes);
    }),
  );
  source.on('end', () => arrange(arrival(), () => sink.end()));
  source.on('close', (hadError) => {
    if (hadError) arrange(arrival(), () => sink.resetAndDestroy());
  });
  return { arrange };
}
