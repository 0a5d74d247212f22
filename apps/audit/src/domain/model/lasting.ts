import type { Attribute, Expression, FunctionDefinition, Name, Node } from '../python/tree.ts';
import { localNames } from './locals.ts';
import { meaningOf } from './meaning.ts';
import type { ClassModel, Program, SymbolModel } from './program.ts';
import type { Found, TreeFacts } from './tree-facts.ts';

/** What lives longer than one call, in the memory of one node: a variable of a module or class, or the default of an argument. */
export interface Lasting {
  readonly kind: 'module' | 'class' | 'argument';
  /** As the source names it. */
  readonly name: string;
}

/** Who is written where a function writes: whether that outlives the call. */
export class LastingThings {
  readonly #program: Program;
  /** Assignments to names, by function and name. */
  readonly #assigned = new Map<Node, Map<string, (Expression | undefined)[]>>();
  /** Attributes that objects get for themselves, by class. */
  readonly #own = new Map<ClassModel, Set<string>>();

  constructor(program: Program, facts: TreeFacts) {
    this.#program = program;
    for (const { node, fn, cls } of facts.of('Assign'))
      for (const target of node.targets) this.#note(fn?.node, cls, target, node.value);
    for (const { node, fn, cls } of facts.of('AnnotatedAssign'))
      this.#note(fn?.node, cls, node.target, node.value);
    for (const { node, fn, cls } of [...facts.of('For'), ...facts.of('Generator')])
      this.#note(fn?.node, cls, node.target, undefined);
    for (const { node, fn, cls } of facts.of('WithItem'))
      if (node.target !== undefined) this.#note(fn?.node, cls, node.target, undefined);
  }

  #note(
    fn: Node | undefined,
    cls: ClassModel | undefined,
    target: Expression,
    value: Expression | undefined,
  ): void {
    if (target.kind === 'Tuple' || target.kind === 'List') {
      for (const element of target.elements) this.#note(fn, cls, element, undefined);
    } else if (target.kind === 'Name' && fn !== undefined) {
      const names = this.#assigned.get(fn) ?? new Map<string, (Expression | undefined)[]>();
      names.set(target.id, [...(names.get(target.id) ?? []), value]);
      this.#assigned.set(fn, names);
    } else if (
      target.kind === 'Attribute' &&
      target.value.kind === 'Name' &&
      cls !== undefined &&
      fn !== undefined
    ) {
      this.#own.set(cls, (this.#own.get(cls) ?? new Set()).add(target.name));
    }
  }

  /** A thing whose contents are changed: `x` of `x.append(1)` and `x[0] = 1`. */
  changed(found: Found, node: Expression): Lasting | undefined {
    switch (node.kind) {
      case 'Name':
        return this.#changedName(found, node);
      case 'Attribute':
        return this.#changedAttribute(found, node);
      case 'Subscript':
        return this.changed(found, node.value);
      default:
        return undefined;
    }
  }

  /** A name or attribute that is given another value. */
  rebound(found: Found, node: Expression): Lasting | undefined {
    if (node.kind === 'Name') {
      if (
        found.fn === undefined ||
        localNames(found.fn.node).has(node.id) ||
        this.#isEnclosed(found, node.id)
      )
        return undefined;
      return { kind: 'module', name: node.id };
    }
    if (node.kind !== 'Attribute') return undefined;
    const name = `${textOf(node.value)}.${node.name}`;
    if (this.#classOf(found, node.value) !== undefined) return { kind: 'class', name };
    return meaningOf(this.#program, found, node.value).kind === 'module'
      ? { kind: 'module', name }
      : undefined;
  }

  /** A name of a function around this one, which `nonlocal` reaches. */
  #isEnclosed({ fn }: Found, name: string): boolean {
    for (let outer = fn?.outer; outer !== undefined; outer = outer.outer)
      if (localNames(outer.node).has(name)) return true;
    return false;
  }

  #changedName(found: Found, node: Name): Lasting | undefined {
    const { fn } = found;
    if (fn === undefined) return undefined;
    const local = localNames(fn.node).has(node.id);
    if (!local) {
      const symbol = this.#isEnclosed(found, node.id)
        ? undefined
        : this.#program.scopes.get(found.module)?.names.get(node.id);
      return isCollection(symbol) ? { kind: 'module', name: node.id } : undefined;
    }
    const values = this.#assigned.get(fn.node)?.get(node.id) ?? [];
    if (values.length === 0)
      return isSharedDefault(fn.node, node.id) ? { kind: 'argument', name: node.id } : undefined;
    // Another name for the same thing, and never for anything else.
    const [only, ...rest] = values;
    if (only === undefined || rest.length > 0) return undefined;
    const isOther = only.kind === 'Attribute' || (only.kind === 'Name' && only.id !== node.id);
    return isOther ? this.changed(found, only) : undefined;
  }

  #changedAttribute(found: Found, node: Attribute): Lasting | undefined {
    const name = `${textOf(node.value)}.${node.name}`;
    const cls = this.#classOf(found, node.value);
    if (cls !== undefined) return isMutable(variableOf(cls, node.name)) ? { kind: 'class', name } : undefined;
    if (isSelf(found, node.value)) return this.#changedOfSelf(found.fn?.owner, node.name, name);
    const symbol = this.#symbolIn(found, node);
    return isCollection(symbol) ? { kind: 'module', name } : undefined;
  }

  /** A variable of the class, unless its objects get one of their own. */
  #changedOfSelf(cls: ClassModel | undefined, attribute: string, name: string): Lasting | undefined {
    if (cls === undefined || !isMutable(variableOf(cls, attribute))) return undefined;
    return cls.order.some((each) => this.#own.get(each)?.has(attribute) === true)
      ? undefined
      : { kind: 'class', name };
  }

  /** `LIMITS` of `config.LIMITS`, where `config` is a module of the package. */
  #symbolIn({ module }: Found, { value, name }: Attribute): SymbolModel | undefined {
    if (value.kind !== 'Name') return undefined;
    const holder = this.#program.scopes.get(module)?.names.get(value.id);
    return holder?.kind === 'module' ? this.#program.scopes.get(holder.module)?.names.get(name) : undefined;
  }

  /** The class that `Book`, `cls`, `self.__class__` and `type(self)` stand for. */
  #classOf(found: Found, node: Expression): ClassModel | undefined {
    const { fn } = found;
    const meaning = meaningOf(this.#program, found, node);
    if (meaning.kind === 'class') return meaning.cls;
    if (node.kind === 'Name')
      return fn?.binding === 'class' && node.id === fn.node.parameters[0]?.name ? fn.owner : undefined;
    if (node.kind === 'Attribute')
      return node.name === '__class__' && isSelf(found, node.value) ? fn?.owner : undefined;
    if (node.kind !== 'Call' || node.callee.kind !== 'Name' || node.callee.id !== 'type') return undefined;
    return node.args[0] !== undefined && isSelf(found, node.args[0]) ? fn?.owner : undefined;
  }
}

