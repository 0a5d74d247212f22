import type { Mutable } from '../mutable.ts';
import type { Module, Package } from '../package/package.ts';
import { builtinNames, platformNames } from '../platform/exports.ts';
import type { Call, Expression } from '../python/tree.ts';
import { dotted } from './dotted.ts';
import { linearise } from './linearise.ts';
import {
  findMethod,
  type BaseModel,
  type ClassModel,
  type DecoratorModel,
  type FunctionModel,
  type Program,
  type SymbolModel,
} from './program.ts';
import { NameReader } from './read-names.ts';
import { lookUp, settleImports, type ScopeDraft } from './settle-imports.ts';

/**
 * Reads who is who in a package. Pure: the same package gives the same program. With the program of an older version, whose place
 * this one takes, what is still there stays the same object.
 */
export function buildProgram(pkg: Package, before?: Program): Program {
  const reader = new NameReader(pkg, before);
  for (const module of pkg.modules) reader.readModule(module);
  const { scopes, classes, functions } = reader;
  settleImports(scopes);
  const settler = new Settler(scopes);
  for (const cls of classes) settler.findBases(cls);
  for (const cls of classes) settler.settleClass(cls);
  for (const fn of functions) settler.settleFunction(fn);
  return {
    package: pkg,
    scopes,
    classes,
    functions,
    functionOf: new Map(functions.map((fn) => [fn.node, fn])),
    classOf: new Map(classes.map((cls) => [cls.node, cls])),
  };
}

/** Finds what classes build on and what functions are declared as, once all names are known. */
class Settler {
  readonly #scopes: ReadonlyMap<Module, ScopeDraft>;

  constructor(scopes: ReadonlyMap<Module, ScopeDraft>) {
    this.#scopes = scopes;
  }

  #resolve(module: Module, node: Expression): SymbolModel | undefined {
    const scope = this.#scopes.get(module);
    if (scope === undefined) return undefined;
    if (node.kind === 'Name') return lookUp(scope, node.id);
    if (node.kind !== 'Attribute') return undefined;
    const holder = this.#resolve(module, node.value);
    const inner = holder?.kind === 'module' ? this.#scopes.get(holder.module) : undefined;
    if (inner !== undefined) return lookUp(inner, node.name);
    const fn = holder?.kind === 'class' ? findMethod(holder.cls, node.name) : undefined;
    if (fn !== undefined) return { kind: 'function', fn };
    if (holder?.kind === 'outside' && holder.from.startsWith('iconservice'))
      return { kind: 'platform', name: node.name };
    return undefined;
  }

  findBases(cls: Mutable<ClassModel>): void {
    cls.bases = cls.node.bases.map((node): BaseModel => {
      const symbol = this.#resolve(cls.module, node);
      const name = dotted(node) ?? '';
      if (symbol?.kind === 'class') return { node, name, cls: symbol.cls, known: true };
      if (symbol?.kind === 'platform') return { node, name: symbol.name, cls: undefined, known: true };
      return {
        node,
        name,
        cls: undefined,
        known: symbol === undefined && (builtinNames.has(name) || platformNames.has(name)),
      };
    });
  }

  settleClass(cls: Mutable<ClassModel>): void {
    const { order, inconsistent } = linearise<ClassModel | string>(cls, basesOf);
    cls.order = order.filter((each) => typeof each !== 'string');
    cls.inconsistent = inconsistent;
    const outer = cls.order.flatMap(({ bases }) => bases.filter((base) => base.cls === undefined));
    cls.roots = new Set(outer.filter(({ known }) => known).map(({ name }) => name));
    cls.unknownBase = outer.some(({ known }) => !known);
    cls.role = roleOf(cls.roots);
  }

  settleFunction(fn: Mutable<FunctionModel>): void {
    fn.decorators = fn.node.decorators.map((node) => this.#decorator(fn, node));
    const platform = (name: string) =>
      fn.decorators.find(({ target }) => target.kind === 'platform' && target.name === name);
    const external = platform('external');
    const event = platform('eventlog');
    fn.external =
      external === undefined ? undefined : { readonly: isTrue(keywordOf(external.call, 'readonly')) };
    fn.payable = platform('payable') !== undefined;
    fn.event =
      event === undefined
        ? undefined
        : { indexed: numberOf(keywordOf(event.call, 'indexed') ?? event.call?.args[0]) };
    fn.declared = platform('interface') !== undefined;
    fn.abstract = fn.decorators.some(({ name }) =>
      /(?:^|\.)abstract(?:method|property|classmethod|staticmethod)$/.test(name),
    );
    fn.binding = bindingOf(fn);
  }

  #decorator(fn: FunctionModel, node: Expression): DecoratorModel {
    const call = node.kind === 'Call' ? node : undefined;
    const callee = call?.callee ?? node;
    const name = dotted(callee) ?? '';
    return { node, name, call, target: this.#decoratorTarget(fn, callee, name) };
  }

  #decoratorTarget(fn: FunctionModel, callee: Expression, name: string): DecoratorModel['target'] {
    // A decorator may be a function of the class body above it.
    const inClass = callee.kind === 'Name' ? fn.owner?.methods.get(callee.id) : undefined;
    if (inClass !== undefined && inClass !== fn) return { kind: 'function', fn: inClass };
    const symbol = this.#resolve(fn.module, callee);
    if (symbol?.kind === 'function') return { kind: 'function', fn: symbol.fn };
    if (symbol?.kind === 'platform') return { kind: 'platform', name: symbol.name };
    return symbol === undefined && builtinNames.has(name) ? { kind: 'builtin', name } : { kind: 'unknown' };
  }
}

/** Those of the platform and of Python by their names: `class Token(IconScoreBase, Base)` has no order either, as Base is one itself. */
function basesOf(cls: ClassModel | string): readonly (ClassModel | string)[] {
  if (typeof cls === 'string') return [];
  return cls.bases.flatMap(({ cls: base, known, name }): (ClassModel | string)[] => {
    if (base !== undefined) return [base];
    return known ? [name] : [];
  });
}

function roleOf(roots: ReadonlySet<string>): ClassModel['role'] {
  if (roots.has('IconScoreBase') || roots.has('IconSystemScoreBase')) return 'contract';
  if (roots.has('InterfaceScore') || roots.has('InterfaceSystemScore')) return 'interface';
  if (roots.has('TypedDict')) return 'struct';
  return [...roots].some((name) => /(?:Exception|Error)$/.test(name)) ? 'exception' : 'helper';
}

function bindingOf(fn: FunctionModel): FunctionModel['binding'] {
  if (fn.owner === undefined) return 'function';
  const has = (pattern: RegExp) => fn.decorators.some(({ name }) => pattern.test(name));
  if (has(/^staticmethod$|abstractstaticmethod$/)) return 'static';
  if (has(/^classmethod$|abstractclassmethod$/)) return 'class';
  return has(/^property$|abstractproperty$|\.(?:getter|setter|deleter)$/) ? 'property' : 'method';
}

const keywordOf = (call: Call | undefined, name: string): Expression | undefined =>
  call?.keywords.find((keyword) => keyword.name === name)?.value;

const isTrue = (node: Expression | undefined): boolean => node?.kind === 'Constant' && node.value === true;

const numberOf = (node: Expression | undefined): number =>
  node?.kind === 'Number' ? Number(node.integer) : 0;
