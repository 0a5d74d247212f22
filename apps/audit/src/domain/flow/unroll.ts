import { findMethod, type ClassModel, type FunctionModel } from '../model/program.ts';
import { Type } from '../model/types.ts';
import type { Call, Node, Statement, Yield } from '../python/tree.ts';
import { inOrder, type Arguments } from './arguments.ts';
import { AssignMachine } from './assign.ts';
import { bindParameters } from './bind.ts';
import { truthOf } from './calls.ts';
import { Environment } from './environment.ts';
import { allHeads, type Place } from './machine.ts';
import { functionValue } from './make-values.ts';
import { asksWhoCalls } from './missing-guards.ts';
import { isTooNested, MOST_AT_ONCE, timesRunning } from './recursion.ts';
import type { Frame } from './steps.ts';
import {
  either,
  joinOrigins,
  value,
  type Condition,
  type Reference,
  type StorageRead,
  type Value,
} from './values.ts';

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
export abstract class Unroller extends AssignMachine {
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

  #invokeLambda(reference: Extract<Reference, { kind: 'lambda' }>, given: Arguments): Value {
    const here = { environment: this.environment, module: this.module };
    const values = bindParameters(reference.node.parameters, given, reference.node, () => undefined);
    this.environment = new Environment(values, reference.closure);
    this.module = reference.module;
    const result = this.evaluate(reference.node.body);
    Object.assign(this, here);
    return result;
  }

  /** Runs a function where it is called, unless it runs often enough already, or too much has been unrolled. */
  #unroll(reference: Extract<Reference, { kind: 'function' }>, given: Arguments, node: Call): Value {
    const { fn } = reference;
    if (fn.declared || this.#isTooMuch(reference)) return this.#opaqueCall(fn, given, node);
    this.append({ kind: 'call', fn, args: given.values }, node);
    const frame: Frame = {
      fn,
      cls: this.frame.cls,
      caller: this.frame,
      call: { node, module: this.module },
      closure: reference.closure,
      depth: this.frame.depth + 1,
    };
    const outer = this.#leaveFrame();
    const result = this.#run(frame, given, node);
    Object.assign(this, outer.machine);
    this.returns = outer.returns;
    this.handedOut = outer.handedOut;
    this.loopExits = outer.exits;
    return result;
  }

  #leaveFrame() {
    const { environment, module, path, frame } = this;
    const machine = { environment, module, path, frame };
    return { machine, returns: this.returns, handedOut: this.handedOut, exits: this.loopExits };
  }

  #isTooMuch({ fn, closure }: Extract<Reference, { kind: 'function' }>): boolean {
    const { frame, world } = this;
    const tooMuch = this.exhausted || frame.depth >= world.limits.depth || isTooNested(frame, fn);
    if (tooMuch) this.cut = true;
    return tooMuch || timesRunning(frame, fn, closure) >= MOST_AT_ONCE;
  }

  #opaqueCall(fn: FunctionModel, given: Arguments, node: Call): Value {
    this.mayRaise(this.append({ kind: 'call', fn, args: given.values }, node));
    return this.opaque(node, given);
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
