import type { Value } from './values.ts';

/** An entry of JSON as it was read: text, number or truth, but no address and no bytes. */
export const isOutOfJson = ({ types, node, origins }: Value): boolean =>
  types === 0 && node.kind === 'Subscript' && [...origins].some(({ kind }) => kind === 'json');
