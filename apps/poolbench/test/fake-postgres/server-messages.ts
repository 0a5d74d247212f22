import { cString, int32, message } from '../../src/prober/client-messages.ts';
import type { Refusal } from './behaviour.ts';

// What a server sends: https://www.postgresql.org/docs/current/protocol-message-formats.html

export const AUTHENTICATION_OK = authentication(0);
export const PARSE_COMPLETE = message('1');
export const BIND_COMPLETE = message('2');
export const CLOSE_COMPLETE = message('3');
export const NO_DATA = message('n');

/** An authentication request: its number, and what that one needs. */
export function authentication(code: number, ...more: readonly Uint8Array[]): Buffer {
  return message('R', int32(code), ...more);
}

export function parameterStatus(name: string, value: string): Buffer {
  return message('S', cString(name), cString(value));
}

export function backendKey(pid: number, secret: number): Buffer {
  return message('K', int32(pid), int32(secret));
}

/** `I` outside a transaction, `T` in one, `E` in one that has failed. */
export function readyForQuery(status: 'I' | 'T' | 'E'): Buffer {
  return message('Z', Buffer.from(status));
}

export function errorResponse({ sqlstate, message: text }: Refusal, severity: 'ERROR' | 'FATAL'): Buffer {
  const fields = { S: severity, V: severity, C: sqlstate, M: text };
  const bytes = Object.entries(fields).flatMap(([code, value]) => [Buffer.from(code), cString(value)]);
  return message('E', ...bytes, Buffer.from([0]));
}

export function notice(text: string): Buffer {
  return message('N', Buffer.from('S'), cString('NOTICE'), Buffer.from('M'), cString(text), Buffer.from([0]));
}

/** Columns by name, with the number of their type; all in text format. */
export function rowDescription(columns: Readonly<Record<string, number>>): Buffer {
  const fields = Object.entries(columns).flatMap(([name, type]) => [
    cString(name),
    int32(0), // table
    int16(0), // column of the table
    int32(type),
    int16(-1), // size: varies
    int32(-1), // type modifier: none
    int16(0), // text format
  ]);
  return message('T', int16(Object.keys(columns).length), ...fields);
}

export function dataRow(values: readonly (string | null)[]): Buffer {
  const fields = values.flatMap((value) => {
    if (value === null) return [int32(-1)];
    const bytes = Buffer.from(value);
    return [int32(bytes.length), bytes];
  });
  return message('D', int16(values.length), ...fields);
}

/** So many parameters, all of type text. */
export function parameterDescription(count: number): Buffer {
  return message('t', int16(count), ...Array.from({ length: count }, () => int32(25)));
}

export function commandComplete(tag: string): Buffer {
  return message('C', cString(tag));
}

function int16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeInt16BE(value);
  return bytes;
}
