import type { Duplex } from 'node:stream';
import { connectionLost } from './errors.ts';
import { Fault } from './fault.ts';

/**
 * A byte stream that is asked for bytes, so that nothing is kept but what was asked for and one buffer of Node's, whatever the other
 * side sends. Whoever destroys the stream with an error makes the reading reject with it. One reader at a time.
 */
export interface Wire {
  send(bytes: Uint8Array): void;
  /** Exactly so many bytes. */
  read(count: number): Promise<Buffer>;
  /** Bytes that have come and were not asked for. */
  unread(): number;
  /** Throws away what still comes, until the other side has closed. */
  drain(): Promise<void>;
  /** Leaves the stream to somebody else. */
  release(): void;
}

const CHANGES = ['readable', 'end', 'close', 'error'] as const;

export function openWire(stream: Duplex): Wire {
  let wake = (): void => undefined;
  const onChange = (): void => wake();
  // Once and for all: a listener added while half a message waits would be called at once, and so for ever.
  for (const event of CHANGES) stream.on(event, onChange);
  const change = (): Promise<void> =>
    new Promise((resolve) => {
      wake = resolve;
    });
  return {
    send: (bytes) => void stream.write(bytes),
    async read(count) {
      for (;;) {
        const bytes = stream.read(count) as Buffer | null;
        if (bytes?.length === count) return bytes;
        // At the end Node gives what there is, though it is less.
        if (bytes !== null || isOver(stream)) throw endOf(stream);
        await change();
      }
    },
    unread: () => stream.readableLength,
    async drain() {
      while (!isOver(stream)) if (stream.read() === null) await change();
      if (stream.errored !== null) throw stream.errored;
    },
    release() {
      for (const event of CHANGES) stream.off(event, onChange);
    },
  };
}

function isOver(stream: Duplex): boolean {
  return stream.readableEnded || stream.destroyed;
}

function endOf(stream: Duplex): Error {
  return stream.errored ?? new Fault(connectionLost, 'the server closed it');
}
