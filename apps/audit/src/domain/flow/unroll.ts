import { findMethod, type ClassModel, type FunctionModel } from '../model/program.ts';
import { isOnly, Type } from '../model/types.ts';
import type { Call, Node, Statement, Yield } from '../python/tree.ts';
import type { Arguments } from './arguments.ts';
import { bindParameters } from './bind.ts';
import { truthOf } from './call-origins.ts';
import { DecoratorMachine } from './decorators.ts';
import { either, unknownPart } from './either.ts';
import { Environment } from './environment.ts';
import { allHeads, type Place } from './machine.ts';
import { classValue } from './make-values.ts';
import {
  areTooMany,
  bringsNothingNew,
  isSettled,
  isTooNested,
  returnedBy,
  roundsOf,
  widened,
} from './recursion.ts';
import type { Frame, Step } from './steps.ts';
import {
  joinOrigins,
  value,
  type Condition,
  type Reference,
  type StorageRead,
  type Value,
} from './values.ts';

type FunctionReference = Extract<Reference, { kind: 'function' }>;

/** What a function returns is settled in two rounds, as a rule. */
const MOST_REHEARSED = 4;

interface Returned {
  readonly place: Place;
  readonly value: Value | undefined;
}

/** What a generator gives on its way, perhaps more than once. */
interface HandedOut extends Returned {
  readonly again: boolean;
}

/** Places from which a loop is left or begun again. */
export interface LoopExits {
  readonly breaks: Place[];
  readonly continues: Place[];
}

/** Runs functions of the package where they are called. */
export abstract class Unroller extends DecoratorMachine {
  protected abstract executeBlock(body: readonly Statement[]): void;

  protected returns: Returned[] = [];

  /** What a generator that runs has handed out, and where it was left for that. */
  protected handedOut: HandedOut[] = [];

