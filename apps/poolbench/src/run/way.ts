import type { Logger } from '@madang/telemetry';
import type { Target } from '../adapter/target.ts';
import type { MeasuredServer } from '../server/measured-server.ts';
import { startProxyThread } from '../via/proxy/proxy-thread.ts';
import { startPgBouncer } from '../via/pgbouncer/start-pgbouncer.ts';
import { routeName, type Route } from './route.ts';

/** A way to the server that is ready to be used. */
export interface Way {
  readonly target: Target;
  /** Of a pooler on it, to read its CPU time; null without one. */
  readonly poolerPid: number | null;
}

/** Ways to one server. What a route needs is started when it is first asked for. */
export interface Ways {
  of(route: Route | undefined): Promise<Way>;
  /** Stops all that was started. */
  close(): Promise<void>;
}

interface Started extends Way {
  stop(): Promise<void>;
}

export function createWays({ target }: MeasuredServer, log: Logger): Ways {
  const started = new Map<string, Promise<Started>>();
  return {
    async of(route) {
      if (route === undefined) return { target, poolerPid: null };
      const name = routeName(route);
      const way = started.get(name) ?? start(route, target, log);
      started.set(name, way);
      return way;
    },
    async close() {
      const ways = await Promise.allSettled(started.values());
      for (const way of ways) if (way.status === 'fulfilled') await way.value.stop();
    },
  };
}

async function start(route: Route, target: Target, log: Logger): Promise<Started> {
  if (route.kind === 'delay') {
    const { roundTripMs } = route;
    const proxy = await startProxyThread({ to: target, roundTripMs });
    return {
      target: { ...target, host: proxy.host, port: proxy.port },
      poolerPid: null,
      stop: () => proxy.stop(),
    };
  }
  const { poolMode, auth, poolSize } = route;
  const pooler = await startPgBouncer({ server: target, poolMode, auth, poolSize, log });
  return { target: pooler.target, poolerPid: pooler.pid, stop: () => pooler.stop() };
}
