import { once } from 'node:events';
import net from 'node:net';
import { Worker } from 'node:worker_threads';

/** An address where connecting takes long, or never ends: its queue of connections to accept is full. */
export interface FullQueue {
  readonly host: string;
  readonly port: number;
  /** Accepts from now on, and forwards. Who was kept waiting is let in when his kernel asks again, a second after it first did. */
  open(): void;
  stop(): Promise<void>;
}

// A queue for one takes two on Linux, where the kernel drops what comes after; the rest is for others.
const MORE_THAN_FIT = 4;

// In a worker, Node 20 runs TypeScript only after this.
const FROM_SOURCE = `
  void import('tsx/esm/api').then(({ register }) => {
    register();
    return import(require('node:worker_threads').workerData.module);
  });`;

/** Stands before a server, so that the delay of `connect` itself can be set. */
export async function startFullQueue({ host, port }: { host: string; port: number }): Promise<FullQueue> {
  const gate = new Int32Array(new SharedArrayBuffer(4));
  const module = new URL('slow-listener.ts', import.meta.url).href;
  const worker = new Worker(FROM_SOURCE, { eval: true, workerData: { host, port, gate, module } });
  const [listening] = (await once(worker, 'message')) as [number];
  const queued = Array.from({ length: MORE_THAN_FIT }, () =>
    net.connect(listening, host).on('error', () => undefined),
  );
  await Promise.all(queued.slice(0, 2).map((socket) => once(socket, 'connect')));
  const open = (): void => {
    Atomics.store(gate, 0, 1);
    Atomics.notify(gate, 0);
  };
  return {
    host,
    port: listening,
    open,
    async stop() {
      for (const socket of queued) socket.destroy();
      open();
      await worker.terminate();
    },
  };
}
