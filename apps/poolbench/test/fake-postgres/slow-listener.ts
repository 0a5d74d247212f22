import net from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';

// A worker: forwards connections to `port` and `host`, but accepts none until the gate opens. A program that neither accepts nor waits
// can be had in no other way: Node accepts whenever its loop turns, so the loop is stopped.

const { host, port, gate } = workerData as { host: string; port: number; gate: Int32Array };

const server = net.createServer((socket) => {
  const forward = net.connect(port, host);
  socket.pipe(forward).pipe(socket);
  for (const end of [socket, forward])
    end.on('error', () => {
      socket.destroy();
      forward.destroy();
    });
});

server.listen({ host, port: 0, backlog: 1 }, () => {
  parentPort?.postMessage((server.address() as net.AddressInfo).port);
  setImmediate(() => Atomics.wait(gate, 0, 0));
});
