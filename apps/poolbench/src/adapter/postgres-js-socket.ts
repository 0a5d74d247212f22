import { once } from 'node:events';
import net from 'node:net';
import { askForTls, secure } from '../prober/dial.ts';
import { failureOf } from '../prober/fault.ts';
import { placeOf, socketPath, type ProbeTls } from '../prober/target.ts';
import type { Sockets } from './sockets.ts';
import { createStartUp } from './start-up.ts';
import type { Target } from './target.ts';

/**
 * What postgres.js calls for a new connection (its option `socket`). The driver does not tell when one is ready for a query, so that
 * is seen from what the server says.
 */
export function createConnector(
  target: Target,
  sockets: Sockets,
  onReady: (socket: net.Socket) => void,
): () => Promise<net.Socket> {
  return async () => {
    const socket = sockets.make();
    const path = socketPath(target);
    socket.connect(path === undefined ? { host: target.host, port: target.port } : { path });
    const { tls } = target;
    return watch(tls === undefined ? socket : await secured(socket, target, tls), onReady);
  };
}

function watch(socket: net.Socket, onReady: (socket: net.Socket) => void): net.Socket {
  const startUp = createStartUp();
  const read = (chunk: Buffer): void => {
    if (!startUp.isOver(chunk)) return;
    socket.off('data', read).off('close', tell);
    onReady(socket);
    // A connection that was opened for `reserve` is not handed over when `fetch_types` is off: the driver forgets to. It does so when
    // its socket has drained and it has nothing to ask.
    process.nextTick(() => socket.emit('drain'));
  };
  // When one ends before it is ready, and no error says why, the driver opens the next at once, for ever, even after its end.
  const tell = (hadError: boolean): void => {
    if (!hadError && socket.listenerCount('error') > 0) socket.emit('error', endedEarly());
  };
  return socket.on('data', read).on('close', tell);
}

function endedEarly(): Error {
  return Object.assign(new Error('The connection ended before it was ready.'), { code: 'ECONNRESET' });
}

// The driver would strip the socket of our listeners before it begins with TLS, and what is said then cannot be read from outside.
async function secured(socket: net.Socket, target: Target, tls: ProbeTls): Promise<net.Socket> {
  // Whoever waits for the socket hears of an error; one that comes in between would end the process.
  socket.on('error', () => undefined);
  try {
    await once(socket, 'connect');
    await askForTls(socket);
    return await secure(socket, target.host, tls, new AbortController().signal);
  } catch (error) {
    socket.destroy();
    const { password } = target;
    return failing(failureOf(error, { where: placeOf(target), stage: 'tls', password }) as Error);
  }
}

// When its option `socket` rejects, the driver loses the connection for ever; a socket that fails it can handle.
function failing(error: Error): net.Socket {
  const socket = new net.Socket();
  setImmediate(() => socket.destroy(error));
  return socket;
}
