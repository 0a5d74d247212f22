import { typesOfAnnotation } from '../model/annotations.ts';
import {
  findAbove,
  findMethod,
  type ClassModel,
  type FunctionModel,
  type SymbolModel,
} from '../model/program.ts';
import { isOnly, Type } from '../model/types.ts';
import type { Module } from '../package/package.ts';
import { builtinNames, platformNames } from '../platform/exports.ts';
import type {
  Attribute,
  BinaryOperation,
  BooleanOperation,
  Call,
  Compare,
  Comprehension,
  DictComprehension,
  Expression,
  FormattedValue,
  FString,
  Generator,
  Node,
  Subscript,
  UnaryOperation,
} from '../python/tree.ts';
import { inOrder, noArguments, noKeywords, type Arguments } from './arguments.ts';
import { CallMachine, truthOf } from './calls.ts';
import { allHeads } from './machine.ts';
import type { LoopFrame, Step } from './steps.ts';
import { contextAttribute } from './context.ts';
import { Environment } from './environment.ts';
import { fold, foldNone } from './fold.ts';
import { boundOf } from './loop-bound.ts';
import {
  callAt,
  classValue,
  contractMethod,
  functionValue,
  platformValue,
  valueAttribute,
} from './make-values.ts';
import {
  constantValue,
  either,
  factsOf,
  joinOrigins,
  noOrigins,
  value,
  withoutOrigins,
  type Comparison,
  type Condition,
  type Origin,
  type Reference,
  type Value,
} from './values.ts';

const FLOAT = new Set([{ kind: 'float' } as const]);

/** Reads expressions: what they give, and what happens while they are worked out. */
export abstract class Evaluator extends CallMachine {
  protected abstract invoke(
    reference: Extract<Reference, { kind: 'function' | 'lambda' }>,
    given: Arguments,
    node: Call,
  ): Value;
  protected abstract instantiate(cls: ClassModel, given: Arguments, node: Call): Value;
  protected abstract assign(target: Expression, assigned: Value): void;

  protected evaluate(node: Expression): Value {
    switch (node.kind) {
      case 'Name':
        return this.#name(node.id, node);
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
        return this.#fString(node);
      case 'Attribute':
        return this.#attribute(node);
      case 'Subscript':
        return this.#subscript(node);
      case 'Call':
        return this.#call(node);
      case 'BinaryOperation':
        return this.#binary(node);
      case 'UnaryOperation':
        return this.#unary(node);
      case 'BooleanOperation':
        return this.#boolean(node);
      case 'Compare':
        return this.#compare(node);
      case 'Conditional':
        return this.#conditional(node);
      default:
        return this.#display(node);
    }
  }

