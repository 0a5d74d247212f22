import type { ClassModel, FunctionModel } from '../model/program.ts';
import { isOnly, Type } from '../model/types.ts';
import type {
  Call,
  Comprehension,
  DictComprehension,
  Expression,
  Generator,
  Subscript,
  Yield,
} from '../python/tree.ts';
import { noKeywords, type Arguments } from './arguments.ts';
import { boundOf } from './loop-bound.ts';
import { FLOAT } from './call-origins.ts';
import { asAtFirst, contentAt, contentsOf, dictOf } from './collections.ts';
import { either, isEmpty } from './either.ts';
import { OperatorMachine } from './operators.ts';
import type { LoopFrame } from './steps.ts';
import { constantValue, hasOrigin, joinOrigins, value, type Value } from './values.ts';

type Display = Extract<Expression, { kind: 'Tuple' | 'List' | 'Set' }>;
type Slice = Extract<Expression, { kind: 'Slice' }>;

/** Reads expressions: what they give, and what happens while they are worked out. */
export abstract class Evaluator extends OperatorMachine {
  protected abstract assign(target: Expression, assigned: Value): void;

  protected abstract handOut(node: Yield): Value;

  protected evaluate(node: Expression): Value {
    switch (node.kind) {
      case 'Name':
        return this.valueOfName(node.id, node);
      case 'Number':
        return node.form === 'int'
          ? constantValue(node, node.integer)
          : value(node, { types: Type.float, origins: FLOAT });
      case 'String':
        return constantValue(node, node.value);
      case 'Bytes':
        return value(node, { types: Type.bytes, shape: `bytes ${node.value}`, constant: undefined });
      case 'Constant':
        return node.value === '...' ? value(node) : constantValue(node, node.value);
      case 'FString':
        return this.fString(node);
      case 'Attribute':
        return this.readAttribute(node);
      case 'Subscript':
        return this.#subscript(node);
      case 'Call':
        return this.#call(node);
      case 'BinaryOperation':
        return this.binary(node);
      case 'UnaryOperation':
        return this.unary(node);
      case 'BooleanOperation':
        return this.boolean(node);
      case 'Compare':
        return this.compare(node);
      case 'Conditional':
        return this.conditional(node);
      default:
        return this.#display(node);
    }
  }

