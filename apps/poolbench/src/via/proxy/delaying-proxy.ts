import { once } from 'node:events';
import { connect, createServer, type Server } from 'node:net';
import { createRandom } from '../../domain/random.ts';
import { freePort } from '../../scratch/free-port.ts';
import { portTaken, unreachable } from '../errors.ts';
import { createAlarms } from './alarms.ts';
import { createDistance, type DistanceTerms } from './distance.ts';
import { openLink, type Address, type Link } from './link.ts';

export interface DelayingProxyTerms extends DistanceTerms {
  /** The server, which seems to be that far away. */
  readonly to: Address;
  /** Fixes the jitter; a safe integer from 0 on, 0 unless given. */
  readonly seed?: number;
}

/** A way to a server that takes time. */
export interface DelayingProxy {
  readonly host: '127.0.0.1';
  readonly port: number;
  stats(): ProxyStats;
  /** Another distance from now on; what is on the way arrives as it was to. */
  setRoundTrip(ms: number): void;
  /** Nothing arrives on either side for so long, also what is on the way; nothing is lost. */
  stall(ms: number): void;
  /** Resets all connections on both sides at once. New ones are accepted. */
  cut(): void;
  /** Cuts all, and listens no more. */
  stop(): Promise<void>;
}

/** Counts since the start. */
export interface ProxyStats {
  /** That were accepted. */
  readonly connections: number;
  /** Of these, those that are still open on either side. */
  readonly open: number;
  /** Delivered to the server. */
  readonly bytesUp: number;
  /** Delivered to the clients. */
  readonly bytesDown: number;
}

const HOST = '127.0.0.1';
const PATIENCE_MS = 5_000;

/**
 * Starts a proxy on a port of the loopback below 32768, in the event loop of whoever calls; {@link startProxyThread} gives it one of its
 * own, so that it takes no time from what is measured. Half of the round trip is spent on each way. Order, back-pressure, a side that has
 * said all, and resets are passed on.
 *
 * @throws POOLBENCH_VIA_UNREACHABLE when nobody listens there now, POOLBENCH_VIA_BAD_DELAY, POOLBENCH_VIA_PORT_TAKEN
 */
export async function startDelayingProxy({
  to,
  seed = 0,
  ...terms
}: DelayingProxyTerms): Promise<DelayingProxy> {
  const distance = createDistance(terms, createRandom(seed));
  await checkReachable(to);
  const alarms = createAlarms();
  const links = new Set<Link>();
  const count = { connections: 0, bytesUp: 0, bytesDown: 0 };

  const server = createServer({ allowHalfOpen: true, pauseOnConnect: true, noDelay: true }, (client) => {
    const onUp = (bytes: number): void => void (count.bytesUp += bytes);
    const onDown = (bytes: number): void => void (count.bytesDown += bytes);
    const link = openLink({ client, to, distance, alarms, onUp, onDown });
    count.connections += 1;
    links.add(link);
    void link.closed.then(() => links.delete(link));
  });
  const cut = (): void => {
    for (const link of links) link.cut();
  };
  return {
    host: HOST,
    port: await listen(server),
    stats: () => ({ ...count, open: links.size }),
    setRoundTrip: distance.setRoundTrip,
    stall: distance.stall,
    cut,
    async stop() {
      server.close();
      cut();
      await Promise.all([...links].map(({ closed }) => closed));
      alarms.stop();
    },
  };
}

async function listen(server: Server): Promise<number> {
  const port = await freePort();
  server.listen({ host: HOST, port, exclusive: true });
  try {
    await once(server, 'listening');
  } catch (error) {
    throw portTaken({ port }, error);
  }
  return port;
}

/** Once a client is connected to us it is too late to refuse it. */
async function checkReachable(to: Address): Promise<void> {
  const socket = connect(to);
  try {
    await once(socket, 'connect', { signal: AbortSignal.timeout(PATIENCE_MS) });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw unreachable({ where: `${to.host}:${to.port}`, reason }, error);
  } finally {
    socket.destroy();
  }
}
