import type { Expression, Node, Statement } from '../python/tree.ts';
import { BranchMachine } from './branches.ts';
import { boundOf } from './loop-bound.ts';
import { mergeValues, type Place } from './machine.ts';
import type { LoopFrame } from './steps.ts';
import type { Condition, Value } from './values.ts';
import type { LoopExits } from './unroll.ts';

/** Loops: each body runs once, with the values that its variables have after any number of rounds. */
export abstract class LoopMachine extends BranchMachine {
  protected runThrough(statement: Extract<Statement, { kind: 'For' }>): void {
    const over = this.iterated(this.evaluate(statement.iterable), statement.iterable);
    const loop: LoopFrame = {
      node: statement,
      module: this.module,
      frame: this.frame,
      over,
      bound: boundOf(over),
      rounds: [],
    };
    this.#loop(loop, statement, statement.orelse, () => {
      this.assign(statement.target, this.elementOf(over, statement.iterable));
      this.executeBlock(statement.body);
    });
  }

  protected repeat(statement: Extract<Statement, { kind: 'While' }>): void {
    const loop: LoopFrame = {
      node: statement,
      module: this.module,
      frame: this.frame,
      over: undefined,
      bound: { kind: 'test' },
      rounds: [],
    };
    const endless = isAlwaysTrue(statement.test);
    let left: Place | undefined;
    this.#loop(
      loop,
      statement,
      statement.orelse,
      () => {
        const condition = this.branch(statement.test);
        const before = this.place;
        this.take(condition, false, statement.test);
        left = this.place;
        this.goTo(before);
        this.take(condition, true, statement.test);
        this.executeBlock(statement.body);
      },
      () => (endless ? undefined : left),
    );
  }

  /** Runs a body once, with the values that its variables have after any number of rounds. */
  #loop(
    loop: LoopFrame,
    node: Node,
    orelse: readonly Statement[],
    body: () => void,
    leave?: () => Place | undefined,
  ): void {
    const outer = { exits: this.loopExits, loops: this.loops, path: this.path };
    if (!this.rehearsing) this.#settleValues(loop, node, body);
    const exits: LoopExits = { breaks: [], continues: [] };
    this.loopExits = exits;
    const head = this.append({ kind: 'loop', loop }, node);
    const before = this.place;
    this.loops = [...outer.loops, loop];
    body();
    this.#lookAtRounds(loop, [this.place, ...exits.continues]);
    this.meet(node, [this.place, ...exits.continues], this.path);
    if (!this.dead) this.tieTo(head);
    const round = this.place;
    this.loops = outer.loops;
    this.loopExits = outer.exits;
    this.#endLoop(
      node,
      leave === undefined ? { ...before, values: mergeValues(node, [before, round]) } : leave(),
      exits,
      orelse,
      outer.path,
    );
  }

  /** Reads the test of a `while` once more at each end of a round, without leaving steps. */
  #lookAtRounds(loop: LoopFrame, ends: readonly Place[]): void {
    if (loop.node.kind !== 'While' || this.rehearsing) return;
    const { test } = loop.node;
    const here = this.place;
    for (const end of ends) {
      if (end.heads.length === 0) continue;
      this.goTo(end);
      loop.rounds.push(this.rehearse(() => this.evaluate(test)));
    }
    this.goTo(here);
  }

  #endLoop(
    node: Node,
    left: Place | undefined,
    exits: LoopExits,
    orelse: readonly Statement[],
    path: readonly Condition[],
  ): void {
    if (left === undefined) this.heads = [];
    else this.goTo(left);
    if (!this.dead) this.executeBlock(orelse);
    this.meet(node, [this.place, ...exits.breaks], exits.breaks.length === 0 ? this.path : path);
  }

  /** Rehearses a round, so that a variable that the body changes is known to have either value. */
  #settleValues(loop: LoopFrame, node: Node, body: () => void): void {
    const before = this.place;
    const exits = this.loopExits;
    const returns = this.returns;
    const handedOut = this.handedOut;
    this.returns = [];
    this.handedOut = [];
    this.loopExits = { breaks: [], continues: [] };
    this.rehearse(() => {
      this.loops = [...this.loops, loop];
      body();
    });
    const after = this.place;
    const rounds = [after, ...this.loopExits.continues].map(({ values }) => ({ values }));
    this.loopExits = exits;
    this.returns = returns;
    this.handedOut = handedOut;
    this.goTo({ ...before, values: this.#widened(node, before, rounds) });
  }

  #widened(node: Node, before: Place, rounds: readonly Pick<Place, 'values'>[]): ReadonlyMap<string, Value> {
    const merged = mergeValues(node, [before, ...rounds]);
    // A variable that only the body knows keeps what it was before: nothing.
    return merged.size === before.values.size
      ? merged
      : new Map([...merged].filter(([name]) => before.values.has(name)));
  }
}

const isAlwaysTrue = (test: Expression): boolean =>
  (test.kind === 'Constant' && test.value === true) ||
  (test.kind === 'Number' && test.form === 'int' && test.integer !== 0n);
