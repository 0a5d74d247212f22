import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { freePort } from '../src/scratch/free-port.ts';
import { startProxyThread } from '../src/via/proxy/proxy-thread.ts';

// How exact the delaying proxy is: single bytes to an echo and back, one after the other, directly and through the proxy by turns.
//   npm run bench -- proxy

const ROUND_TRIPS_MS = [0, 0.5, 2, 20];
const SECONDS_EACH = 4;

const echo = createServer({ noDelay: true }, (socket) => {
  socket.on('error', () => undefined);
  socket.pipe(socket);
}).listen(await freePort(), '127.0.0.1');
await once(echo, 'listening');
const to = { host: '127.0.0.1', port: (echo.address() as AddressInfo).port };
const proxy = await startProxyThread({ to, roundTripMs: 0 });
const direct = await open(to);
const delayed = await open(proxy);

for (const roundTripMs of ROUND_TRIPS_MS) {
  await proxy.setRoundTrip(roundTripMs);
  const times = { direct: [] as number[], delayed: [] as number[] };
  for (const end = performance.now() + SECONDS_EACH * 1000; performance.now() < end;) {
    times.direct.push(await roundTrip(direct));
    times.delayed.push(await roundTrip(delayed));
  }
  const base = quantile(times.direct, 0.5);
  const [p50 = 0, p99 = 0] = [0.5, 0.99].map((q) => quantile(times.delayed, q) - base);
  process.stdout.write(
    `round trip ${roundTripMs} ms: adds p50 ${p50.toFixed(3)} ms, p99 ${p99.toFixed(3)} ms` +
      ` (${times.delayed.length} times; direct p50 ${base.toFixed(3)} ms, p99 ${quantile(times.direct, 0.99).toFixed(3)} ms)\n`,
  );
}

direct.destroy();
delayed.destroy();
await proxy.stop();
echo.close();

async function open({ host, port }: { host: string; port: number }): Promise<Socket> {
  const socket = connect({ host, port, noDelay: true });
  await once(socket, 'connect');
  for (let warmUp = 0; warmUp < 2000; warmUp += 1) await roundTrip(socket);
  return socket;
}

async function roundTrip(socket: Socket): Promise<number> {
  const start = performance.now();
  socket.write('x');
  await once(socket, 'data');
  return performance.now() - start;
}

function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(q * (sorted.length - 1))] ?? NaN;
}
