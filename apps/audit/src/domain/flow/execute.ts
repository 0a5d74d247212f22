import { dotted } from '../model/dotted.ts';
import { findMethod, setterOf, type ClassModel, type FunctionModel } from '../model/program.ts';
import { isOnly, Type } from '../model/types.ts';
import type { Call, Expression, Node, Statement, Try } from '../python/tree.ts';
import { inOrder, noArguments, noKeywords, type Arguments } from './arguments.ts';
import { bindParameters } from './bind.ts';
import { truthOf } from './calls.ts';
import { Environment } from './environment.ts';
import { Evaluator } from './evaluate.ts';
import { boundOf } from './loop-bound.ts';
import { callAt, functionValue } from './make-values.ts';
import { allHeads, mergeValues, type OpenTry, type Place } from './machine.ts';
import type { Frame, LoopFrame, TryFrame } from './steps.ts';
import {
  either,
  factsOf,
  joinOrigins,
  ownShape,
  value,
  type Condition,
  type Reference,
  type Value,
} from './values.ts';

interface Returned {
  readonly place: Place;
  readonly value: Value | undefined;
}

/** Places from which a loop is left or begun again. */
interface LoopExits {
  readonly breaks: Place[];
  readonly continues: Place[];
}

interface Field {
  readonly name: string;
  readonly fields: Map<string, Value>;
}

/** Exceptions that the platform raises are caught by handlers of these types. */
const CATCH_ALL: ReadonlySet<string> = new Set(['Exception', 'BaseException', 'IconScoreException']);

/** Runs statements and unrolls calls. */
export class Executor extends Evaluator {
  #returns: Returned[] = [];
  #loopExits: LoopExits | undefined;

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
        for (const target of statement.targets) this.#delete(target);
        return;
      case 'If': {
        this.#if(statement.branches, statement.orelse, statement);
        return;
      }
      case 'For': {
        this.#for(statement);
        return;
      }
      case 'While': {
        this.#while(statement);
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
        this.#returns.push({ place: this.place, value: returned });
        this.heads = [];
        return;
      }
      case 'Raise': {
        this.#raise(statement);
        return;
      }
      case 'Assert': {
        this.#assert(statement);
        return;
      }
      case 'Try': {
        this.#try(statement);
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
        this.#loopExits?.breaks.push(this.place);
        this.heads = [];
        return;
      case 'Continue':
        this.#loopExits?.continues.push(this.place);
        this.heads = [];
        return;
      case 'FunctionDefinition': {
        this.#defineFunction(statement);
        return;
      }
      case 'Match': {
        this.#match(statement);
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

  // --- Assignment ----------------------------------------------------------------------------------------------------------------

  protected assign(target: Expression, assigned: Value): void {
    switch (target.kind) {
      case 'Name':
        this.environment.set(target.id, assigned);
        return;
      case 'Attribute': {
        this.#assignAttribute(target, assigned);
        return;
      }
      case 'Subscript': {
        const of = this.evaluate(target.value);
        const index = this.evaluate(target.index);
        if (of.reference?.kind === 'container') this.write(of.reference, [index], 'item', assigned, target);
        else if (this.callSpecial(of, '__setitem__', [index, assigned], target) !== undefined) return;
        else this.changed(of, inOrder(assigned), target);
        return;
      }
      case 'Tuple':
      case 'List':
        for (const [index, element] of target.elements.entries()) {
          const item = isOnly(assigned.types, Type.set) ? undefined : assigned.items?.[index];
          this.assign(element, item ?? this.elementOf(assigned, target));
        }
        return;
      case 'Starred': {
        this.assign(target.value, assigned);
        return;
      }
      default:
    }
  }

  #assignAttribute(target: Extract<Expression, { kind: 'Attribute' }>, assigned: Value): void {
    const of = this.evaluate(target.value);
    const instance = of.reference;
    const setter = instance?.kind === 'instance' ? setterOf(instance.cls, target.name) : undefined;
    if (setter !== undefined) {
      this.callValue(functionValue(setter, of, target), inOrder(assigned), callAt(target));
      return;
    }
    if (instance?.kind === 'instance' && this.constructing) {
      instance.fields.set(target.name, assigned);
      const container = assigned.reference;
      if (container?.kind === 'container' && container.item.name === container.item.key)
        container.item.name = target.name;
    }
    this.append({ kind: 'attribute', name: target.name, value: assigned, of, how: 'set' }, target);
  }

  #delete(target: Expression): void {
    if (target.kind !== 'Subscript') return;
    const of = this.evaluate(target.value);
    const index = this.evaluate(target.index);
    if (of.reference?.kind === 'container') this.write(of.reference, [index], 'remove', undefined, target);
    else {
      this.append(
        {
          kind: 'platform',
          name: '.__delitem__',
          args: [of, index],
          keywords: noKeywords,
          result: value(target),
        },
        target,
      );
      this.changed(of, noArguments, target);
    }
  }

