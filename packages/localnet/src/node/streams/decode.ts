import { isAddress, isObject, parseLooseInteger, type JsonObject } from '@madang/icon';
import { badRequest } from './refusals.ts';

/** The streams of a node that a replay has. */
export type StreamKind = 'block' | 'event';

/** A filter as sent. */
export interface FilterRequest {
  readonly addr: string | null;
  /** The signature of the event; empty when none was sent. */
  readonly event: string;
  /** Wanted values, null for any. */
  readonly indexed: readonly (string | null)[];
  readonly data: readonly (string | null)[];
}

/** A request as sent, its members of the right types. */
export interface DecodedRequest {
  readonly height: bigint;
  readonly logs: boolean;
  readonly progressInterval: bigint;
  /** The filter among the request's own members. */
  readonly own: FilterRequest;
  readonly eventFilters: readonly (FilterRequest | null)[];
}

const FILTER_MEMBERS = ['addr', 'event', 'indexed', 'data'];
const MEMBERS: Readonly<Record<StreamKind, readonly string[]>> = {
  block: ['height', 'eventFilters', 'logs'],
  event: ['height', 'eventFilters', 'logs', 'progressInterval', ...FILTER_MEMBERS],
};

/** Reads a request as strictly as the node does; what it would not read is refused as a bad request. */
export function decodeRequest(kind: StreamKind, text: string): DecodedRequest {
  const members = object(parse(text) ?? {}, MEMBERS[kind]);
  return {
    height: integer(members['height'], 64),
    logs: integer(members['logs'], 32) !== 0n,
    progressInterval: integer(members['progressInterval'], 64),
    own: filter(members),
    eventFilters: list(members['eventFilters']).map((json) =>
      json === null ? null : filter(object(json, FILTER_MEMBERS)),
    ),
  };
}

function filter({ addr, event, indexed, data }: JsonObject): FilterRequest {
  return { addr: address(addr), event: string(event) ?? '', indexed: strings(indexed), data: strings(data) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw badRequest();
  }
}

function object(json: unknown, known: readonly string[]): JsonObject {
  if (!isObject(json) || !Object.keys(json).every((name) => known.includes(name))) throw badRequest();
  return json;
}

function list(json: unknown): readonly unknown[] {
  if (json === undefined || json === null) return [];
  if (!Array.isArray(json)) throw badRequest();
  return json;
}

const strings = (json: unknown) => list(json).map(string);

function string(json: unknown): string | null {
  if (json === undefined || json === null) return null;
  if (typeof json !== 'string') throw badRequest();
  return json;
}

function address(json: unknown): string | null {
  const text = string(json);
  if (text !== null && !isAddress(text)) throw badRequest();
  return text;
}

// Numbers may be T_INT, decimal or JSON numbers; none at all is 0.
function integer(json: unknown, bits: number): bigint {
  const text = typeof json === 'number' ? String(json) : (string(json) ?? '');
  if (text === '') return 0n;
  try {
    const value = parseLooseInteger(text);
    if (BigInt.asIntN(bits, value) === value) return value;
  } catch {
    throw badRequest();
  }
  throw badRequest();
}
