import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from '@madang/telemetry';

export interface OperationsOptions {
  /** Loopback port; 0 = any free one. */
  readonly port: number;
  /** Why the role is not ready yet, or null when it is. */
  readonly ready: () => Promise<string | null>;
  /** The metrics in Prometheus' text format. */
  readonly metrics: () => Promise<string>;
  readonly log: Logger;
}

export interface OperationsServer {
  readonly url: string;
  stop(): Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/** `/health`, `/ready` and `/metrics` of one role, on the loopback only. */
export async function startOperations(options: OperationsOptions): Promise<OperationsServer> {
  const server = createServer((request, response) => {
    void answer(request, options)
      .catch((error: unknown) => {
        options.log.error({ err: error, path: request.url }, 'operations request failed');
        return text(500, 'failed; the log says why');
      })
      .then(({ status, type, body }) => response.writeHead(status, { 'content-type': type }).end(body));
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

async function answer(request: IncomingMessage, { ready, metrics }: OperationsOptions): Promise<Answer> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return text(405, 'only GET');
  const [path = ''] = (request.url ?? '').split('?', 1);
  switch (path) {
    case '/health':
      return text(200, 'alive');
    case '/ready': {
      const reason = await ready();
      const body = `${JSON.stringify({ ready: reason === null, reason })}\n`;
      return { status: reason === null ? 200 : 503, type: 'application/json', body };
    }
    case '/metrics':
      return { status: 200, type: 'text/plain; version=0.0.4; charset=utf-8', body: await metrics() };
    default:
      return text(404, '/health, /ready and /metrics are here');
  }
}

function text(status: number, line: string): Answer {
  return { status, type: 'text/plain; charset=utf-8', body: `${line}\n` };
}
