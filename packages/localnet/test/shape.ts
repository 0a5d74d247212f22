/** For tests: what two answers to the same question have in common, whoever's keys, heights and clock they are about. */
export type Shape = string | readonly Shape[] | { readonly [name: string]: Shape };

const FORMS: readonly (readonly [form: string, pattern: RegExp])[] = [
  ['wallet', /^hx[0-9a-f]{40}$/],
  ['contract', /^cx[0-9a-f]{40}$/],
  ['hash', /^0x[0-9a-f]{64}$/],
  ['hash without 0x', /^[0-9a-f]{64}$/],
  ['bloom filter', /^0x[0-9a-f]{512}$/],
  ['integer', /^-?0x(?:0|[1-9a-f][0-9a-f]*)$/],
  ['signature', /^[A-Za-z0-9+/]{87}=$/],
  ['nothing', /^$/],
];

const formOf = (text: string): string => FORMS.find(([, pattern]) => pattern.test(text))?.[0] ?? 'text';

/**
 * Members by name in their order, with the form of each value in its place. Lists are the set of their items' shapes. The words of
 * errors are part of the shape, those of anything else are not.
 */
export function shapeOf(json: unknown): Shape {
  if (Array.isArray(json)) return distinct(json.filter((item) => !isBase(item)).map(shapeOf));
  if (typeof json === 'string') return formOf(json);
  if (typeof json !== 'object' || json === null) return json === null ? 'null' : typeof json;
  if ('code' in json && 'message' in json) return errorShape(json);
  return Object.fromEntries(Object.entries(json).map(([name, value]) => [name, memberShape(name, value)]));
}

/** As text, for the order of members is part of an answer. */
export const shapeText = (json: unknown): string => JSON.stringify(shapeOf(json), null, 1);

const errorShape = (error: object): Shape =>
  Object.fromEntries(Object.entries(error).map(([name, value]) => [name, masked(String(value))]));

function memberShape(name: string, value: unknown): Shape {
  // A block without transactions has no root; those made here always have the one of nobody.
  if (name === 'merkle_tree_root_hash') return 'root';
  return shapeOf(value);
}

/** The first transaction of a block, by which coins are issued: each block made here has it, of the recorded ones the later. */
const isBase = (item: unknown): boolean =>
  typeof item === 'object' && item !== null && 'dataType' in item && item.dataType === 'base';

function distinct(shapes: readonly Shape[]): Shape[] {
  return [...new Map(shapes.map((shape) => [JSON.stringify(shape), shape])).entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, shape]) => shape);
}

/** What a contract says when it stops, behind the code of the stop. */
const OWN_WORDS = /(E(?:003[2-9]|00[4-9]\d|0[1-9]\d{2}):).*?(?= steps=|$)/g;

/** A text with addresses, hashes and durations replaced, and a contract's own words. */
export function masked(text: string): string {
  return text
    .replaceAll(OWN_WORDS, '$1<words>')
    .replaceAll(/\b[hc]x[0-9a-f]{40}\b/g, '<address>')
    .replaceAll(/\b0x[0-9a-f]*/g, '<hex>')
    .replaceAll(/\b[0-9a-f]{64}\b/g, '<hash>')
    .replaceAll(/(?:\d+h)?(?:\d+m)?\d+(?:\.\d+)?s\b/g, '<duration>');
}
