import { Gauge, Histogram, SECONDS_BUCKETS, type Registry } from '@madang/telemetry';
import type { HttpServer } from './http-server.ts';

/**
 * Counts and times requests by route pattern, method and status class: never by URL, so that the number of series is bounded.
 * Streams without an end are counted while they are open.
 */
export function measureRequests(server: HttpServer, registry: Registry): void {
  const seconds = new Histogram({
    name: 'madang_http_request_seconds',
    help: 'Time from the head of a request to the end of its answer.',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS_BUCKETS,
    registers: [registry],
  });
  const streams = new Gauge({
    name: 'madang_http_open_streams',
    help: 'Streams of events that are being read.',
    labelNames: ['route'],
    registers: [registry],
  });
  server.addHook('onRequest', ({ routeOptions: { config, url: route = 'none' } }, reply, done) => {
    if (config.endless === true) {
      streams.inc({ route });
      reply.raw.once('close', () => streams.dec({ route }));
    }
    done();
  });
  server.addHook('onResponse', ({ method, routeOptions: { config, url: route = 'none' } }, reply, done) => {
    const status = `${Math.floor(reply.statusCode / 100)}xx`;
    if (config.endless !== true) seconds.observe({ method, route, status }, reply.elapsedTime / 1000);
    done();
  });
}
