import { findMethod } from '../model/program.ts';
import { isOnly, Type } from '../model/types.ts';
import type { Call, Expression } from '../python/tree.ts';
import { noKeywords, type Arguments } from './arguments.ts';
import { truthOf } from './call-origins.ts';
import { CallMachine } from './calls.ts';
import { callAt, functionValue } from './make-values.ts';
import { joinOrigins, value, type Condition, type Value } from './values.ts';

/** Builtins that run through what they are given. */
const RUNNING_THROUGH: ReadonlySet<string> = new Set(
  'list tuple set frozenset sorted reversed enumerate zip sum min max any all iter'.split(' '),
);

/** What objects of the package make of Python's own operations: a loop, a length, a truth, an operator. */
export abstract class ObjectMachine extends CallMachine {
  /** What an object of the package makes of an operator, such as `__getitem__` of a subscript. */
  protected callSpecial(
    of: Value,
    name: string,
    values: readonly Value[],
    node: Expression,
  ): Value | undefined {
    const method = of.reference?.kind === 'instance' ? findMethod(of.reference.cls, name) : undefined;
    if (method === undefined) return undefined;
    return this.callValue(functionValue(method, of, node), { values, keywords: noKeywords }, callAt(node));
  }

  /** What is run through where something is: what its `__iter__` gives. */
  protected iterated(of: Value, node: Expression): Value {
    return this.callSpecial(of, '__iter__', [], node) ?? of;
  }

  protected override elementOf(collection: Value, node: Expression): Value {
    if (collection.reference?.kind !== 'instance') return super.elementOf(collection, node);
    const index = value(node, { types: Type.int });
    return (
      this.callSpecial(collection, '__next__', [], node) ??
      this.callSpecial(collection, '__getitem__', [index], node) ??
      super.elementOf(collection, node)
    );
  }

  /** `item in collection`: what decides it, in the place of the collection. */
  protected searched(collection: Value, item: Value, node: Expression): Value {
    const answer = this.callSpecial(collection, '__contains__', [item], node);
    if (answer === undefined) return collection;
    return { ...collection, origins: joinOrigins(collection.origins, answer.origins) };
  }

  /**
   * A variable of a function, whose value is known here and not known elsewhere. In a rehearsal nothing is known for good: what the rest
   * of the round makes of it is to be found out.
   */
  protected isVariable(node: Expression): boolean {
    return node.kind === 'Name' && !this.rehearsing && this.lookUpLocal(node.id) !== undefined;
  }

  /** What holds where a value counts as true. */
  protected truth(of: Value, node: Expression): Condition {
    if (typeof of.constant === 'boolean' && this.isVariable(node))
      return { kind: 'constant', value: of.constant, compared: true };
    const own = this.callSpecial(of, '__bool__', [], node) ?? this.callSpecial(of, '__len__', [], node);
    return truthOf(own ?? of);
  }

  protected override callBuiltin(name: string, given: Arguments, node: Call): Value {
    const [first] = given.values;
    if (first === undefined) return super.callBuiltin(name, given, node);
    if (name === 'next') return this.elementOf(first, node);
    if (first.reference?.kind !== 'instance') return super.callBuiltin(name, given, node);
    if (name === 'len')
      return this.callSpecial(first, '__len__', [], node) ?? super.callBuiltin(name, given, node);
    if (name === 'bool')
      return value(node, { types: Type.bool, origins: first.origins, condition: this.truth(first, node) });
    if (!RUNNING_THROUGH.has(name)) return super.callBuiltin(name, given, node);
    const through = this.iterated(first, node);
    const element =
      through.reference?.kind === 'instance' && !isOnly(through.types, Type.dict)
        ? value(node, { types: Type.list, origins: through.origins, element: this.elementOf(through, node) })
        : through;
    return super.callBuiltin(name, { ...given, values: [element, ...given.values.slice(1)] }, node);
  }
}