  #display(node: Expression): Value {
    switch (node.kind) {
      case 'Tuple':
      case 'List':
      case 'Set':
        return this.#written(node);
      case 'Dict':
        return dictOf(
          node.values.map((each, index) => {
            const key = node.keys[index];
            return { key: key === undefined ? undefined : this.evaluate(key), value: this.evaluate(each) };
          }),
          node,
        );
      case 'ListComprehension':
      case 'SetComprehension':
      case 'GeneratorExpression':
      case 'DictComprehension':
        return this.#comprehension(node);
      case 'Lambda':
        return value(node, {
          types: Type.function,
          reference: { kind: 'lambda', node, closure: this.environment, module: this.module },
        });
      case 'Starred':
      case 'Await':
        return this.evaluate(node.value);
      case 'Yield':
        return this.handOut(node);
      case 'NamedExpression': {
        const assigned = this.evaluate(node.value);
        this.assign(node.target, assigned);
        return assigned;
      }
      case 'Slice':
        for (const part of [node.lower, node.upper, node.step]) if (part !== undefined) this.evaluate(part);
        return value(node);
      default:
        return value(node);
    }
  }

  /** A list, tuple or set that is written out, element by element; of `*other` all that is in there. */
  #written(node: Display): Value {
    const { kind, elements } = node;
    const items = elements.map((element) =>
      element.kind === 'Starred'
        ? this.elementOf(this.evaluate(element.value), element)
        : this.evaluate(element),
    );
    return value(node, {
      types: kind === 'Tuple' ? Type.tuple : kind === 'List' ? Type.list : Type.set,
      items: elements.some((element) => element.kind === 'Starred') ? undefined : items,
      element: items.length === 0 ? undefined : either(node, items),
      origins: joinOrigins(...items.map(({ origins }) => origins)),
    });
  }

  /** JSON that has a name in it is a dict: everything else raises where it is asked for one. */
  protected withNames(of: Value, index: Value): Value {
    if (of.types !== 0 || of.reference !== undefined || typeof index.constant !== 'string') return of;
    if (!hasOrigin(of, 'json')) return of;
    const dict = { ...of, types: Type.dict };
    return this.environment.renew(
      (each) => each === of,
      () => dict,
    )
      ? dict
      : of;
  }

  #subscript(node: Subscript): Value {
    const written = this.evaluate(node.value);
    const index = this.evaluate(node.index);
    const of = asAtFirst(this.withNames(written, index), index);
    if (of.reference?.kind === 'container') return this.subscriptContainer(of.reference, index, node);
    const own = this.callSpecial(of, '__getitem__', [index], node);
    if (own !== undefined) return own;
    if (node.index.kind === 'Slice') return this.#slice(of, node.index, index, node);
    const at = index.constant;
    const item = typeof at === 'bigint' && of.items !== undefined ? of.items.at(Number(at)) : undefined;
    if (item !== undefined) return item;
    const entry = typeof at === 'string' && this.#isLocal(node.value) ? of.entries?.get(at) : undefined;
    // In a rehearsal nothing is known for good.
    if (entry !== undefined && !(this.rehearsing && entry.constant !== undefined)) return entry;
    // The round that finds out what a loop puts in begins with nothing in there.
    if (this.rehearsing && isEmpty(of)) this.heads = [];
    const found = contentAt(of, index);
    // What is looked up in a table of constants is one of them.
    const isOneOf =
      found?.constant !== undefined || found?.choices !== undefined || found?.node.kind === 'Number';
    return value(node, {
      ...contentsOf(found),
      types: found?.types ?? (isOnly(of.types, Type.str) ? Type.str : 0),
      origins: joinOrigins((found ?? of).origins, index.origins),
      reference: found?.reference,
      shape: `${of.shape}[${index.shape}]`,
      choices: isOneOf ? [{ value: found, when: [] }] : undefined,
    });
  }

  /** Whether all that happens to a thing here is known: it is a variable, or a part of one. */
  #isLocal(node: Expression): boolean {
    return node.kind === 'Subscript'
      ? this.#isLocal(node.value)
      : node.kind === 'Name' && this.lookUpLocal(node.id) !== undefined;
  }

  /** `list[1:]`; `list[:]` is the list again. */
  #slice(of: Value, { lower, upper }: Slice, index: Value, node: Subscript): Value {
    return value(node, {
      types: of.types,
      origins: joinOrigins(of.origins, index.origins),
      element: of.element,
      shape: `${of.shape}[${index.shape}]`,
      choices: lower === undefined && upper === undefined ? [{ value: of, when: [] }] : undefined,
    });
  }

  #call(node: Call): Value {
    if (node.callee.kind === 'Name' && node.callee.id === 'super' && this.lookUpLocal('super') === undefined)
      return this.#super(node);
    const callee = this.evaluate(node.callee);
    return this.callValue(callee, this.#arguments(node), node);
  }

  /** `super()`, and `super(Class, self)`, which may start above another class. */
  #super(node: Call): Value {
    const named = node.args[0] === undefined ? undefined : this.evaluate(node.args[0]).reference;
    const owner = named?.kind === 'class' ? named.cls : this.#enclosingClass();
    const self = this.lookUpLocal(this.frame.fn.node.parameters[0]?.name ?? 'self');
    if (owner === undefined || self === undefined) return value(node);
    return value(node, { reference: { kind: 'super', self, owner } });
  }

  #enclosingClass(): ClassModel | undefined {
    for (let fn: FunctionModel | undefined = this.frame.fn; fn !== undefined; fn = fn.outer)
      if (fn.owner !== undefined) return fn.owner;
    return undefined;
  }

  #arguments(node: Call): Arguments {
    const values: Value[] = [];
    for (const argument of node.args) {
      const given = this.evaluate(argument);
      if (argument.kind === 'Starred' && given.reference?.kind === 'arguments')
        values.push(...given.reference.values);
      else if (argument.kind === 'Starred' && given.items !== undefined) values.push(...given.items);
      else values.push(given);
    }
    if (node.keywords.length === 0) return { values, keywords: noKeywords };
    const keywords = new Map<string, Value>();
    for (const keyword of node.keywords) {
      const given = this.evaluate(keyword.value);
      if (keyword.name !== undefined) keywords.set(keyword.name, given);
      else if (given.reference?.kind === 'arguments')
        for (const [name, each] of given.reference.keywords) keywords.set(name, each);
    }
    return { values, keywords };
  }

  #comprehension(node: Comprehension | DictComprehension): Value {
    const before = this.environment.keep();
    const loops = this.loops;
    for (const generator of node.generators) this.#generator(generator);
    const made =
      node.kind === 'DictComprehension'
        ? [this.evaluate(node.key), this.evaluate(node.value)]
        : [this.evaluate(node.element)];
    this.loops = loops;
    this.environment.goBackTo(before);
    const types =
      node.kind === 'SetComprehension' ? Type.set : node.kind === 'DictComprehension' ? Type.dict : Type.list;
    return value(node, {
      types,
      element: made.at(-1),
      key: node.kind === 'DictComprehension' ? made[0] : undefined,
      origins: joinOrigins(...made.map(({ origins }) => origins)),
    });
  }

  #generator(generator: Generator): void {
    const over = this.iterated(this.evaluate(generator.iterable), generator.iterable);
    const loop: LoopFrame = {
      node: generator,
      module: this.module,
      frame: this.frame,
      over,
      bound: boundOf(over),
      rounds: [],
    };
    this.append({ kind: 'loop', loop }, generator);
    this.loops = [...this.loops, loop];
    this.assign(generator.target, this.elementOf(over, generator.iterable));
    for (const condition of generator.conditions) this.evaluate(condition);
  }
}
