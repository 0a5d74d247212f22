import { Socket } from 'node:net';
import type { Alarms } from './alarms.ts';
import type { Distance } from './distance.ts';
import { openLane } from './lane.ts';

export interface Address {
  readonly host: string;
  readonly port: number;
}

/** One connection through the proxy. */
export interface Link {
  /** Once both its sockets are. */
  readonly closed: Promise<unknown>;
  /** Breaks it on both sides at once. */
  cut(): void;
}

export interface LinkTerms {
  /** Just accepted, and paused. */
  readonly client: Socket;
  readonly to: Address;
  readonly distance: Distance;
  readonly alarms: Alarms;
  readonly onUp: (bytes: number) => void;
  readonly onDown: (bytes: number) => void;
}

/**
 * Connects a client with the server. Its own kernel has told the client at once that it is connected, which over the distance would have
 * taken a round trip: that is made up for here, since what the client says is heard a round trip later.
 */
export function openLink({ client, to, distance, alarms, onUp, onDown }: LinkTerms): Link {
  const server = new Socket({ allowHalfOpen: true });
  const ends = [client, server];
  for (const end of ends) {
    end.setNoDelay(true);
    // An error is followed by `close`, which the lanes heed.
    end.on('error', () => undefined);
  }
  const up = openLane({ source: client, sink: server, distance, alarms, onDelivered: onUp });
  openLane({ source: server, sink: client, distance, alarms, onDelivered: onDown });

  const connected = performance.now() + distance.roundTripMs;
  up.arrange(connected + distance.oneWayMs(), () => {
    // One that was cut meanwhile would come to life again.
    if (!server.destroyed) server.connect(to);
  });
  alarms.at(connected, () => client.resume());

  return {
    closed: Promise.all(ends.map(closing)),
    cut() {
      for (const end of ends) end.resetAndDestroy();
    },
  };
}

function closing(socket: Socket): Promise<void> {
  return new Promise((resolve) => socket.once('close', () => resolve()));
}