  #conditional(node: Extract<Expression, { kind: 'Conditional' }>): Value {
    const condition = truthOf(this.evaluate(node.test));
    const [body, orelse] = [true, false].map((outcome) =>
      this.onTheWay(condition, outcome, node.test, () => this.evaluate(outcome ? node.body : node.orelse)),
    );
    const ends = [body, orelse].flatMap((end) => end ?? []);
    this.heads = allHeads(ends);
    return either(
      node,
      ends.map(({ result }) => result),
      [[condition], [{ kind: 'not', of: condition }]],
    );
  }

  /** Works out what runs only where a condition came out so; where all began is gone back to, the ends are handed back. */
  protected onTheWay(
    condition: Condition,
    outcome: boolean,
    node: Node,
    run: () => Value,
  ): { result: Value; heads: Step[] } {
    const before = this.heads;
    this.append({ kind: 'way', facts: factsOf(condition, outcome), outcome }, node);
    const result = run();
    const { heads } = this;
    this.heads = before;
    return { result, heads };
  }

  #display(node: Expression): Value {
    switch (node.kind) {
      case 'Tuple':
      case 'List':
      case 'Set': {
        const items = node.elements.map((element) => this.evaluate(element));
        const types = node.kind === 'Tuple' ? Type.tuple : node.kind === 'List' ? Type.list : Type.set;
        const element = items.length === 0 ? undefined : either(node, items);
        return value(node, {
          types,
          items,
          element,
          origins: joinOrigins(...items.map(({ origins }) => origins)),
        });
      }
      case 'Dict': {
        const keys = node.keys.flatMap((key) => (key === undefined ? [] : [this.evaluate(key)]));
        const values = node.values.map((each) => this.evaluate(each));
        const origins = joinOrigins(...[...keys, ...values].map((each) => each.origins));
        const entries =
          keys.length === values.length
            ? new Map(keys.flatMap((key, index) => entryOf(key, values[index])))
            : undefined;
        return value(node, {
          types: Type.dict,
          origins,
          element: values.length === 0 ? undefined : either(node, values),
          entries,
        });
      }
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
        return node.value === undefined ? value(node) : this.evaluate(node.value);
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

  // --- Names and attributes ------------------------------------------------------------------------------------------------------

  #name(id: string, node: Node): Value {
    return this.lookUpLocal(id) ?? this.globalValue(this.module, id, node);
  }

  protected globalValue(module: Module, id: string, node: Node): Value {
    const scope = this.world.program.scopes.get(module);
    const symbol = scope?.names.get(id);
    if (symbol !== undefined) return this.#symbolValue(symbol, id, node);
    if (scope?.platformStar === true && platformNames.has(id)) return platformValue(id, node);
    if (builtinNames.has(id))
      return value(node, {
        reference: { kind: 'builtin', name: id },
        shape: `builtin ${id}`,
        types: Type.function,
      });
    return value(node, { shape: `name ${id}` });
  }

  #symbolValue(symbol: SymbolModel, id: string, node: Node): Value {
    switch (symbol.kind) {
      case 'function':
        return functionValue(symbol.fn, undefined, node);
      case 'class':
        return classValue(symbol.cls, node);
      case 'module':
        return value(node, {
          reference: { kind: 'module', module: symbol.module },
          shape: `module ${symbol.module.name}`,
        });
      case 'platform':
        return platformValue(symbol.name, node);
      case 'outside':
        return platformValue(symbol.name === undefined ? symbol.from : `${symbol.from}.${symbol.name}`, node);
      case 'value':
        return symbol.value === undefined
          ? value(node, { shape: `global ${id}` })
          : this.evaluateElsewhere(symbol.module, symbol.value);
    }
  }

  /** A constant of a module or class body: worked out as if it stood here, without leaving steps. */
  protected evaluateElsewhere(module: Module, node: Expression): Value {
    const here = { module: this.module, environment: this.environment };
    this.module = module;
    this.environment = new Environment<Value>(new Map(), undefined);
    const result = this.elsewhere < 8 ? this.rehearse(() => this.#evaluateOnce(node)) : value(node);
    Object.assign(this, here);
    return result;
  }

  protected elsewhere = 0;

  #evaluateOnce(node: Expression): Value {
    this.elsewhere += 1;
    const result = this.evaluate(node);
    this.elsewhere -= 1;
    return result;
  }

  #attribute(node: Attribute): Value {
    const of = this.evaluate(node.value);
    return this.attributeOf(of, node.name, node);
  }

  protected attributeOf(of: Value, name: string, node: Attribute): Value {
    const { reference } = of;
    switch (reference?.kind) {
      case 'instance':
        return this.#fieldOf(of, reference, name, node);
      case 'super': {
        const instance = reference.self.reference;
        const cls = instance?.kind === 'instance' ? instance.cls : reference.owner;
        const method = findAbove(cls, reference.owner, name);
        if (method !== undefined) return functionValue(method, reference.self, node);
        return value(node, { reference: { kind: 'platform', name: `super.${name}` }, types: Type.function });
      }
      case 'class':
        return this.#classAttribute(reference.cls, name, node);
      case 'contract':
        return contractMethod(reference, name, node);
      case 'module':
        return this.globalValue(reference.module, name, node);
      case 'platform':
        if (isPlatform(reference.name)) return platformValue(name, node);
        return (
          contextAttribute(reference.name, name, node) ?? platformValue(`${reference.name}.${name}`, node)
        );
      case 'container':
      default:
        return valueAttribute(of, name, node);
    }
  }

  #fieldOf(
    of: Value,
    instance: Extract<Reference, { kind: 'instance' }>,
    name: string,
    node: Attribute,
  ): Value {
    const field = instance.fields.get(name);
    if (field !== undefined) return field;
    const method = findMethod(instance.cls, name);
    if (method !== undefined) {
      const bound = functionValue(method, method.binding === 'static' ? undefined : of, node);
      return method.binding === 'property' ? this.callValue(bound, noArguments, callAt(node)) : bound;
    }
    for (const ancestor of instance.cls.order) {
      const variable = ancestor.variables.get(name);
      if (variable !== undefined) return this.evaluateElsewhere(ancestor.module, variable);
    }
    const isContract = instance.cls.role === 'contract' || instance.cls.unknownBase;
    const known = isContract ? contextAttribute('self', name, node) : undefined;
    return known ?? value(node, { shape: `${of.shape}.${name}`, reference: { kind: 'method', of, name } });
  }

  #classAttribute(cls: ClassModel, name: string, node: Attribute): Value {
    const method = findMethod(cls, name);
    if (method !== undefined) return functionValue(method, undefined, node);
    for (const ancestor of cls.order) {
      const variable = ancestor.variables.get(name);
      if (variable !== undefined) return this.evaluateElsewhere(ancestor.module, variable);
    }
    return value(node, { shape: `${cls.name}.${name}` });
  }

  #subscript(node: Subscript): Value {
    const of = this.evaluate(node.value);
    const index = this.evaluate(node.index);
    if (of.reference?.kind === 'container') return this.subscriptContainer(of.reference, index, node);
    const own = this.callSpecial(of, '__getitem__', [index], node);
    if (own !== undefined) return own;
    const at = index.constant;
    const item = typeof at === 'bigint' && of.items !== undefined ? of.items.at(Number(at)) : undefined;
    if (item !== undefined) return item;
    const element = node.index.kind === 'Slice' ? of : of.element;
    // What is looked up in a table of constants is one of them; `list[:]` is the list again.
    const isOneOf =
      node.index.kind === 'Slice'
        ? node.index.lower === undefined && node.index.upper === undefined
        : element?.constant !== undefined || element?.choices !== undefined;
    const chosen = isOneOf ? element : undefined;
    return value(node, {
      types:
        node.index.kind === 'Slice'
          ? of.types
          : (element?.types ?? (isOnly(of.types, Type.str) ? Type.str : 0)),
      origins: joinOrigins(of.origins, index.origins),
      reference: node.index.kind === 'Slice' ? undefined : element?.reference,
      shape: `${of.shape}[${index.shape}]`,
      choices: chosen === undefined ? undefined : [{ value: chosen, when: [] }],
    });
  }

  // --- Calls ---------------------------------------------------------------------------------------------------------------------

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

  /** What an object of the package makes of an operator, such as `__getitem__` of a subscript. */
  protected callSpecial(
    of: Value,
    name: string,
    values: readonly Value[],
    node: Expression,
  ): Value | undefined {
    const method = of.reference?.kind === 'instance' ? findMethod(of.reference.cls, name) : undefined;
    if (method === undefined) return undefined;
    const call: Call = {
      kind: 'Call',
      callee: node,
      args: [],
      keywords: [],
      start: node.start,
      end: node.end,
    };
    return this.callValue(functionValue(method, of, node), { values, keywords: noKeywords }, call);
  }

  protected callValue(callee: Value, given: Arguments, node: Call): Value {
    const { reference } = callee;
    switch (reference?.kind) {
      case 'function':
      case 'lambda':
        return this.invoke(reference, given, node);
      case 'class':
        return this.instantiate(reference.cls, given, node);
      case 'contract method':
        return this.#callContract(reference, given, node);
      case 'builtin':
        return this.callBuiltin(reference.name, given, node);
      case 'platform':
        return this.#callNamed(reference.name, given, node);
      case 'method':
        if (reference.of.reference?.kind === 'database')
          return this.#subDatabase(reference.of.reference, given, node);
        return this.callMethod(reference.of, reference.name, given, node);
      default:
        return this.opaque(node, given, callee);
    }
  }

  #callNamed(name: string, given: Arguments, node: Call): Value {
    switch (name) {
      case 'VarDB':
      case 'DictDB':
      case 'ArrayDB':
        return this.makeContainer(name, given.values, given.keywords, node);
      case 'create_interface_score':
        return this.#interfaceScore(given, node);
      case 'icx.transfer':
      case 'icx.send':
        return this.#sendIcx(name === 'icx.send' ? 'send' : 'transfer', given, node);
      case 'call':
        return this.#legacyCall(given, node);
      default:
        return this.callPlatform(name, given, node);
    }
  }

  /** `db.get_sub_db(prefix)`: a prefix that is computed is a key in front of all others. */
  #subDatabase(outer: Extract<Reference, { kind: 'database' }>, given: Arguments, node: Call): Value {
    const name = given.values[0];
    const literal = name?.node.kind === 'Bytes' ? name.node.value : undefined;
    const written = typeof name?.constant === 'string' ? name.constant : literal;
    const keys = written === undefined ? [...(outer.keys ?? []), name ?? value(node)] : outer.keys;
    return value(node, {
      reference: { kind: 'database', prefix: `${outer.prefix}${written ?? '{}'}.`, keys },
    });
  }

  #interfaceScore(given: Arguments, node: Call): Value {
    const [address, type] = given.values;
    const cls = type?.reference?.kind === 'class' ? type.reference.cls : undefined;
    return value(node, {
      types: Type.object,
      reference: { kind: 'contract', cls, address: address ?? value(node), sent: undefined },
      origins: address?.origins,
      shape: `contract ${address?.shape ?? ''}`,
    });
  }

  #sendIcx(how: 'transfer' | 'send', given: Arguments, node: Call): Value {
    const to = given.values[0] ?? given.keywords.get('addr_to') ?? value(node);
    const amount = given.values[1] ?? given.keywords.get('amount') ?? value(node);
    const result = value(node, { types: how === 'send' ? Type.bool : Type.none, origins: noOrigins });
    this.mayRaise(this.append({ kind: 'transfer', how, to, amount, result }, node));
    return result;
  }

  #legacyCall(given: Arguments, node: Call): Value {
    const address = given.values[0] ?? given.keywords.get('addr_to') ?? value(node);
    const method = given.values[1] ?? given.keywords.get('func_name');
    const passed = given.values[2] ?? given.keywords.get('kw_dict');
    const sent = given.values[3] ?? given.keywords.get('amount');
    const name = typeof method?.constant === 'string' ? method.constant : '?';
    return this.#external(
      { kind: 'contract method', cls: undefined, address, sent, name },
      passed === undefined ? noArguments : inOrder(passed),
      node,
    );
  }

  #callContract(
    method: Extract<Reference, { kind: 'contract method' }>,
    given: Arguments,
    node: Call,
  ): Value {
    if (method.name !== 'icx') return this.#external(method, given, node);
    const { cls, address } = method;
    return value(node, {
      types: Type.object,
      reference: { kind: 'contract', cls, address, sent: given.values[0] },
      origins: address.origins,
    });
  }

  #external(method: Extract<Reference, { kind: 'contract method' }>, given: Arguments, node: Call): Value {
    const declared = method.cls === undefined ? undefined : findMethod(method.cls, method.name);
    const result = value(node, {
      types: typesOfAnnotation(declared?.node.returns),
      origins: joinOrigins(new Set([{ kind: 'call', method: method.name }]), this.#askedFor(given)),
    });
    const { address, cls, sent, name } = method;
    this.mayRaise(
      this.append(
        {
          kind: 'external',
          address,
          cls,
          method: name,
          args: given.values,
          keywords: given.keywords,
          sent,
          result,
        },
        node,
      ),
    );
    return result;
  }

  /** An answer about the caller, such as that of a register of roles, is about the caller. */
  #askedFor(given: Arguments): ReadonlySet<Origin> {
    const all = joinOrigins(...[...given.values, ...given.keywords.values()].map(({ origins }) => origins));
    return new Set([...all].filter(({ kind }) => kind === 'sender'));
  }

  // --- Operators -----------------------------------------------------------------------------------------------------------------

  #binary(node: BinaryOperation): Value {
    const left = this.evaluate(node.left);
    const right = this.evaluate(node.right);
    return this.combine(node.operator, left, right, node);
  }

  /** `left operator right`, of an expression or of an augmented assignment. */
  protected combine(operator: BinaryOperation['operator'], left: Value, right: Value, node: Node): Value {
    const folded = fold(operator, left, right, node);
    if (folded !== undefined) {
      // A constant quotient of nothing is worth a look.
      if (operator === '//' && folded.constant === 0n && left.constant !== 0n)
        this.append({ kind: 'arithmetic', operator, left, right, result: folded }, node);
      return folded;
    }
    const text = Type.str | Type.bytes;
    if (
      (operator === '+' || operator === '%') &&
      (isOnly(left.types, text) || (operator === '+' && isOnly(right.types, text)))
    ) {
      return this.#concatenate(operator, left, right, node);
    }
    const types =
      operator === '/'
        ? Type.float
        : left.types === right.types
          ? left.types
          : isOnly(left.types | right.types, Type.int | Type.bool)
            ? Type.int
            : joinNumeric(left, right);
    const origins = joinOrigins(left.origins, right.origins, operator === '/' ? FLOAT : undefined);
    const element = left.element ?? right.element;
    const result = value(node, {
      types,
      origins,
      made: { operator, left, right },
      element,
      shape: `(${left.shape} ${operator} ${right.shape})`,
    });
    const step = this.append({ kind: 'arithmetic', operator, left, right, result }, node);
    if (operator === '/' || operator === '//' || operator === '%') this.mayRaise(step);
    return result;
  }

  #concatenate(operator: '+' | '%', left: Value, right: Value, node: Node): Value {
    const filled = right.items !== undefined && isOnly(right.types, Type.tuple) ? right.items : [right];
    const parts = operator === '+' ? [left, right] : [left, ...filled.map((each) => this.textOf(each, node))];
    return value(node, {
      types: left.types === 0 ? right.types : left.types,
      origins: joinOrigins(...parts.map(({ origins }) => origins)),
      items: operator === '+' ? [...partsOf(left), ...partsOf(right)] : undefined,
      shape: `(${left.shape} ${operator} ${right.shape})`,
    });
  }

  #unary(node: UnaryOperation): Value {
    const operand = this.evaluate(node.operand);
    if (node.operator === 'not') {
      const condition: Condition = { kind: 'not', of: truthOf(operand) };
      return value(node, {
        types: Type.bool,
        origins: operand.origins,
        condition,
        shape: `not ${operand.shape}`,
      });
    }
    if (node.operator === '-' && typeof operand.constant === 'bigint')
      return constantValue(node, -operand.constant);
    return value(node, {
      types: operand.types,
      origins: operand.origins,
      shape: `${node.operator}${operand.shape}`,
      made: this.#negated(node, operand),
    });
  }

  #negated(node: UnaryOperation, operand: Value): Value['made'] {
    return node.operator === '-'
      ? { operator: '-', left: constantValue(node, 0n), right: operand }
      : undefined;
  }

  #boolean(node: BooleanOperation): Value {
    const values = this.#shortCircuit(node);
    const condition: Condition = {
      kind: node.operator === 'and' ? 'all' : 'any',
      parts: values.map(truthOf),
    };
    const merged = either(node, values);
    return { ...merged, node, condition, constant: undefined };
  }

  /** Each part is worked out only where those before it did not decide. */
  #shortCircuit(node: BooleanOperation): Value[] {
    const values: Value[] = [];
    const ends: Step[] = [];
    for (const [index, each] of node.values.entries()) {
      const before = values.at(-1);
      if (before !== undefined) {
        if (index > 0) ends.push(...this.heads);
        this.append(
          {
            kind: 'way',
            facts: factsOf(truthOf(before), node.operator === 'and'),
            outcome: node.operator === 'and',
          },
          each,
        );
      }
      values.push(this.evaluate(each));
    }
    this.heads = [...new Set([...ends, ...this.heads])];
    return values;
  }

  #compare(node: Compare): Value {
    const parts: Comparison[] = [];
    let left = this.evaluate(node.left);
    for (const [index, operator] of node.operators.entries()) {
      const comparator = node.comparators[index];
      if (comparator === undefined) continue;
      const right = this.evaluate(comparator);
      if ((operator === 'in' || operator === 'not in') && right.reference?.kind === 'container') {
        this.read(right.reference, [left], 'contains', node);
      } else if (operator === 'in' || operator === 'not in')
        this.callSpecial(right, '__contains__', [left], node);
      const comparison: Comparison = { kind: 'compare', operator, left, right, node };
      if (operator === 'is' || operator === 'is not') this.append({ kind: 'identity', comparison }, node);
      parts.push(comparison);
      left = right;
    }
    const [only] = parts;
    const certain = parts.length === 1 && only !== undefined ? foldNone(only) : undefined;
    const condition: Condition =
      certain ?? (parts.length === 1 && only !== undefined ? only : { kind: 'all', parts });
    const compared = joinOrigins(...parts.flatMap((part) => [part.left.origins, part.right.origins]));
    // Whether two types or functions are the same does not depend on how they read.
    const origins = withoutOrigins(compared, (each) => each.kind === 'unequal' && each.what === 'repr');
    return value(node, { types: Type.bool, origins, condition });
  }

  #fString(node: FString): Value {
    const parts = node.parts.map((part) =>
      part.kind === 'String' ? constantValue(part, part.value) : this.#formatted(part),
    );
    const known = parts.every(({ constant }) => typeof constant === 'string');
    if (known) return constantValue(node, parts.map(({ constant }) => String(constant)).join(''));
    return value(node, {
      types: Type.str,
      origins: joinOrigins(...parts.map(({ origins }) => origins)),
      items: parts.flatMap(partsOf),
      shape: `f(${parts.map(({ shape }) => shape).join()})`,
    });
  }

  #formatted(node: FormattedValue): Value {
    const of = this.evaluate(node.value);
    if (node.format !== undefined)
      for (const part of node.format.parts) if (part.kind === 'FormattedValue') this.evaluate(part.value);
    if (typeof of.constant === 'bigint') return constantValue(node, of.constant.toString());
    return this.textOf(of, node.value, node.conversion === 'r');
  }

  // --- Comprehensions ------------------------------------------------------------------------------------------------------------

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
      origins: joinOrigins(...made.map(({ origins }) => origins)),
    });
  }

  #generator(generator: Generator): void {
    const over = this.evaluate(generator.iterable);
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

// --- Pieces ----------------------------------------------------------------------------------------------------------------------

const entryOf = (key: Value, given: Value | undefined): [string, Value][] =>
  typeof key.constant === 'string' && given !== undefined ? [[key.constant, given]] : [];

const partsOf = (of: Value): readonly Value[] =>
  of.items !== undefined && of.reference === undefined ? of.items : [of];

const joinNumeric = (left: Value, right: Value) =>
  isOnly(left.types, Type.set)
    ? Type.set
    : isOnly(left.types, Type.float) || isOnly(right.types, Type.float)
      ? Type.float
      : left.types === 0 || right.types === 0
        ? 0
        : left.types | right.types;

/** `icon` of `import iconservice as icon`. */
const isPlatform = (name: string): boolean => name === 'iconservice' || name.startsWith('iconservice.');
