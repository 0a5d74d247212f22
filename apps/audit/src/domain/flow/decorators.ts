import { Type } from '../model/types.ts';
import type { Call } from '../python/tree.ts';
import { inOrder, type Arguments } from './arguments.ts';
import { AssignMachine } from './assign.ts';
import { functionValue } from './make-values.ts';
import { asksWhoCalls } from './missing-guards.ts';
import { value, type Reference, type Value } from './values.ts';

/** What stands above a function: it is run where the function is called. */
export abstract class DecoratorMachine extends AssignMachine {
  /** What decorators of the package make of a function; undefined when it has none. */
  protected decorate(reference: Extract<Reference, { kind: 'function' }>, node: Call): Value | undefined {
    let decorated: Value | undefined;
    for (const { target, call, name } of reference.fn.decorators.toReversed()) {
      if (target.kind === 'unknown' && asksWhoCalls(name, 'decorator')) this.askMissing(name, node);
      if (target.kind !== 'function') continue;
      decorated ??= value(node, {
        types: Type.function,
        reference: { ...reference, self: undefined, raw: true },
      });
      const decorator = functionValue(target.fn, undefined, node);
      const made =
        call === undefined ? decorator : this.callValue(decorator, this.#decoratorArguments(call), node);
      decorated = this.callValue(made, inOrder(decorated), node);
    }
    return decorated?.reference === undefined ? undefined : decorated;
  }

  #decoratorArguments(call: Call): Arguments {
    const values = call.args.map((argument) => this.evaluateElsewhere(this.module, argument));
    const keywords = new Map(
      call.keywords.flatMap(({ name, value: given }) =>
        name === undefined ? [] : [[name, this.evaluateElsewhere(this.module, given)] as const],
      ),
    );
    return { values, keywords };
  }
}
