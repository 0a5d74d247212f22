import { connect } from 'node:net';
import { createLogger, createRegistry, type Registry } from '@madang/telemetry';
import { createServer, type HttpServer, type ServerOptions } from '../src/index.ts';

export interface Served {
  readonly server: HttpServer;
  readonly registry: Registry;
  /** Lines of the log so far. */
  readonly logged: () => string;
}

/** A server with the house's manners, its log kept. */
export async function serve(options: Partial<ServerOptions> = {}): Promise<Served> {
  let text = '';
  const destination = { write: (line: string) => void (text += line) };
  const registry = createRegistry();
  const server = await createServer({
    log: createLogger({ format: 'json', destination }),
    registry,
    ...options,
  });
  return { server, registry, logged: () => text };
}

/** What comes back, as text, when these bytes are sent to a port. */
export function sendRaw(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    let text = '';
    socket.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
    socket.once('error', reject);
    socket.once('close', () => resolve(text));
  });
}
