import type { Expression, Name, Node, Statement } from '../python/tree.ts';
import { forEachChild } from '../python/walk.ts';
import type { Completion } from './completion.ts';
import { addTarget, assignedIn, localNames } from './locals.ts';
import type { FunctionModel } from './program.ts';

/**
 * Reads of a local variable that some way through the function comes to without having given it a value: past an `if` without `else`, or
 * out of a `try` that broke off. A loop is taken to run at least once, and what waits behind one more condition to know why. What a turn of
 * a loop gives a value is taken to have one in the next, unless one of two branches of that turn gives it one and the other does not.
 */
export function unsetNames(fn: FunctionModel, completion: Completion): Name[] {
  const parameters = new Set(fn.node.parameters.map(({ name }) => name));
  const own = new Set([...localNames(fn.node)].filter((name) => !parameters.has(name)));
  if (own.size === 0) return [];
  const reader = new Reader(own, completion);
  reader.run(fn.node.body, new Given(undefined));
  return [...reader.found.values()];
}

/** The variables that have a value: those that a block has given one, and those that had one before it. */
class Given {
  readonly names = new Set<string>();
  /** Those that only an earlier turn of a loop may have given a value. */
  readonly stale = new Set<string>();
  readonly #before: Given | undefined;

  constructor(before: Given | undefined) {
    this.#before = before;
  }

  has(name: string): boolean {
    return this.names.has(name) || (!this.stale.has(name) && this.#before?.has(name) === true);
  }
}

class Reader {
  /** The first such read of each variable. */
  readonly found = new Map<string, Name>();
  readonly #own: ReadonlySet<string>;
  readonly #completion: Completion;
  /** What has been given a value on any way so far. */
  readonly #seen = new Set<string>();
  #conditions = 0;
  /** What had no value before the loops that are run through here. */
  #ofLoop: ReadonlySet<string> = new Set();

  constructor(own: ReadonlySet<string>, completion: Completion) {
    this.#own = own;
    this.#completion = completion;
  }

  /** Runs through a block; false where nobody comes to its end. */
  run(block: readonly Statement[], given: Given): boolean {
    return block.every((statement) => this.#step(statement, given));
  }

  /** Goes past a statement; false where nobody comes out of it. */
  #step(statement: Statement, given: Given): boolean {
    switch (statement.kind) {
      case 'If':
        for (const { test } of statement.branches) this.#read(test, given);
        return this.#choose(statement, given);
      case 'Try':
        return this.#try(statement, given);
      case 'For':
      case 'While':
        this.#read(statement.kind === 'For' ? statement.iterable : statement.test, given);
        this.#loop(statement, given);
        return true;
      case 'With':
      case 'Match':
      case 'FunctionDefinition':
      case 'ClassDefinition':
        this.#give(assignedIn(statement), given);
        return true;
      default:
        this.#read(statement, given);
        this.#give(assignedIn(statement), given);
        return this.#completion.passes(statement);
    }
  }

  #choose(statement: Extract<Statement, { kind: 'If' }>, given: Given): boolean {
    const ends = this.#branches(statement, given);
    if (statement.orelse.length > 0)
      for (const name of this.#ofLoop) {
        const giving = ends.filter((end) => end.names.has(name)).length;
        if (giving > 0 && giving < ends.length && !given.names.has(name)) given.stale.add(name);
      }
    return this.#meet(ends, given);
  }

  #loop(statement: Extract<Statement, { kind: 'For' | 'While' }>, given: Given): void {
    const outer = this.#ofLoop;
    const assigned = assignedIn(statement);
    this.#ofLoop = new Set([...outer, ...[...assigned].filter((name) => !given.has(name))]);
    this.#give(assigned, given);
    this.run(statement.body, new Given(given));
    this.#ofLoop = outer;
  }

  #branches({ branches, orelse }: Extract<Statement, { kind: 'If' }>, given: Given): Given[] {
    this.#conditions += 1;
    const ends = [...branches.map(({ body }) => body), orelse].flatMap((block) => this.#end([block], given));
    this.#conditions -= 1;
    return ends;
  }

  /** A handler finds what was there before the `try`. */
  #try({ body, handlers, orelse, last }: Extract<Statement, { kind: 'Try' }>, given: Given): boolean {
    const tried = this.#end([body, orelse], given);
    const caught = handlers.flatMap((handler) => this.#end([handler.body], given, handler.name));
    const isLeft = this.#meet([...tried, ...caught], given);
    return this.run(last, given) && isLeft;
  }

  /** What has a value behind blocks that run one after the other; nothing where nobody comes to. */
  #end(blocks: readonly (readonly Statement[])[], before: Given, name?: string): Given[] {
    const given = new Given(before);
    if (name !== undefined) given.names.add(name);
    return blocks.every((block) => this.run(block, given)) ? [given] : [];
  }

  /** What all ways that come here have given a value; false where there is none. */
  #meet([first, ...others]: readonly Given[], given: Given): boolean {
    if (first === undefined) return false;
    for (const name of first.names) if (others.every((end) => end.has(name))) given.names.add(name);
    return true;
  }

  #give(names: ReadonlySet<string>, given: Given): void {
    for (const name of names) {
      given.names.add(name);
      this.#seen.add(name);
    }
  }

  #read(node: Node, given: Given): void {
    switch (node.kind) {
      case 'Name':
        this.#readName(node, given);
        return;
      case 'Assign':
        for (const target of node.targets) if (!isVariable(target)) this.#read(target, given);
        this.#read(node.value, given);
        return;
      case 'AnnotatedAssign':
        if (node.value !== undefined) this.#read(node.value, given);
        return;
      // Of the rest one condition decides, or another scope.
      case 'BooleanOperation':
        if (node.values[0] !== undefined) this.#read(node.values[0], given);
        return;
      case 'Conditional':
        this.#read(node.test, given);
        return;
      case 'Lambda':
      case 'ListComprehension':
      case 'SetComprehension':
      case 'DictComprehension':
      case 'GeneratorExpression':
      case 'NamedExpression':
        return;
      default:
        forEachChild(node, (child) => {
          this.#read(child, given);
        });
    }
  }

  #readName(node: Name, given: Given): void {
    const { id } = node;
    if (!this.#own.has(id) || given.has(id) || this.found.has(id)) return;
    if (this.#conditions === 0 || !this.#seen.has(id)) this.found.set(id, node);
  }
}

/** A name that is given a value, and names between commas. */
const isVariable = (target: Expression): boolean => {
  const names = new Set<string>();
  addTarget(target, names);
  return names.size > 0;
};
