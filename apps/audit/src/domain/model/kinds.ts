import { isOnly, Type, type TypeSet } from './types.ts';

/** Kinds of values: those of one kind may equal, be added to and ordered with one another, and with none of another kind. */
const KINDS = [
  ['int', Type.int | Type.bool | Type.float],
  ['str', Type.str],
  ['bytes', Type.bytes],
  ['Address', Type.address],
] as const;

export type Kind = (typeof KINDS)[number][0];

/** The kind of a value, where it is of one for certain. */
export const kindOf = (types: TypeSet): Kind | undefined =>
  KINDS.find(([, kind]) => isOnly(types, kind))?.[0];