  /** A list, dict or set took up new contents: the variable that names it knows of them from here on. */
  protected changed(of: Value, given: Arguments, node: Node): void {
    const origins = joinOrigins(of.origins, ...given.values.map((each) => each.origins));
    const known = this.environment.nameOf(of);
    if (known !== undefined) {
      const element = either(node, [...elementsBefore(of, node), ...given.values]);
      this.environment.set(known, { ...of, origins, element, items: undefined });
    }
    const field = this.#fieldOf(of);
    if (field === undefined) return;
    this.append(
      { kind: 'attribute', name: field.name, value: given.values[0] ?? of, of, how: 'change' },
      node,
    );
    this.#keep(field, of, given.values.at(-1));
  }

  /** A dict of storage objects, which are made when they are first asked for, holds one of them from then on. */
  #keep({ name, fields }: Field, of: Value, kept: Value | undefined): void {
    if (kept?.reference?.kind !== 'instance' || of.element !== undefined || this.rehearsing) return;
    fields.set(name, { ...of, element: { ...kept, shape: ownShape() } });
  }

  /** The name under which an object that is known here keeps this very value. */
  #fieldOf(of: Value): Field | undefined {
    for (const { reference } of this.environment.all()) {
      if (reference?.kind !== 'instance') continue;
      const { fields } = reference;
      for (const [name, field] of fields) if (field === of) return { name, fields };
    }
    return undefined;
  }

  // --- Branches ------------------------------------------------------------------------------------------------------------------

  #if(
    branches: Extract<Statement, { kind: 'If' }>['branches'],
    orelse: readonly Statement[],
    node: Node,
  ): void {
    const outer = this.path;
    const ends: Place[] = [];
    for (const { test, body } of branches) {
      if (this.dead) break;
      const condition = this.#branch(test);
      const before = this.place;
      this.#take(condition, true, test);
      this.executeBlock(body);
      ends.push(this.place);
      this.goTo(before);
      this.#take(condition, false, test);
    }
    if (!this.dead) this.executeBlock(orelse);
    ends.push(this.place);
    this.meet(node, ends, outer);
  }

  #branch(test: Expression): Condition {
    const tested = this.evaluate(test);
    this.append({ kind: 'branch', value: tested }, test);
    return truthOf(tested);
  }

  #take(condition: Condition, outcome: boolean, node: Node): void {
    this.append({ kind: 'way', facts: factsOf(condition, outcome), outcome }, node);
    if (isImpossible(condition, outcome)) this.heads = [];
    this.path = [...this.path, outcome ? condition : { kind: 'not', of: condition }];
  }

  #match(statement: Extract<Statement, { kind: 'Match' }>): void {
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

  #assert(statement: Extract<Statement, { kind: 'Assert' }>): void {
    const condition = this.#branch(statement.test);
    const before = this.place;
    this.#take(condition, false, statement.test);
    this.raise(
      'assert',
      statement.message === undefined ? undefined : this.evaluate(statement.message),
      'AssertionError',
      statement,
    );
    this.goTo(before);
    this.#take(condition, true, statement.test);
  }

  // --- Loops ---------------------------------------------------------------------------------------------------------------------

  #for(statement: Extract<Statement, { kind: 'For' }>): void {
    const over = this.evaluate(statement.iterable);
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

  #while(statement: Extract<Statement, { kind: 'While' }>): void {
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
        const condition = this.#branch(statement.test);
        const before = this.place;
        this.#take(condition, false, statement.test);
        left = this.place;
        this.goTo(before);
        this.#take(condition, true, statement.test);
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
    const outer = { exits: this.#loopExits, loops: this.loops, path: this.path };
    if (!this.rehearsing) this.#settleValues(loop, node, body);
    const exits: LoopExits = { breaks: [], continues: [] };
    this.#loopExits = exits;
    const head = this.append({ kind: 'loop', loop }, node);
    const before = this.place;
    this.loops = [...outer.loops, loop];
    body();
    this.#lookAtRounds(loop, [this.place, ...exits.continues]);
    this.meet(node, [this.place, ...exits.continues], this.path);
    if (!this.dead) this.tieTo(head);
    const round = this.place;
    this.loops = outer.loops;
    this.#loopExits = outer.exits;
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
    const exits = this.#loopExits;
    const returns = this.#returns;
    this.#returns = [];
    this.#loopExits = { breaks: [], continues: [] };
    this.rehearse(() => {
      this.loops = [...this.loops, loop];
      body();
    });
    const after = this.place;
    const rounds = [after, ...this.#loopExits.continues].map(({ values }) => ({ values }));
    this.#loopExits = exits;
    this.#returns = returns;
    this.goTo({ ...before, values: this.#widened(node, before, rounds) });
  }

  #widened(node: Node, before: Place, rounds: readonly Pick<Place, 'values'>[]): ReadonlyMap<string, Value> {
    const merged = mergeValues(node, [before, ...rounds]);
    // A variable that only the body knows keeps what it was before: nothing.
    return merged.size === before.values.size
      ? merged
      : new Map([...merged].filter(([name]) => before.values.has(name)));
  }

  // --- Exceptions ----------------------------------------------------------------------------------------------------------------

  #raise(statement: Extract<Statement, { kind: 'Raise' }>): void {
    const raised = statement.exception === undefined ? undefined : this.evaluate(statement.exception);
    const call = statement.exception?.kind === 'Call' ? statement.exception : undefined;
    const name = dotted(call?.callee ?? statement.exception ?? statement.exception ?? EMPTY) ?? '';
    this.raise('raise', raised, name, statement);
  }

  #try(statement: Try): void {
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
    const values = mergeValues(statement, ended.heads.length > 0 ? [before, ended] : [before]);
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

  // --- Calls ---------------------------------------------------------------------------------------------------------------------

  protected invoke(
    reference: Extract<Reference, { kind: 'function' | 'lambda' }>,
    given: Arguments,
    node: Call,
  ): Value {
    if (reference.kind === 'lambda') return this.#invokeLambda(reference, given);
    const { fn, self } = reference;
    if (fn.event !== undefined) return this.#emit(fn, given, node);
    const bound =
      self === undefined || fn.binding === 'static' ? given : { ...given, values: [self, ...given.values] };
    if (reference.raw) return this.#unroll(reference, bound, node);
    const decorated = this.#decorate(reference, node);
    if (decorated === undefined) return this.#unroll(reference, bound, node);
    return this.callValue(decorated, bound, node);
  }

  #emit(fn: FunctionModel, given: Arguments, node: Call): Value {
    this.append({ kind: 'event', fn, name: fn.name, args: given.values, keywords: given.keywords }, node);
    return value(node, { types: Type.none, constant: null, shape: 'object null' });
  }

  /** What decorators of the package make of a function; undefined when it has none. */
  #decorate(reference: Extract<Reference, { kind: 'function' }>, node: Call): Value | undefined {
    let decorated: Value | undefined;
    for (const { target, call } of reference.fn.decorators.toReversed()) {
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

  #invokeLambda(reference: Extract<Reference, { kind: 'lambda' }>, given: Arguments): Value {
    const here = { environment: this.environment, module: this.module };
    const values = bindParameters(reference.node.parameters, given, reference.node, () => undefined);
    this.environment = new Environment(values, reference.closure);
    this.module = reference.module;
    const result = this.evaluate(reference.node.body);
    Object.assign(this, here);
    return result;
  }

  /** Runs a function where it is called, unless it already runs, or too much has been unrolled. */
  #unroll(reference: Extract<Reference, { kind: 'function' }>, given: Arguments, node: Call): Value {
    const { fn } = reference;
    if (fn.declared || this.#isTooMuch(fn)) return this.#opaqueCall(fn, given, node);
    this.append({ kind: 'call', fn, args: given.values }, node);
    const frame: Frame = {
      fn,
      cls: this.frame.cls,
      caller: this.frame,
      call: { node, module: this.module },
      depth: this.frame.depth + 1,
    };
    const outer = this.#leaveFrame();
    const result = this.#run(frame, reference.closure, given, node);
    Object.assign(this, outer.machine);
    this.#returns = outer.returns;
    this.#loopExits = outer.exits;
    return result;
  }

  #leaveFrame() {
    const { environment, module, path, frame } = this;
    return { machine: { environment, module, path, frame }, returns: this.#returns, exits: this.#loopExits };
  }

  #isTooMuch(fn: FunctionModel): boolean {
    let running = 0;
    for (let frame: Frame | undefined = this.frame; frame !== undefined; frame = frame.caller) {
      if (frame.fn === fn && frame.call !== undefined) running += 1;
    }
    const tooMuch = this.frame.depth >= this.world.limits.depth || this.exhausted;
    if (tooMuch) this.cut = true;
    return running > 0 || tooMuch;
  }

  #opaqueCall(fn: FunctionModel, given: Arguments, node: Call): Value {
    this.mayRaise(this.append({ kind: 'call', fn, args: given.values }, node));
    return this.opaque(node, given);
  }

  #run(frame: Frame, closure: Environment<Value> | undefined, given: Arguments, node: Call): Value {
    const { fn } = frame;
    const values = bindParameters(fn.node.parameters, given, node, (expression) =>
      this.evaluateElsewhere(fn.module, expression),
    );
    this.frame = frame;
    this.module = fn.module;
    this.environment = new Environment(values, closure);
    this.path = [];
    this.#returns = [];
    this.#loopExits = undefined;
    this.executeBlock(fn.node.body);
    return this.#result(node);
  }

  /** Goes on behind all the returns of a function, with what they return. */
  #result(node: Node): Value {
    const ends: Returned[] = this.dead
      ? this.#returns
      : [...this.#returns, { place: this.place, value: undefined }];
    this.heads = allHeads(ends.map(({ place }) => place));
    const nothing = value(node, { types: Type.none, constant: null, shape: 'object null' });
    const values = ends.map(({ value: returned }) => returned ?? nothing);
    const [only] = values;
    if (values.length === 1 && only !== undefined) return only;
    const merged = either(
      node,
      values,
      ends.map(({ place }) => place.path),
    );
    const condition = conditionOf(ends);
    return condition === undefined ? merged : { ...merged, condition };
  }

  // --- Objects -------------------------------------------------------------------------------------------------------------------

  protected instantiate(cls: ClassModel, given: Arguments, node: Call): Value {
    if (cls.role === 'interface') return this.#interfaceObject(cls, given, node);
    if (cls.role === 'exception') {
      return value(node, {
        types: Type.exception,
        origins: joinOrigins(...given.values.map(({ origins }) => origins)),
      });
    }
    const fields = new Map<string, Value>();
    const origins = joinOrigins(...given.values.map((each) => each.origins));
    const object = value(node, {
      types: cls.role === 'struct' ? Type.dict : Type.object,
      reference: { kind: 'instance', cls, fields },
      origins,
    });
    const constructor = findMethod(cls, '__init__');
    if (constructor === undefined || cls.role === 'struct') return object;
    const before = this.constructing;
    this.constructing = true;
    this.invoke(
      { kind: 'function', fn: constructor, self: object, closure: undefined, raw: false },
      given,
      node,
    );
    this.constructing = before;
    return object;
  }

  #interfaceObject(cls: ClassModel, given: Arguments, node: Call): Value {
    const address = given.values[0] ?? value(node);
    return value(node, {
      types: Type.object,
      reference: { kind: 'contract', cls, address, sent: undefined },
      origins: address.origins,
    });
  }
}

