import { isAddress } from './address.ts';
import { parseInteger } from './integer.ts';
import { parseSignature, type EventType } from './event-signature.ts';
import type { EventLog } from './receipt.ts';

/** A parameter of an event, typed by the event's signature. Null where the contract gave no value. */
export type EventParameter = {
  /** Whether the node keeps it searchable (`indexed`) or only beside (`data`); the order does not depend on it. */
  readonly indexed: boolean;
} & (
  | { readonly type: 'bool'; readonly value: boolean | null }
  /** `int`: decimal digits, negative with a minus; `bytes`: `0x…`; `Address`: hx or cx; `str`: as it is. */
  | { readonly type: Exclude<EventType, 'bool'>; readonly value: string | null }
);

/** An event log, read by its signature. */
export interface DecodedLog {
  readonly name: string;
  readonly params: readonly EventParameter[];
}

/**
 * Reads a log by its signature: its parameters are the indexed values followed by the others, however many of them the
 * contract indexed. Null when it cannot be read so: the node itself could not and sent base64, or a value is not of its
 * type; such a log is to be shown as it is.
 *
 * ```ts
 * decodeLog({ address, indexed: ['Used(Address,int)', 'hx7220…'], data: ['0x10'] })
 * // { name: 'Used', params: [{ type: 'Address', value: 'hx7220…', indexed: true }, { type: 'int', value: '16', … }] }
 * ```
 */
export function decodeLog(log: EventLog): DecodedLog | null {
  const [text, ...indexed] = log.indexed;
  const values = [...indexed, ...log.data];
  const signature = typeof text === 'string' ? signatureFor(text, values.length) : null;
  if (signature?.types.length !== values.length) return null;
  const params: EventParameter[] = [];
  for (const [i, type] of signature.types.entries()) {
    const parameter = decodeValue(type, values[i] ?? null, i < indexed.length);
    if (parameter === null) return null;
    params.push(parameter);
  }
  return { name: signature.name, params };
}

// ICON's system contract once wrote this log without a list of types; nodes read it as this function does.
function signatureFor(text: string, count: number): ReturnType<typeof parseSignature> {
  return parseSignature(text === 'ICXBurned' && count === 1 ? 'ICXBurned(int)' : text);
}

const BYTES = /^0x(?:[0-9a-f]{2})*$/;
const INTEGER = /^-?0x[0-9a-f]+$/;

function decodeValue(type: EventType, value: string | null, indexed: boolean): EventParameter | null {
  if (type === 'bool') return decodeBool(value, indexed);
  if (value === null) return { type, value, indexed };
  switch (type) {
    case 'int':
      return INTEGER.test(value) ? { type, value: String(parseInteger(value)), indexed } : null;
    case 'bytes':
      return BYTES.test(value) ? { type, value, indexed } : null;
    case 'Address':
      return isAddress(value) ? { type, value, indexed } : null;
    case 'str':
      return { type, value, indexed };
  }
}

function decodeBool(value: string | null, indexed: boolean): EventParameter | null {
  if (value !== null && value !== '0x0' && value !== '0x1') return null;
  return { type: 'bool', value: value === null ? null : value === '0x1', indexed };
}