const isSelf = ({ fn }: Found, node: Expression): boolean =>
  node.kind === 'Name' &&
  fn?.owner !== undefined &&
  fn.binding !== 'static' &&
  fn.binding !== 'class' &&
  node.id === fn.node.parameters[0]?.name;

function variableOf(cls: ClassModel, name: string): Expression | undefined {
  for (const { variables } of cls.order) if (variables.has(name)) return variables.get(name);
  return undefined;
}

const isCollection = (symbol: SymbolModel | undefined): boolean =>
  symbol?.kind === 'value' && isMutable(symbol.value);

function isSharedDefault({ parameters }: FunctionDefinition, name: string): boolean {
  return isMutable(parameters.find((parameter) => parameter.name === name)?.default);
}

const MUTABLE: ReadonlySet<Node['kind']> = new Set([
  'List',
  'Dict',
  'Set',
  'ListComprehension',
  'DictComprehension',
  'SetComprehension',
]);
const MAKERS: ReadonlySet<string> = new Set([
  'list',
  'dict',
  'set',
  'bytearray',
  'defaultdict',
  'OrderedDict',
  'deque',
  'Counter',
]);

function isMutable(node: Expression | undefined): boolean {
  if (node === undefined) return false;
  if (node.kind === 'Call') return node.callee.kind === 'Name' && MAKERS.has(node.callee.id);
  if (node.kind === 'BinaryOperation') return isMutable(node.left) || isMutable(node.right);
  return MUTABLE.has(node.kind);
}

function textOf(node: Expression): string {
  if (node.kind === 'Name') return node.id;
  if (node.kind === 'Attribute') return `${textOf(node.value)}.${node.name}`;
  return node.kind === 'Call' ? `${textOf(node.callee)}(…)` : '…';
}
