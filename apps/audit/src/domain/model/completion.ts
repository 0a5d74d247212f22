import type { Call, Statement } from '../python/tree.ts';
import { blocksOf } from './build-program.ts';
import { meaningOf } from './meaning.ts';
import type { FunctionModel, Program } from './program.ts';
import type { TreeFacts } from './tree-facts.ts';

/**
 * Whether a block can run to its end. It cannot where a statement leaves it for certain: `return`, `raise`, `revert(…)`, or a call of a
 * function of the package that always reverts. Conditions are not worked out.
 */
export class Completion {
  readonly #program: Program;
  readonly #facts: TreeFacts;
  readonly #reverting = new Map<FunctionModel, boolean>();

  constructor(program: Program, facts: TreeFacts) {
    this.#program = program;
    this.#facts = facts;
  }

  completes(block: readonly Statement[]): boolean {
    return block.every((statement) => this.passes(statement));
  }

  /** Whether what stands behind a statement may run. */
  passes(statement: Statement): boolean {
    switch (statement.kind) {
      case 'Return':
      case 'Raise':
      case 'Break':
      case 'Continue':
        return false;
      case 'ExpressionStatement':
        return statement.value.kind !== 'Call' || !this.reverts(statement.value);
      case 'If':
        return (
          this.completes(statement.orelse) || statement.branches.some(({ body }) => this.completes(body))
        );
      case 'With':
        return this.completes(statement.body);
      case 'For':
        return this.completes(statement.orelse) || hasBreak(statement.body);
      case 'While':
        return this.#passesWhile(statement);
      case 'Try':
        return this.#passesTry(statement);
      default:
        return true;
    }
  }

  #passesWhile({ test, body, orelse }: Extract<Statement, { kind: 'While' }>): boolean {
    const isEndless = test.kind === 'Constant' && test.value === true;
    return hasBreak(body) || (!isEndless && this.completes(orelse));
  }

  #passesTry({ body, handlers, orelse, last }: Extract<Statement, { kind: 'Try' }>): boolean {
    if (!this.completes(last)) return false;
    return (
      (this.completes(body) && this.completes(orelse)) ||
      handlers.some((handler) => this.completes(handler.body))
    );
  }

  /** A call that never comes back. */
  reverts(call: Call): boolean {
    const found = this.#facts.find(call);
    if (found === undefined) return false;
    const { callee } = call;
    const meaning = meaningOf(this.#program, found, callee);
    if (meaning.kind === 'platform') return meaning.name === 'revert';
    if (meaning.kind === 'function') return this.#alwaysReverts(meaning.fn);
    if (
      callee.kind !== 'Attribute' ||
      callee.value.kind !== 'Name' ||
      callee.value.id !== found.fn?.node.parameters[0]?.name
    )
      return false;
    const methods = this.#methodsOf(found.fn, callee.name);
    if (methods.length === 0) return callee.name === 'revert' && found.fn.owner?.role === 'contract';
    return methods.every((method) => this.#alwaysReverts(method));
  }

  /** All that `self.name` may be, seen from a method: in its own class, above it and below it. */
  #methodsOf({ owner }: FunctionModel, name: string): FunctionModel[] {
    if (owner === undefined) return [];
    const family = this.#program.classes.filter((cls) => cls.order.includes(owner));
    return [
      ...new Set(
        family.flatMap((cls) => cls.order.find(({ methods }) => methods.has(name))?.methods.get(name) ?? []),
      ),
    ];
  }

  #alwaysReverts(fn: FunctionModel): boolean {
    const known = this.#reverting.get(fn);
    if (known !== undefined) return known;
    this.#reverting.set(fn, false);
    const isPlain = fn.event === undefined && !fn.declared && !fn.abstract && fn.decorators.length === 0;
    const result = isPlain && !returns(fn.node.body) && !this.completes(fn.node.body);
    this.#reverting.set(fn, result);
    return result;
  }
}

/** A `break` that leaves this loop and not one inside it. */
function hasBreak(body: readonly Statement[]): boolean {
  return body.some((statement) => {
    if (statement.kind === 'Break') return true;
    if (statement.kind === 'For' || statement.kind === 'While') return hasBreak(statement.orelse);
    return blocksOf(statement).some(hasBreak);
  });
}

const returns = (body: readonly Statement[]): boolean =>
  body.some((statement) => statement.kind === 'Return' || blocksOf(statement).some(returns));
