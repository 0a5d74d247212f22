import type { Module, Package } from '../package/package.ts';
import { builtinNames, platformNames } from '../platform/exports.ts';
import type {
  Call,
  ClassDefinition,
  Expression,
  FunctionDefinition,
  Import,
  ImportFrom,
  Statement,
} from '../python/tree.ts';
import { dotted } from './dotted.ts';
import { findTargets } from './find-module.ts';
import { linearise } from './linearise.ts';
import {
  findMethod,
  type BaseModel,
  type ClassModel,
  type DecoratorModel,
  type FunctionModel,
  type ImportModel,
  type Program,
  type SymbolModel,
} from './program.ts';

type Draft<T> = { -readonly [Key in keyof T]: T[Key] };

interface ScopeDraft {
  readonly module: Module;
  readonly names: Map<string, SymbolModel>;
  readonly imports: ImportModel[];
  readonly stars: Module[];
  /** Names that stand for names of other modules; looked up when all modules are read. */
  readonly links: { readonly name: string; readonly from: Module; readonly imported: string }[];
  platformStar: boolean;
  unknownStar: boolean;
}

/** Reads who is who in a package. Pure: the same package gives the same program. */
export function buildProgram(pkg: Package): Program {
  return new ProgramBuilder(pkg).build();
}

class ProgramBuilder {
  readonly #package: Package;
  readonly #scopes = new Map<Module, ScopeDraft>();
  readonly #classes: Draft<ClassModel>[] = [];
  readonly #functions: Draft<FunctionModel>[] = [];

  constructor(pkg: Package) {
    this.#package = pkg;
  }

  build(): Program {
    for (const module of this.#package.modules) this.#readModule(module);
    for (const scope of this.#scopes.values()) this.#settleStars(scope, new Set());
    for (const cls of this.#classes) this.#findBases(cls);
    for (const cls of this.#classes) this.#settleClass(cls);
    for (const fn of this.#functions) this.#settleFunction(fn);
    return {
      package: this.#package,
      scopes: this.#scopes,
      classes: this.#classes,
      functions: this.#functions,
      functionOf: new Map(this.#functions.map((fn) => [fn.node, fn])),
    };
  }

  #readModule(module: Module): void {
    const scope: ScopeDraft = {
      module,
      names: new Map(),
      imports: [],
      stars: [],
      links: [],
      platformStar: false,
      unknownStar: false,
    };
    this.#scopes.set(module, scope);
    this.#readStatements(scope, module.body, undefined, false);
  }

  /** Statements that run when the module is loaded, those inside `if` and `try` too. */
  #readStatements(
    scope: ScopeDraft,
    body: readonly Statement[],
    owner: ClassDraft | undefined,
    nested: boolean,
  ): void {
    for (const statement of body) this.#readStatement(scope, statement, owner, nested);
  }

  #readStatement(
    scope: ScopeDraft,
    statement: Statement,
    owner: ClassDraft | undefined,
    nested: boolean,
  ): void {
    switch (statement.kind) {
      case 'FunctionDefinition': {
        this.#readFunction(scope, statement, owner, undefined);
        return;
      }
      case 'ClassDefinition': {
        this.#readClass(scope, statement, owner);
        return;
      }
      case 'Import':
      case 'ImportFrom': {
        this.#readImport(scope, statement, nested, owner === undefined);
        return;
      }
      case 'Assign':
        for (const target of statement.targets) this.#readTarget(scope, owner, target, statement.value);
        return;
      case 'AnnotatedAssign':
        if (statement.value !== undefined) this.#readTarget(scope, owner, statement.target, statement.value);
        return;
      case 'AugmentedAssign': {
        this.#readTarget(scope, owner, statement.target, undefined);
        return;
      }
      default:
        for (const block of blocksOf(statement)) this.#readStatements(scope, block, owner, true);
    }
  }

  #readTarget(
    scope: ScopeDraft,
    owner: ClassDraft | undefined,
    target: Expression,
    value: Expression | undefined,
  ): void {
    if (target.kind === 'Tuple' || target.kind === 'List') {
      for (const element of target.elements) this.#readTarget(scope, owner, element, undefined);
    } else if (target.kind === 'Name') {
      if (owner !== undefined) {
        if (value !== undefined) owner.variables.set(target.id, value);
        return;
      }
      const before = scope.names.get(target.id);
      const written = before?.kind === 'value' ? before.written + 1 : 1;
      scope.names.set(target.id, {
        kind: 'value',
        module: scope.module,
        value: written > 1 ? undefined : value,
        written,
      });
    }
  }

  #readFunction(
    scope: ScopeDraft,
    node: FunctionDefinition,
    owner: ClassDraft | undefined,
    outer: FunctionModel | undefined,
  ): void {
    const fn: Draft<FunctionModel> = {
      name: node.name,
      module: scope.module,
      node,
      owner: owner?.cls,
      outer,
      decorators: [],
      external: undefined,
      payable: false,
      event: undefined,
      declared: false,
      abstract: false,
      binding: 'function',
    };
    this.#functions.push(fn);
    if (owner !== undefined) {
      // The setter of a property shares its name, and reading the property must reach the getter.
      if (!node.decorators.some((decorator) => /\.(?:setter|deleter)$/.test(dotted(decorator) ?? '')))
        owner.methods.set(node.name, fn);
      owner.definitions.push(fn);
    } else if (outer === undefined) scope.names.set(node.name, { kind: 'function', fn });
    this.#readInner(scope, node.body, fn);
  }

  /** Functions, classes and imports inside a function. */
  #readInner(scope: ScopeDraft, body: readonly Statement[], outer: FunctionModel): void {
    for (const statement of body) {
      if (statement.kind === 'FunctionDefinition') this.#readFunction(scope, statement, undefined, outer);
      else if (statement.kind === 'ClassDefinition') this.#readClass(scope, statement, undefined, outer);
      else if (statement.kind === 'Import' || statement.kind === 'ImportFrom')
        this.#readImport(scope, statement, true, false);
      else for (const block of blocksOf(statement)) this.#readInner(scope, block, outer);
    }
  }

