import type { Arguments } from './arguments.ts';
import {
  joinOrigins,
  noOrigins,
  withoutOrigins,
  type Condition,
  type Origin,
  type Origins,
  type Value,
} from './values.ts';

export const origin = (kind: Extract<Origin, { kind: 'unequal' }>['what']) =>
  new Set([{ kind: 'unequal', what: kind } as const]);
export const HASH = origin('hash');
export const FLOAT = new Set([{ kind: 'float' } as const]);
export const JSON_ORIGIN = new Set([{ kind: 'json' } as const]);

/** What no longer depends on the order in which a set is run through. */
export const ordered = (origins: ReadonlySet<Origin>): ReadonlySet<Origin> =>
  withoutOrigins(origins, (each) => each.kind === 'unequal' && each.what === 'set order');

export const inOrder = (of: Value): Value => ({ ...of, origins: ordered(of.origins) });

/** What goes into a call decides what comes of it. */
export function originsOf({ values, keywords }: Arguments, of?: Value): Origins {
  let origins = of?.origins ?? noOrigins;
  for (const each of values) origins = joinOrigins(origins, each.origins);
  for (const each of keywords.values()) origins = joinOrigins(origins, each.origins);
  return origins;
}

export const shapesOf = (given: Arguments) => given.values.map(({ shape }) => shape).join(', ');
export const shapeOf = (name: string, given: Arguments) =>
  given.keywords.size > 0 ? undefined : `${name}(${shapesOf(given)})`;

/** What is true when a value is. A method that is named and not called, as in `if self._is_open:`, is always true. */
export const truthOf = (of: Value): Condition =>
  of.condition ??
  (of.reference?.kind === 'function' ? { kind: 'constant', value: true } : { kind: 'truth', value: of });
