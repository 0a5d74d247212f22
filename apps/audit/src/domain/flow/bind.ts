import { Type } from '../model/types.ts';
import type { Expression, Node, Parameter } from '../python/tree.ts';
import { noKeywords, type Arguments } from './arguments.ts';
import { either } from './either.ts';
import { joinOrigins, value, type Value } from './values.ts';

/** The variables that a function begins with: arguments by position, by name, and defaults. What is missing is unknown. */
export function bindParameters(
  parameters: readonly Parameter[],
  given: Arguments,
  node: Node,
  evaluateDefault: (expression: Expression) => Value | undefined,
): Map<string, Value> {
  const values = new Map<string, Value>();
  const named = given.keywords.size === 0 ? undefined : new Map(given.keywords);
  let position = 0;
  for (const parameter of parameters) {
    const { name, style } = parameter;
    if (style === 'variadic') {
      values.set(name, rest(node, given.values.slice(position), noKeywords, Type.tuple));
      position = given.values.length;
    } else if (style === 'keywords') values.set(name, rest(node, [], named ?? noKeywords, Type.dict));
    else {
      const positional = style === 'keyword-only' ? undefined : given.values[position];
      if (positional !== undefined) position += 1;
      const byName = named?.get(name);
      const byDefault = parameter.default === undefined ? undefined : evaluateDefault(parameter.default);
      values.set(name, positional ?? byName ?? byDefault ?? value(node));
      named?.delete(name);
    }
  }
  return values;
}

/** `*args` and `**kwargs`: what is in them, and that they can be passed on as they are. */
function rest(
  node: Node,
  values: readonly Value[],
  keywords: ReadonlyMap<string, Value>,
  types: number,
): Value {
  const all = [...values, ...keywords.values()];
  return value(node, {
    types,
    reference: { kind: 'arguments', values, keywords },
    items: types === Type.dict ? undefined : values,
    element: all.length === 0 ? undefined : either(node, all),
    origins: joinOrigins(...all.map(({ origins }) => origins)),
  });
}
