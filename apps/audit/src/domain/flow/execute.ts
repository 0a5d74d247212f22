import type { Statement } from '../python/tree.ts';
import { LoopMachine } from './loops.ts';
import { functionValue } from './make-values.ts';

/** Runs statements. */
export class Executor extends LoopMachine {
  protected executeBlock(body: readonly Statement[]): void {
    for (const statement of body) {
      if (this.dead) return;
      this.#execute(statement);
    }
  }

  #execute(statement: Statement): void {
    switch (statement.kind) {
      case 'ExpressionStatement':
        this.evaluate(statement.value);
        return;
      case 'Assign': {
        const assigned = this.evaluate(statement.value);
        for (const target of statement.targets) this.assign(target, assigned);
        return;
      }
      case 'AnnotatedAssign':
        if (statement.value !== undefined) this.assign(statement.target, this.evaluate(statement.value));
        return;
      case 'AugmentedAssign': {
        const before = this.evaluate(statement.target);
        const operand = this.evaluate(statement.value);
        this.assign(statement.target, this.combine(statement.operator, before, operand, statement));
        return;
      }
      case 'Delete':
        for (const target of statement.targets) this.remove(target);
        return;
      case 'If': {
        this.branchOff(statement.branches, statement.orelse, statement);
        return;
      }
      case 'For': {
        this.runThrough(statement);
        return;
      }
      case 'While': {
        this.repeat(statement);
        return;
      }
      default: {
        this.#executeOther(statement);
        return;
      }
    }
  }

  #executeOther(statement: Statement): void {
    switch (statement.kind) {
      case 'Return': {
        const returned = statement.value === undefined ? undefined : this.evaluate(statement.value);
        this.append({ kind: 'return', value: returned }, statement);
        this.returns.push({ place: this.place, value: returned });
        this.heads = [];
        return;
      }
      case 'Raise': {
        this.raiseOf(statement);
        return;
      }
      case 'Assert': {
        this.insist(statement);
        return;
      }
      case 'Try': {
        this.attempt(statement);
        return;
      }
      case 'With':
        for (const { context, target } of statement.items) {
          const entered = this.evaluate(context);
          if (target !== undefined) this.assign(target, entered);
        }
        {
          this.executeBlock(statement.body);
          return;
        }
      case 'Break':
        this.loopExits?.breaks.push(this.place);
        this.heads = [];
        return;
      case 'Continue':
        this.loopExits?.continues.push(this.place);
        this.heads = [];
        return;
      case 'FunctionDefinition': {
        this.#defineFunction(statement);
        return;
      }
      case 'Match': {
        this.choose(statement);
        return;
      }
      default:
    }
  }

  /** A function inside a function closes over the variables around it. */
  #defineFunction(node: Extract<Statement, { kind: 'FunctionDefinition' }>): void {
    const fn = this.world.program.functionOf.get(node);
    if (fn === undefined) return;
    const { reference, ...rest } = functionValue(fn, undefined, node);
    if (reference?.kind !== 'function') return;
    this.environment.set(node.name, {
      ...rest,
      reference: { ...reference, closure: this.environment },
    });
  }
}
