import { dotted } from '../model/dotted.ts';
import { Type } from '../model/types.ts';
import type { Expression, Node, Statement, Try } from '../python/tree.ts';
import { isImpossible } from './fold.ts';
import { mergeValues, type OpenTry, type Place } from './machine.ts';
import type { TryFrame } from './steps.ts';
import { Unroller } from './unroll.ts';
import { factsOf, value, type Condition } from './values.ts';

/** Exceptions that the platform raises are caught by handlers of these types. */
const CATCH_ALL: ReadonlySet<string> = new Set(['Exception', 'BaseException', 'IconScoreException']);

/** Ways that part and meet again: conditions, and what is raised and caught. */
export abstract class BranchMachine extends Unroller {
  protected branchOff(
    branches: Extract<Statement, { kind: 'If' }>['branches'],
    orelse: readonly Statement[],
    node: Node,
  ): void {
    const outer = this.path;
    const ends: Place[] = [];
    for (const { test, body } of branches) {
      if (this.dead) break;
      const condition = this.branch(test);
      const before = this.place;
      this.take(condition, true, test);
      this.executeBlock(body);
      ends.push(this.place);
      this.goTo(before);
      this.take(condition, false, test);
    }
    if (!this.dead) this.executeBlock(orelse);
    ends.push(this.place);
    this.meet(node, ends, outer);
  }

  protected branch(test: Expression): Condition {
    const tested = this.evaluate(test);
    const condition = this.truth(tested, test);
    this.append({ kind: 'branch', value: tested }, test);
    return condition;
  }

  protected take(condition: Condition, outcome: boolean, node: Node): void {
    this.append({ kind: 'way', facts: factsOf(condition, outcome), outcome }, node);
    // An argument that was left out is None for certain: `if _from is None` has one way only.
    if (isImpossible(condition, outcome)) this.heads = [];
    this.path = [...this.path, outcome ? condition : { kind: 'not', of: condition }];
  }

  protected choose(statement: Extract<Statement, { kind: 'Match' }>): void {
    this.evaluate(statement.subject);
    const before = this.place;
    const ends = [before];
    for (const { body } of statement.cases) {
      this.goTo(before);
      this.executeBlock(body);
      ends.push(this.place);
    }
    this.meet(statement, ends, before.path);
  }

  protected insist(statement: Extract<Statement, { kind: 'Assert' }>): void {
    const condition = this.branch(statement.test);
    const before = this.place;
    this.take(condition, false, statement.test);
    this.raise(
      'assert',
      statement.message === undefined ? undefined : this.evaluate(statement.message),
      'AssertionError',
      statement,
    );
    this.goTo(before);
    this.take(condition, true, statement.test);
  }

  protected raiseOf(statement: Extract<Statement, { kind: 'Raise' }>): void {
    const raised = statement.exception === undefined ? undefined : this.evaluate(statement.exception);
    const call = statement.exception?.kind === 'Call' ? statement.exception : undefined;
    const name = dotted(call?.callee ?? statement.exception ?? statement.exception ?? EMPTY) ?? '';
    this.raise('raise', raised, name, statement);
  }

  protected attempt(statement: Try): void {
    const outer = { tries: this.tries, path: this.path };
    const frame: TryFrame = {
      node: statement,
      module: this.module,
      handlers: statement.handlers.map((handler) => ({
        node: handler,
        catches: catchesPlatform(handler.type),
      })),
    };
    const open: OpenTry = { frame, raisers: [] };
    const before = this.place;
    if (statement.handlers.length > 0)
      this.tries = { open: [...outer.tries.open, open], frames: [...outer.tries.frames, frame] };
    this.executeBlock(statement.body);
    this.tries = outer.tries;
    const ended = this.place;
    if (!this.dead) this.executeBlock(statement.orelse);
    const ends = [this.place];
    // Also where the body never comes to its end, what it assigned stands by the time something is raised.
    const values = mergeValues(statement, [before, ended]);
    for (const index of statement.handlers.keys()) {
      this.goTo({ heads: open.raisers.length > 0 ? open.raisers : before.heads, values, path: outer.path });
      this.#handle(statement, frame, index);
      ends.push(this.place);
    }
    this.meet(statement, ends, outer.path);
    if (!this.dead) this.executeBlock(statement.last);
  }

  #handle(statement: Try, frame: TryFrame, index: number): void {
    const handler = statement.handlers[index];
    if (handler === undefined || this.dead) return;
    const exception = value(handler, {
      types: Type.exception,
      origins: new Set([{ kind: 'unequal', what: 'exception' }]),
    });
    this.append({ kind: 'handler', of: frame, index, exception }, handler);
    if (handler.name !== undefined) this.environment.set(handler.name, exception);
    this.executeBlock(handler.body);
  }
}

const EMPTY: Expression = { kind: 'Constant', value: null, start: 0, end: 0 };

function catchesPlatform(type: Expression | undefined): boolean {
  if (type === undefined) return true;
  const types = type.kind === 'Tuple' ? type.elements : [type];
  return types.some((each) => CATCH_ALL.has(dotted(each)?.split('.').at(-1) ?? ''));
}
