import type { Module } from '../package/package.ts';
import type { Expression, Name, Node } from '../python/tree.ts';
import { addTarget, localNames } from './locals.ts';
import { meaningOf } from './meaning.ts';
import type { Program } from './program.ts';
import type { Found, TreeFacts } from './tree-facts.ts';

/** Names that every module or class body has without saying so, and those of other systems' Pythons. */
const IMPLIED: ReadonlySet<string> = new Set(
  '__annotations__ __builtins__ __cached__ __class__ __dict__ __module__ __path__ __qualname__ WindowsError aiter anext EncodingWarning BaseExceptionGroup ExceptionGroup'.split(
    ' ',
  ),
);

/** Whether nothing defines a name that is read: not the function, the classes around it, the module, the platform or Python. */
export function undefinedIn(program: Program, facts: TreeFacts): (found: Found<Name>) => boolean {
  const test = known.get(facts) ?? testOf(program, facts);
  known.set(facts, test);
  return test;
}

const known = new WeakMap<TreeFacts, (found: Found<Name>) => boolean>();

function testOf(program: Program, facts: TreeFacts): (found: Found<Name>) => boolean {
  const bound = namesBoundOutsideFunctions(facts);
  const dynamic = modulesThatWriteNames(program, facts);
  return (found) => {
    const { module, node } = found;
    const scope = program.scopes.get(module);
    // What cannot be read, or comes with all names of an unknown module, may define anything.
    if (
      scope === undefined ||
      scope.unknownStar ||
      module.faults.length > 0 ||
      dynamic.has(module) ||
      IMPLIED.has(node.id)
    )
      return false;
    if (meaningOf(program, found, node).kind !== 'unknown' || bound.get(module)?.has(node.id) === true)
      return false;
    return (
      !isOfClassBody(found) && !isBoundAround(found) && !isOnlyTyped(found) && !isSubmodule(program, found)
    );
  };
}

/** `name: int` gives a type, and reads nothing. */
const isOnlyTyped = ({ node, parent }: Found<Name>): boolean =>
  parent?.node.kind === 'AnnotatedAssign' && parent.node.target === node && parent.node.value === undefined;

/** A module of a folder is a name of the folder's own module, once anything has imported it. */
const isSubmodule = ({ package: { modules } }: Program, { node, module: { path } }: Found<Name>): boolean =>
  path.endsWith('__init__.py') &&
  modules.some((other) => other.path === path.replace(/__init__\.py$/, `${node.id}.py`));

/** What writes names into its module: `globals()`, `exec`, and what makes an enumeration's members names of the module. */
const WRITERS: ReadonlySet<string> = new Set(['globals', 'exec', '_convert_', 'global_enum']);

/** Modules that may define any name that way. */
function modulesThatWriteNames(program: Program, facts: TreeFacts): Set<Module> {
  const names = facts.of('Name').filter(({ node }) => WRITERS.has(node.id));
  const members = facts.of('Attribute').filter(({ node }) => WRITERS.has(node.name));
  return withImporters(program, new Set([...names, ...members].map(({ module }) => module)));
}

/** A star import hands those names on. */
function withImporters({ scopes }: Program, modules: Set<Module>): Set<Module> {
  for (let before = -1; before < modules.size;) {
    before = modules.size;
    for (const { module, imports } of scopes.values()) {
      const isStar = imports.some(
        ({ node, targets }) =>
          node.kind === 'ImportFrom' &&
          node.names.some(({ name }) => name === '*') &&
          targets.some(({ module: from }) => from !== undefined && modules.has(from)),
      );
      if (isStar) modules.add(module);
    }
  }
  return modules;
}

/** Targets of loops, comprehensions, `with`, `except` and `global` that the scopes of a module do not list, by module. */
function namesBoundOutsideFunctions(facts: TreeFacts): Map<Module, Set<string>> {
  const bound = new Map<Module, Set<string>>();
  const namesOf = (module: Module) => {
    const names = bound.get(module) ?? new Set<string>();
    bound.set(module, names);
    return names;
  };
  for (const kind of ['For', 'Generator', 'WithItem', 'NamedExpression'] as const) {
    for (const { node, module } of facts.of(kind).filter(isOutside))
      if (node.target !== undefined) addTarget(node.target, namesOf(module));
  }
  for (const { node, module } of facts.of('Handler').filter(isOutside))
    if (node.name !== undefined) namesOf(module).add(node.name);
  for (const kind of ['Global', 'Nonlocal'] as const) {
    for (const { node, module } of facts.of(kind))
      for (const name of 'names' in node ? node.names : []) namesOf(module).add(name);
  }
  return bound;
}

/** In a module's own code, or in a class body, a default or a decorator. */
const isOutside = (found: Found): boolean => bodyAround(found)?.kind !== 'FunctionDefinition';

/** The function or class in whose body a node stands. Defaults, decorators and annotations of a function stand in the body around it. */
function bodyAround(found: Found): Node | undefined {
  let inner: Node = found.node;
  for (let around = found.parent; around !== undefined; around = around.parent) {
    const { node } = around;
    if (
      (node.kind === 'FunctionDefinition' || node.kind === 'ClassDefinition') &&
      node.body.some((statement) => statement === inner)
    )
      return node;
    inner = node;
  }
  return undefined;
}

/** A name of the class body that is used in the class body itself; methods do not see it. */
function isOfClassBody(found: Found<Name>): boolean {
  const body = bodyAround(found);
  if (body?.kind !== 'ClassDefinition' || found.cls === undefined) return false;
  const { id } = found.node;
  const { cls } = found;
  return (
    cls.variables.has(id) || cls.methods.has(id) || body.body.some((statement) => bindsName(statement, id))
  );
}

function bindsName(statement: Node, id: string): boolean {
  switch (statement.kind) {
    case 'ClassDefinition':
    case 'FunctionDefinition':
      return statement.name === id;
    case 'Assign':
      return statement.targets.some((target) => isTarget(target, id));
    case 'AnnotatedAssign':
    case 'AugmentedAssign':
    case 'For':
      return isTarget(statement.target, id);
    case 'Import':
    case 'ImportFrom':
      return statement.names.some((alias) => (alias.as ?? alias.name.split('.')[0]) === id);
    case 'If':
    case 'Try':
    case 'With':
      // What a class body defines under a condition is taken as defined.
      return true;
    default:
      return false;
  }
}

function isTarget(target: Expression, id: string): boolean {
  const names = new Set<string>();
  addTarget(target, names);
  return names.has(id);
}

/** A function further out defines it, past a class that stands between them; or a `match` pattern binds it. */
function isBoundAround(found: Found<Name>): boolean {
  for (let around = found.parent; around !== undefined; around = around.parent) {
    const { node } = around;
    if (node.kind === 'FunctionDefinition' && localNames(node).has(found.node.id)) return true;
    if (node.kind === 'MatchCase' || node.kind === 'Match') return true;
  }
  return false;
}
