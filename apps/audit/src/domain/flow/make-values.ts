import type { ClassModel, FunctionModel } from '../model/program.ts';
import { isOnly, Type } from '../model/types.ts';
import type { Call, Expression, Node } from '../python/tree.ts';
import { value, withoutOrigins, type Reference, type Value } from './values.ts';

/** A thing of the platform, by its path. */
export const platformValue = (name: string, node: Node): Value =>
  value(node, {
    reference: { kind: 'platform', name },
    shape: `platform ${name}`,
    types: name.endsWith('_ADDRESS') ? Type.address : Type.function,
  });

/** A function of the package, bound to an object or to none. */
export const functionValue = (fn: FunctionModel, self: Value | undefined, node: Node): Value =>
  value(node, {
    types: Type.function,
    reference: { kind: 'function', fn, self, closure: undefined, raw: false },
    shape: `function ${fn.module.path}:${fn.node.start}`,
  });

export const classValue = (cls: ClassModel, node: Node): Value =>
  value(node, {
    types: Type.type,
    reference: { kind: 'class', cls },
    shape: `class ${cls.module.path}:${cls.node.start}`,
  });

/** A method of another contract. */
export const contractMethod = (
  of: Extract<Reference, { kind: 'contract' }>,
  name: string,
  node: Node,
): Value =>
  value(node, {
    types: Type.function,
    reference: { kind: 'contract method', cls: of.cls, address: of.address, sent: of.sent, name },
  });

/** An attribute of a value that is no object of ours. */
export function valueAttribute(of: Value, name: string, node: Node): Value {
  const types = name === 'is_contract' ? Type.bool : 0;
  // Message and code of an exception were given by a contract; only the object itself reads differently on each node; a name does not.
  const isSettled = isOnly(of.types, Type.exception) || name === '__name__' || name === '__qualname__';
  const origins = isSettled ? withoutOrigins(of.origins, ({ kind }) => kind === 'unequal') : of.origins;
  return value(node, {
    types,
    origins,
    shape: `${of.shape}.${name}`,
    reference: types === 0 ? { kind: 'method', of, name } : undefined,
  });
}

/** The call that reading a property, or an element of an object, is. */
export const callAt = (node: Expression): Call => ({
  kind: 'Call',
  callee: node,
  args: [],
  keywords: [],
  start: node.start,
  end: node.end,
});
