import { addressToBytes, isAddress, parseInteger } from '@madang/icon';
import { integerBytes } from '../scores/integer-bytes.ts';
import type { Tracer } from './tracer.ts';

/** An event as receipts have it, with what its bloom filter is made of. */
export interface Log {
  readonly scoreAddress: string;
  readonly indexed: readonly (string | null)[];
  readonly data: readonly (string | null)[];
  /** Bytes of the indexed values, the signature first; null where the value is. */
  readonly indexedBytes: readonly (Buffer | null)[];
  /** Bytes of the other values. */
  readonly dataBytes: readonly (Buffer | null)[];
}

/** Where events go, and who is told of them. */
interface Logging {
  readonly logs: Log[];
  readonly tracer: Tracer | undefined;
}

/** Writes an event to the log, and tells it. */
export function writeLog({ logs, tracer }: Logging, log: Log): void {
  logs.push(log);
  if (tracer === undefined) return;
  const [, ...indexed] = log.indexedBytes.map(hexText);
  const values = `indexed=[${indexed.join(' ')}] data=[${log.dataBytes.map(hexText).join(' ')}]`;
  tracer.say(`EVENT score=${log.scoreAddress} sig=${log.indexed[0] ?? ''} ${values}`);
}

const hexText = (bytes: Buffer | null): string => (bytes === null ? 'null' : `0x${bytes.toString('hex')}`);

/** An event that the node itself writes: its values are addresses, integers as T_INT, `0x` for no bytes, or texts. */
export function nodeLog(
  scoreAddress: string,
  signature: string,
  indexed: readonly string[],
  data: readonly string[],
): Log {
  return {
    scoreAddress,
    indexed: [signature, ...indexed],
    data,
    indexedBytes: [Buffer.from(signature), ...indexed.map(bytesOf)],
    dataBytes: data.map(bytesOf),
  };
}

const T_INT = /^-?0x[0-9a-f]+$/;

function bytesOf(value: string): Buffer {
  if (isAddress(value)) return addressToBytes(value);
  if (T_INT.test(value)) return integerBytes(parseInteger(value));
  return value === '0x' ? Buffer.alloc(0) : Buffer.from(value);
}
