import type { Mutable } from '../mutable.ts';
import type { Module, Package } from '../package/package.ts';
import { platformNames } from '../platform/exports.ts';
import { starExports } from '../platform/star-exports.ts';
import type {
  ClassDefinition,
  Expression,
  FunctionDefinition,
  Import,
  ImportFrom,
  Statement,
} from '../python/tree.ts';
import { blocksOf } from './blocks-of.ts';
import { dotted } from './dotted.ts';
import type { ScopeDraft } from './settle-imports.ts';
import { findTargets } from './find-module.ts';
import type { ClassModel, FunctionModel, ImportModel, Program } from './program.ts';

const kept = <T extends object>(before: T | undefined, now: Mutable<T>): Mutable<T> =>
  before === undefined ? now : Object.assign(before as Mutable<T>, now);

interface ClassDraft {
  cls: ClassModel | undefined;
  readonly methods: Map<string, FunctionModel>;
  readonly definitions: FunctionModel[];
  readonly variables: Map<string, Expression>;
}

/** Reads what each module of a package declares and imports; what those names stand for elsewhere is settled later. */
export class NameReader {
  readonly scopes = new Map<Module, ScopeDraft>();
  readonly classes: Mutable<ClassModel>[] = [];
  readonly functions: Mutable<FunctionModel>[] = [];
  readonly #package: Package;
  readonly #before: Program | undefined;

  /** What an older program has of the same trees stays the same function and class, brought up to date. */
  constructor(pkg: Package, before?: Program) {
    this.#package = pkg;
    this.#before = before;
  }

  readModule(module: Module): void {
    const scope: ScopeDraft = {
      module,
      names: new Map(),
      imports: [],
      stars: [],
      links: [],
      platformStar: false,
      unknownStar: false,
    };
    this.scopes.set(module, scope);
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
      const parts = partsOf(value, target.elements);
      target.elements.forEach((element, place) => this.#readTarget(scope, owner, element, parts[place]));
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
    const fn = kept<FunctionModel>(this.#before?.functionOf.get(node), {
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
    });
    this.functions.push(fn);
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
    const cls = kept<ClassModel>(this.#before?.classOf.get(node), {
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
    });
    draft.cls = cls;
    this.classes.push(cls);
    if (owner === undefined && outer === undefined) scope.names.set(node.name, { kind: 'class', cls });
    this.#readStatements(scope, node.body, draft, false);
  }

  #readImport(scope: ScopeDraft, node: Import | ImportFrom, nested: boolean, binds: boolean): void {
    const targets = findTargets(this.#package, scope.module, node);
    scope.imports.push({ node, nested, targets });
    if (node.kind === 'Import') {
      for (const [index, alias] of node.names.entries()) {
        // `import folder.part` binds the folder.
        const name = alias.as ?? alias.name.split('.')[0] ?? alias.name;
        const module = alias.as === undefined ? this.#package.byName.get(name) : targets[index]?.module;
        scope.names.set(
          name,
          module === undefined
            ? { kind: 'outside', from: alias.as === undefined ? name : alias.name, name: undefined }
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
        else {
          scope.unknownStar = true;
          for (const name of starExports.get(target.name) ?? [])
            scope.names.set(name, { kind: 'outside', from: target.name, name });
          // The modules of a contract hand the platform's names on to one another, as a rule.
          scope.platformStar ||= target.found !== 'outside';
        }
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
}

/** `OPEN, CLOSED = 0, 1`: what each of the names is given, where it is written out one by one. */
function partsOf(value: Expression | undefined, names: readonly Expression[]): readonly Expression[] {
  if (value?.kind !== 'Tuple' && value?.kind !== 'List') return [];
  const isSpread = [...names, ...value.elements].some(({ kind }) => kind === 'Starred');
  return isSpread || value.elements.length !== names.length ? [] : value.elements;
}
