import { Type } from '../model/types.ts';
import type { Value } from './values.ts';

/** What no entry of JSON is. */
const OUTSIDE_JSON = Type.address | Type.bytes;
/** Choices within choices that are looked into. */
const DEEPEST = 4;

/**
 * An entry of JSON as it was read: text, number or truth, but no address and no bytes. A dict into which the package puts an address beside
 * what it has read may answer with that address.
 */
export const isOutOfJson = (value: Value): boolean =>
  value.types === 0 &&
  value.node.kind === 'Subscript' &&
  [...value.origins].some(({ kind }) => kind === 'json') &&
  !isConverted(value);

const isConverted = ({ choices = [] }: Value, depth = 0): boolean =>
  depth < DEEPEST &&
  choices.some(({ value }) => (value.types & OUTSIDE_JSON) !== 0 || isConverted(value, depth + 1));
