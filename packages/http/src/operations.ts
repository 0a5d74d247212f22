import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface OperationsOptions {
  /** Loopback port; 0 = any free one. */
  readonly port: number;
  /** Why the role is not ready yet, or null when it is. */
  readonly ready: () => Promise<string | null>;
  /** The metrics in Prometheus' text format. */
  readonly metrics: () => Promise<string>;
}

export interface OperationsServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** `/health`, `/ready` and `/metrics` of one role, on the loopback only. */
export async function startOperations(options: OperationsOptions): Promise<OperationsServer> {
  const server = createServer((request, response) => {
    answer(request, response, options).catch(() => response.writeHead(500).end('failed\n'));
  });
  const port = await listen(server, options.port);
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { ready, metrics }: OperationsOptions,
): Promise<void> {
  switch (request.url ?? '') {
    case '/health':
      response.writeHead(200, { 'content-type': 'text/plain' }).end('alive\n');
      return;
    case '/ready': {
      const reason = await ready();
      response
        .writeHead(reason === null ? 200 : 503, { 'content-type': 'application/json' })
        .end(JSON.stringify({ ready: reason === null, reason }));
      return;
    }
    case '/metrics':
      response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4' }).end(await metrics());
      return;
    default:
      response
        .writeHead(404, { 'content-type': 'text/plain' })
        .end('/health, /ready and /metrics are here\n');
  }
}
