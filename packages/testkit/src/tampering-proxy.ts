import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface TamperingProxy {
  readonly url: string;
  stop(): Promise<void>;
}

/** What the proxy answers in place of the real answer; null cuts the connection. */
export type Tamper = (answer: string, request: string) => string | null;

/** A proxy on the loopback that forwards POST requests and may change each answer: the lies and faults of a network, on demand. */
export async function startTamperingProxy(target: string, tamper: Tamper): Promise<TamperingProxy> {
  const server = createServer((incoming, outgoing) => {
    void (async () => {
      const request = await textOf(incoming);
      const answer = await fetch(target, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: request,
      });
      const changed = tamper(await answer.text(), request);
      if (changed === null) throw new Error('cut');
      outgoing
        .writeHead(answer.status, {
          'content-type': answer.headers.get('content-type') ?? 'application/json',
        })
        .end(changed);
    })().catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${new URL(target).pathname}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function textOf(stream: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
