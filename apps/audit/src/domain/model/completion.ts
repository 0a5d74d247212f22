import type { Call, Statement, WithItem } from '../python/tree.ts';
import { blocksOf } from './blocks-of.ts';
import { dotted } from './dotted.ts';
import { meaningOf } from './meaning.ts';
import { findMethod, type ClassModel, type FunctionModel, type Program } from './program.ts';
import type { TreeFacts } from './tree-facts.ts';

/**
 * Whether a block can run to its end. It cannot where a statement leaves it for certain: `return`, `raise`, `revert(…)`, or a call of a
 * function of the package that always reverts. Conditions are not worked out.
 */
export class Completion {
  readonly #program: Program;
  readonly #facts: TreeFacts;
  readonly #reverting = new Map<FunctionModel, boolean>();
  /** The classes that have a class in their order, itself among them. */
  readonly #families = new Map<ClassModel, ClassModel[]>();

  constructor(program: Program, facts: TreeFacts) {
    this.#program = program;
    this.#facts = facts;
    for (const cls of program.classes) for (const ancestor of cls.order) this.#familyOf(ancestor).push(cls);
  }

  #familyOf(cls: ClassModel): ClassModel[] {
    const family = this.#families.get(cls) ?? [];
    this.#families.set(cls, family);
    return family;
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
        return this.completes(statement.body) || statement.items.some(swallows);
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
    if (meaning.kind === 'class') return this.#refuses(meaning.cls);
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

  /** A class that is made only to revert, with a message of its own. */
  #refuses(cls: ClassModel): boolean {
    return ['__new__', '__init__'].some((name) => {
      const method = findMethod(cls, name);
      return method !== undefined && this.#alwaysReverts(method);
    });
  }

  /** All that `self.name` may be, seen from a method: in its own class, above it and below it. */
  #methodsOf({ owner }: FunctionModel, name: string): FunctionModel[] {
    if (owner === undefined) return [];
    return [
      ...new Set(
        this.#familyOf(owner).flatMap(
          (cls) => cls.order.find(({ methods }) => methods.has(name))?.methods.get(name) ?? [],
        ),
      ),
    ];
  }

  #alwaysReverts(fn: FunctionModel): boolean {
    const known = this.#reverting.get(fn);
    if (known !== undefined) return known;
    this.#reverting.set(fn, false);
    const isPlain = fn.event === undefined && !fn.declared && !fn.abstract && fn.decorators.length === 0;
    const { body } = fn.node;
    const result = isPlain && !returns(body) && !isLeftOpen(body) && !this.completes(body);
    this.#reverting.set(fn, result);
    return result;
  }
}

/** `with suppress(…)` goes on behind what it suppresses. */
const swallows = ({ context }: WithItem): boolean =>
  context.kind === 'Call' && (dotted(context.callee) ?? '').split('.').at(-1) === 'suppress';

/** `raise NotImplementedError` stands for what another class will do. */
function isLeftOpen(body: readonly Statement[]): boolean {
  const last = body.at(-1);
  if (last?.kind !== 'Raise' || last.exception === undefined) return false;
  const { exception } = last;
  return dotted(exception.kind === 'Call' ? exception.callee : exception) === 'NotImplementedError';
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
