import { isObject } from '@madang/icon';
import type { ScoreApi } from '../domain/token-standard.ts';

/** A method or an event of a contract, as its API tells it. All of it was written by the contract's author. */
export interface ApiMember {
  /** Position in the API. */
  readonly index: number;
  readonly kind: 'read' | 'write' | 'event';
  readonly name: string;
  readonly inputs: readonly ApiInput[];
  readonly outputs: readonly string[];
  /** Takes ICX. */
  readonly payable: boolean;
}

export interface ApiInput {
  readonly name: string;
  readonly type: string;
  /** An event can be searched by it. */
  readonly indexed: boolean;
  /** What is taken when nothing is given; null when something must be given. */
  readonly otherwise: string | null;
}

export interface ApiReading {
  readonly members: readonly ApiMember[];
  /** How many entries are not as the node documents them. */
  readonly unread: number;
}

/** Reads a contract's API as far as its entries are what they should be (icon reference §1.9). Never throws. */
export function readApi(api: ScoreApi): ApiReading {
  const members = (api ?? []).map(memberOf);
  const read = members.filter((member) => member !== null);
  return { members: read, unread: members.length - read.length };
}

function memberOf(entry: unknown, index: number): ApiMember | null {
  if (!isObject(entry)) return null;
  const kind = kindOf(entry['type'], isSet(entry['readonly']));
  const inputs = listOf(entry['inputs'], inputOf);
  const outputs = listOf(entry['outputs'], typeOf);
  const { name } = entry;
  if (kind === null || typeof name !== 'string' || inputs === null || outputs === null) return null;
  return { index, kind, name, inputs, outputs, payable: isSet(entry['payable']) };
}

function kindOf(type: unknown, readonly: boolean): ApiMember['kind'] | null {
  if (type === 'eventlog') return 'event';
  if (type !== 'function' && type !== 'fallback') return null;
  return readonly ? 'read' : 'write';
}

function isSet(flag: unknown): boolean {
  return flag === '0x1';
}

// None at all is an empty list; one member that cannot be read makes the whole unread.
function listOf<T>(value: unknown, read: (member: unknown) => T | null): T[] | null {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) return null;
  const members = value.map(read);
  const found = members.filter((member) => member !== null);
  return found.length === members.length ? found : null;
}

function inputOf(input: unknown): ApiInput | null {
  const type = typeOf(input);
  if (type === null || !isObject(input)) return null;
  const { name } = input;
  return {
    name: typeof name === 'string' ? name : '',
    type,
    indexed: isSet(input['indexed']),
    otherwise: Object.hasOwn(input, 'default') ? defaultOf(input['default']) : null,
  };
}

function defaultOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return value === null ? 'null' : '…';
}

/** Structs may hold structs; nobody reads further than this. */
const MOST_LEVELS = 4;

function typeOf(value: unknown): string | null {
  return typeAt(value, MOST_LEVELS);
}

function typeAt(value: unknown, levels: number): string | null {
  if (!isObject(value)) return null;
  const { type, fields } = value;
  if (typeof type !== 'string') return null;
  if (!Array.isArray(fields)) return type;
  if (levels === 0) return `${type} { … }`;
  return `${type} { ${fields.map((field) => fieldAt(field, levels - 1)).join(', ')} }`;
}

function fieldAt(field: unknown, levels: number): string {
  const name = isObject(field) && typeof field['name'] === 'string' ? field['name'] : '?';
  return `${name}: ${typeAt(field, levels) ?? '?'}`;
}