/** An argument that was left out is None for certain: `if _from is None` has one way only. */
const isImpossible = (condition: Condition, outcome: boolean): boolean =>
  condition.kind === 'constant' && condition.compared === true && condition.value !== outcome;

/** What a collection held before it took up something: nothing where it was written out empty, otherwise what nobody knows. */
function elementsBefore({ element, items, entries, origins }: Value, node: Node): Value[] {
  if (element !== undefined) return [element];
  return items?.length === 0 || entries?.size === 0 ? [] : [value(node, { origins })];
}

const isAlwaysTrue = (test: Expression): boolean =>
  (test.kind === 'Constant' && test.value === true) ||
  (test.kind === 'Number' && test.form === 'int' && test.integer !== 0n);

const EMPTY: Expression = { kind: 'Constant', value: null, start: 0, end: 0 };

function catchesPlatform(type: Expression | undefined): boolean {
  if (type === undefined) return true;
  const types = type.kind === 'Tuple' ? type.elements : [type];
  return types.some((each) => CATCH_ALL.has(dotted(each)?.split('.').at(-1) ?? ''));
}

/** When a function answers true: on one of the ways that return something that is. */
function conditionOf(ends: readonly Returned[]): Condition | undefined {
  if (ends.length > 6 || !ends.some(({ value: returned }) => returned?.condition !== undefined))
    return undefined;
  const parts = ends.flatMap(({ place, value: returned }): Condition[] => {
    if (returned === undefined || returned.constant === false || returned.constant === null) return [];
    const own = truthOf(returned);
    return [{ kind: 'all', parts: own.kind === 'constant' ? place.path : [...place.path, own] }];
  });
  return { kind: 'any', parts };
}
