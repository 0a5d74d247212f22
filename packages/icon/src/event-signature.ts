/** What a parameter of an event can be. */
export type EventType = 'int' | 'str' | 'bytes' | 'bool' | 'Address';

/** An event's name and the types of its parameters, in order. */
export interface EventSignature {
  readonly name: string;
  readonly types: readonly EventType[];
}

const SIGNATURE = /^(\w+)\((\w+(?:,\w+)*)?\)$/;
const TYPES: ReadonlySet<string> = new Set<EventType>(['int', 'str', 'bytes', 'bool', 'Address']);

/**
 * Reads the signature that a log starts with; null when the text is not one or names a type that logs do not have.
 *
 * ```ts
 * parseSignature('Transfer(Address,Address,int,bytes)')
 * // { name: 'Transfer', types: ['Address', 'Address', 'int', 'bytes'] }
 * ```
 */
export function parseSignature(text: string): EventSignature | null {
  const [, name, list] = SIGNATURE.exec(text) ?? [];
  if (name === undefined) return null;
  const types = list?.split(',') ?? [];
  return types.every(isEventType) ? { name, types } : null;
}

function isEventType(text: string): text is EventType {
  return TYPES.has(text);
}