  protected loopExits: LoopExits | undefined;

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
    const decorated = this.decorate(reference, node);
    if (decorated === undefined) return this.#unroll(reference, bound, node);
    return this.callValue(decorated, bound, node);
  }

  #emit(fn: FunctionModel, given: Arguments, node: Call): Value {
    this.append({ kind: 'event', fn, name: fn.name, args: given.values, keywords: given.keywords }, node);
    return value(node, { types: Type.none, constant: null, shape: 'object null' });
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

  /** Runs a function where it is called, unless that brings nothing new, or too much has been unrolled. */
  #unroll(reference: FunctionReference, given: Arguments, node: Call): Value {
    const { fn, closure } = reference;
    const rounds = roundsOf(this.frame, fn, closure);
    const { values: args, keywords } = given;
    const step = this.append({ kind: 'call', fn, args, keywords, again: rounds[0] }, node);
    if (fn.declared || this.#isTooMuch(fn, rounds)) return this.#opaqueCall(step, given, node);
    if (this.#assumed?.fn === fn || bringsNothingNew(rounds, given)) {
      this.mayRaise(step);
      return this.#returnedBelow(reference, given, node);
    }
    return this.#enter(reference, widened(rounds, given, rounds.length + 1, node), node);
  }

  #enter({ fn, closure }: FunctionReference, given: Arguments, node: Call): Value {
    const frame: Frame = {
      fn,
      cls: this.frame.cls,
      caller: this.frame,
      call: { node, module: this.module },
      given,
      closure,
      depth: this.frame.depth + 1,
    };
    const outer = this.#leaveFrame();
    this.around = outer.machine;
    const result = this.#run(frame, given, node);
    Object.assign(this, outer.machine);
    this.returns = outer.returns;
    this.handedOut = outer.handedOut;
    this.loopExits = outer.exits;
    return result;
  }

  #leaveFrame() {
    const { environment, around, module, path, frame, returns, handedOut, loopExits: exits } = this;
    return { machine: { environment, around, module, path, frame }, returns, handedOut, exits };
  }

  #isTooMuch(fn: FunctionModel, rounds: readonly Frame[]): boolean {
    const { frame, world } = this;
    const tooMuch =
      this.exhausted || frame.depth >= world.limits.depth || areTooMany(rounds) || isTooNested(frame, fn);
    if (tooMuch) this.cut = true;
    return tooMuch;
  }

  #opaqueCall(step: Step, given: Arguments, node: Call): Value {
    this.mayRaise(step);
    const result = this.opaque(node, given);
    const unknown = [unknownPart(result, node)];
    for (const each of given.values)
      if (isOnly(each.types, Type.list | Type.dict | Type.set))
        this.changed(each, { keys: unknown, values: unknown, whole: true }, node);
    return result;
  }

  /** What is taken for what a recursive function returns in its further rounds: at first, that it does not return from them. */
  #assumed: { readonly fn: FunctionModel; readonly returned: Value | undefined } | undefined;

  /** What the rounds that bring nothing new return: they are rehearsed until one more of them adds nothing to that. */
  #returnedBelow(reference: FunctionReference, given: Arguments, node: Call): Value {
    const opaque = this.opaque(node, given);
    const { fn } = reference;
    if (this.#assumed !== undefined) {
      const { returned } = this.#assumed;
      if (this.#assumed.fn !== fn) return opaque;
      if (returned === undefined) this.heads = [];
      return returned ?? opaque;
    }
    let known: Value | undefined;
    for (let round = 0; round < MOST_REHEARSED; round += 1) {
      this.#assumed = { fn, returned: known };
      const seen = this.rehearse(() => ({ value: this.#enter(reference, given, node), isDead: this.dead }));
      this.#assumed = undefined;
      if (seen.isDead) return opaque;
      const returned = returnedBy(opaque, known, seen.value);
      if (known !== undefined && isSettled(known, returned)) return known;
      known = returned;
    }
    return opaque;
  }

  #run(frame: Frame, given: Arguments, node: Call): Value {
    const { fn, closure } = frame;
    const values = bindParameters(fn.node.parameters, given, node, (expression) =>
      this.evaluateElsewhere(fn.module, expression),
    );
    this.frame = frame;
    this.module = fn.module;
    this.environment = new Environment(values, closure);
    this.path = [];
    this.returns = [];
    this.handedOut = [];
    this.loopExits = undefined;
    this.executeBlock(fn.node.body);
    return this.handedOut.length > 0 ? this.#generated(node) : this.#result(node);
  }

  protected handOut(node: Yield): Value {
    const given = node.value === undefined ? value(node) : this.evaluate(node.value);
    const element =
      node.from && node.value !== undefined
        ? this.elementOf(this.iterated(given, node.value), node.value)
        : given;
    const again = node.from || this.loops.at(-1)?.frame === this.frame;
    this.handedOut.push({ place: this.place, value: element, again });
    return value(node);
  }

  /** What a generator gives: whoever runs through it may stop at each place where something was handed out. */
  #generated(node: Node): Value {
    const ends = [
      ...this.returns.map(({ place }) => place),
      ...this.handedOut.map(({ place }) => place),
      this.place,
    ];
    this.heads = allHeads(ends.filter(({ heads }) => heads.length > 0));
    const element = either(
      node,
      this.handedOut.flatMap((each) => each.value ?? []),
    );
    return value(node, {
      types: Type.list,
      reference: { kind: 'generator' },
      element,
      items: this.handedOut.some(({ again }) => again) ? undefined : [element],
      origins: element.origins,
      read: readOf(element),
    });
  }

  /** Goes on behind all the returns of a function, with what they return. */
  #result(node: Node): Value {
    const ends: Returned[] = this.dead
      ? this.returns
      : [...this.returns, { place: this.place, value: undefined }];
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
    if (cls.role === 'struct') return object;
    const before = this.constructing;
    this.constructing = true;
    this.#runMaker(cls, '__new__', classValue(cls, node), given, node);
    if (!this.dead) this.#runMaker(cls, '__init__', object, given, node);
    this.constructing = before;
    return object;
  }

  #runMaker(cls: ClassModel, name: string, self: Value, given: Arguments, node: Call): void {
    const fn = findMethod(cls, name);
    if (fn !== undefined)
      this.invoke({ kind: 'function', fn, self, closure: undefined, raw: false }, given, node);
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

/** The place in storage that what is handed out, one after another, is taken from. */
const readOf = ({ read }: Value): StorageRead | undefined =>
  read === undefined || read.item.kind === 'VarDB' ? undefined : { ...read, how: 'iterate' };

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