  #readClass(
    scope: ScopeDraft,
    node: ClassDefinition,
    owner: ClassDraft | undefined,
    outer?: FunctionModel,
  ): void {
    const draft: ClassDraft = { cls: undefined, methods: new Map(), definitions: [], variables: new Map() };
    const cls: Draft<ClassModel> = {
      name: node.name,
      module: scope.module,
      node,
      bases: [],
      order: [],
      inconsistent: false,
      roots: new Set(),
      unknownBase: false,
      role: 'helper',
      methods: draft.methods,
      definitions: draft.definitions,
      variables: draft.variables,
    };
    draft.cls = cls;
    this.#classes.push(cls);
    if (owner === undefined && outer === undefined) scope.names.set(node.name, { kind: 'class', cls });
    this.#readStatements(scope, node.body, draft, false);
  }

  #readImport(scope: ScopeDraft, node: Import | ImportFrom, nested: boolean, binds: boolean): void {
    const targets = findTargets(this.#package, scope.module, node);
    scope.imports.push({ node, nested, targets });
    if (node.kind === 'Import') {
      for (const [index, alias] of node.names.entries()) {
        const module = targets[index]?.module;
        const name = alias.as ?? alias.name.split('.')[0] ?? alias.name;
        scope.names.set(
          name,
          module === undefined
            ? { kind: 'outside', from: alias.name, name: undefined }
            : { kind: 'module', module },
        );
      }
    } else if (binds || nested) this.#readFrom(scope, node, targets, nested);
  }

  #readFrom(scope: ScopeDraft, node: ImportFrom, targets: ImportModel['targets'], nested: boolean): void {
    for (const [index, alias] of node.names.entries()) {
      const target = targets[index] ?? targets[0];
      if (target === undefined) continue;
      if (alias.name === '*') {
        if (target.found === 'platform') {
          scope.platformStar = true;
          // It replaces what an import above it brought under the same name.
          if (!nested)
            for (const [name, symbol] of scope.names)
              if (symbol.kind === 'outside' && platformNames.has(name))
                scope.names.set(name, { kind: 'platform', name });
        } else if (target.module !== undefined) scope.stars.push(target.module);
        else scope.unknownStar = true;
        continue;
      }
      const name = alias.as ?? alias.name;
      if (target.found === 'platform') scope.names.set(name, { kind: 'platform', name: alias.name });
      else if (target.module === undefined)
        scope.names.set(name, { kind: 'outside', from: target.name, name: alias.name });
      else if (node.module === '' && target.module.name.split('.').at(-1) === alias.name)
        scope.names.set(name, { kind: 'module', module: target.module });
      else scope.links.push({ name, from: target.module, imported: alias.name });
    }
  }

  /** A chain of imports may be longer than the stack is deep. */
  #settleStars(scope: ScopeDraft, seen: Set<ScopeDraft>): void {
    const open = [this.#settling(scope, seen)];
    for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
      const first = top.next();
      if (first.done === true) open.pop();
      else open.push(this.#settling(first.value, seen));
    }
  }

  /** Yields each scope that has to be settled before it goes on. */
  *#settling(scope: ScopeDraft, seen: Set<ScopeDraft>): Generator<ScopeDraft, void> {
    if (seen.has(scope)) return;
    seen.add(scope);
    for (const module of scope.stars.splice(0)) {
      const other = this.#scopes.get(module);
      if (other === undefined) continue;
      yield other;
      for (const [name, symbol] of other.names)
        if (!name.startsWith('_') && !scope.names.has(name)) scope.names.set(name, symbol);
      for (const link of other.links) if (!link.name.startsWith('_')) scope.links.push(link);
      scope.platformStar ||= other.platformStar;
      scope.unknownStar ||= other.unknownStar;
    }
    for (const link of scope.links) {
      if (scope.names.has(link.name)) continue;
      const other = this.#scopes.get(link.from);
      if (other === undefined) continue;
      yield other;
      scope.names.set(
        link.name,
        this.#lookUp(other, link.imported) ?? { kind: 'outside', from: link.from.name, name: link.imported },
      );
    }
  }

  #lookUp(scope: ScopeDraft, name: string): SymbolModel | undefined {
    const found = scope.names.get(name);
    if (found !== undefined) return found;
    return scope.platformStar && platformNames.has(name) ? { kind: 'platform', name } : undefined;
  }

  #resolve(module: Module, node: Expression): SymbolModel | undefined {
    const scope = this.#scopes.get(module);
    if (scope === undefined) return undefined;
    if (node.kind === 'Name') return this.#lookUp(scope, node.id);
    if (node.kind !== 'Attribute') return undefined;
    const holder = this.#resolve(module, node.value);
    const inner = holder?.kind === 'module' ? this.#scopes.get(holder.module) : undefined;
    if (inner !== undefined) return this.#lookUp(inner, node.name);
    const fn = holder?.kind === 'class' ? findMethod(holder.cls, node.name) : undefined;
    if (fn !== undefined) return { kind: 'function', fn };
    if (holder?.kind === 'outside' && holder.from.startsWith('iconservice'))
      return { kind: 'platform', name: node.name };
    return undefined;
  }

  #findBases(cls: Draft<ClassModel>): void {
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

  #settleClass(cls: Draft<ClassModel>): void {
    const { order, inconsistent } = linearise<ClassModel | string>(cls, basesOf);
    cls.order = order.filter((each) => typeof each !== 'string');
    cls.inconsistent = inconsistent;
    const outer = cls.order.flatMap(({ bases }) => bases.filter((base) => base.cls === undefined));
    cls.roots = new Set(outer.filter(({ known }) => known).map(({ name }) => name));
    cls.unknownBase = outer.some(({ known }) => !known);
    cls.role = roleOf(cls.roots);
  }

  #settleFunction(fn: Draft<FunctionModel>): void {
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

interface ClassDraft {
  cls: ClassModel | undefined;
  readonly methods: Map<string, FunctionModel>;
  readonly definitions: FunctionModel[];
  readonly variables: Map<string, Expression>;
}

/** The blocks of a statement that belong to the same scope as the statement. */
export function blocksOf(statement: Statement): readonly (readonly Statement[])[] {
  switch (statement.kind) {
    case 'If':
      return [...statement.branches.map(({ body }) => body), statement.orelse];
    case 'For':
    case 'While':
      return [statement.body, statement.orelse];
    case 'With':
      return [statement.body];
    case 'Try':
      return [
        statement.body,
        ...statement.handlers.map(({ body }) => body),
        statement.orelse,
        statement.last,
      ];
    case 'Match':
      return statement.cases.map(({ body }) => body);
    default:
      return [];
  }
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
