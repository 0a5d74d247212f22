import { notPostgres } from './errors.ts';
import { Fault } from './fault.ts';

/** Reads a message's body from its beginning, and never beyond its end. */
export interface MessageBody {
  readonly left: number;
  byte(): number;
  int32(): number;
  bytes(count: number): Buffer;
  /** Text up to a NUL. */
  text(): string;
  /** All that is left, as text. */
  rest(): string;
}

export function readBody(bytes: Buffer): MessageBody {
  let at = 0;
  const take = (count: number): Buffer => {
    if (at + count > bytes.length)
      throw new Fault(notPostgres, 'a message is shorter than what it must hold');
    at += count;
    return bytes.subarray(at - count, at);
  };
  return {
    get left() {
      return bytes.length - at;
    },
    byte: () => take(1).readUInt8(),
    int32: () => take(4).readInt32BE(),
    bytes: take,
    text() {
      const end = bytes.indexOf(0, at);
      if (end < 0) throw new Fault(notPostgres, 'a text in a message has no end');
      const text = take(end - at).toString();
      take(1);
      return text;
    },
    rest: () => take(bytes.length - at).toString(),
  };
}
