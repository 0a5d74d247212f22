import { builtinNames, platformNames } from '../platform/exports.ts';
import type { Name, Statement } from '../python/tree.ts';
import type { ClassModel, FunctionModel, ModuleScope, Program, SymbolModel } from './program.ts';
import type { Found, TreeFacts } from './tree-facts.ts';

/**
 * Names that are needed while the module is loaded (bases, decorators, its own statements) and stand for a function or class that the
 * same module defines further down: the module cannot be loaded. Two classes that derive from each other are such a case.
 */
export function earlyNames(program: Program, facts: TreeFacts): Found<Name>[] {
  return facts.judged('Name').filter((found) => {
    const scope = program.scopes.get(found.module);
    const definition = definitionOf(scope?.names.get(found.node.id));
    if (scope === undefined || definition?.module !== found.module || found.node.end > definition.node.start)
      return false;
    return (
      runsWhileLoading(found) &&
      !mayComeFromElsewhere(scope, found.node.id) &&
      isOnlyBinding(found, definition.node)
    );
  });
}

const mayComeFromElsewhere = ({ imports, module }: ModuleScope, name: string): boolean =>
  module.faults.length > 0 ||
  builtinNames.has(name) ||
  platformNames.has(name) ||
  imports.some(
    ({ node, targets }) =>
      node.kind === 'ImportFrom' &&
      node.names.some((alias) => alias.name === '*') &&
      targets.some(({ found }) => found !== 'platform'),
  );

const definitionOf = (symbol: SymbolModel | undefined): FunctionModel | ClassModel | undefined =>
  symbol?.kind === 'class' ? symbol.cls : symbol?.kind === 'function' ? symbol.fn : undefined;

/** Whether a function or class of the module is defined once, under no condition, and has its name alone. */
function isOnlyBinding({ module, node }: Found<Name>, definition: Statement): boolean {
  const binding = module.body.filter((statement) => binds(statement, node.id));
  return binding.length === 1 && binding[0] === definition;
}

/** What may give a name a meaning; of what is nested or complicated that is taken for granted. */
function binds(statement: Statement, name: string): boolean {
  switch (statement.kind) {
    case 'ClassDefinition':
    case 'FunctionDefinition':
      return statement.name === name;
    case 'Import':
    case 'ImportFrom':
      return statement.names.some((alias) => (alias.as ?? alias.name.split('.')[0]) === name);
    case 'Assign':
      return statement.targets.some((target) => target.kind !== 'Name' || target.id === name);
    case 'ExpressionStatement':
      return false;
    default:
      return true;
  }
}

/** In no function, lambda or annotation, and under no condition. A class body may have the name itself. */
function runsWhileLoading(found: Found<Name>): boolean {
  let inner: Found = found;
  for (let around = found.parent; around !== undefined; around = around.parent) {
    const { node } = around;
    if (['Lambda', 'If', 'Try', 'Parameter', 'AnnotatedAssign', 'Generator'].includes(node.kind))
      return false;
    if (node.kind === 'FunctionDefinition' && !node.decorators.some((each) => each === inner.node))
      return false;
    if (node.kind === 'ClassDefinition' && node.body.some((each) => each === inner.node)) {
      const { cls } = inner;
      if (cls?.variables.has(found.node.id) === true || cls?.methods.has(found.node.id) === true)
        return false;
    }
    inner = around;
  }
  return true;
}
