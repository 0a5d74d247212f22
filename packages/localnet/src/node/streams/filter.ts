import {
  formatInteger,
  isAddress,
  parseLooseInteger,
  parseSignature,
  type EventLog,
  type EventType,
} from '@madang/icon';
import type { FilterRequest } from './decode.ts';

/** Whether a log is wanted. */
export type LogFilter = (log: EventLog) => boolean;

/** A filter that makes no sense; the message is the node's. */
export class BadFilter extends Error {}

/** Makes a filter of what was sent; throws {@link BadFilter} for a signature or a value that cannot be. */
export function compileFilter({ addr, event, indexed, data }: FilterRequest): LogFilter {
  const types = parseSignature(event)?.types;
  if (types === undefined || types.length < indexed.length + data.length) {
    throw new BadFilter('E1002:bad event signature');
  }
  const wanted = [...indexed, ...data].map((value, i) => canonical(types[i], value));
  const wantedIndexed = wanted.slice(0, indexed.length);
  const wantedData = wanted.slice(indexed.length);
  return (log) => {
    const [signature, ...values] = log.indexed;
    if (signature !== event || (addr !== null && log.address !== addr)) return false;
    return fits(wantedIndexed, values) && fits(wantedData, log.data);
  };
}

function fits(wanted: readonly (string | null)[], values: readonly (string | null)[]): boolean {
  if (wanted.length > values.length) return false;
  return wanted.every((value, i) => value === null || value === values[i]);
}

const BYTES = /^0x(?:[0-9a-f]{2})*$/i;

/** A wanted value as logs have it. */
function canonical(type: EventType | undefined, value: string | null): string | null {
  if (value === null) return null;
  switch (type) {
    case 'int':
      return integer(value);
    case 'bool':
      return value === '0x1' ? '0x1' : '0x0';
    case 'bytes':
      return BYTES.test(value) ? value.toLowerCase() : badValue();
    case 'Address':
      return isAddress(value) ? value : badValue();
    case 'str':
    case undefined:
      return value;
  }
}

function integer(text: string): string {
  try {
    return formatInteger(parseLooseInteger(text));
  } catch {
    return badValue();
  }
}

function badValue(): never {
  throw new BadFilter('E1002:bad event data');
}
