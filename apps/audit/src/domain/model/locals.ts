import type { Expression, FunctionDefinition, Node, Statement } from '../python/tree.ts';
import { forEachChild } from '../python/walk.ts';
import { once } from '../once.ts';

/**
 * Names that a function makes its own: parameters and everything that it assigns, unless it says `global` or `nonlocal`. What it imports is
 * looked up with the names of its module, which know where it comes from.
 */
export const localNames = once((fn: FunctionDefinition): ReadonlySet<string> => {
  const names = new Set(fn.parameters.map(({ name }) => name));
  const others = new Set<string>();
  for (const statement of fn.body) collect(statement, names, others);
  for (const name of others) names.delete(name);
  return names;
});

/** Names that a statement gives a value, in the blocks inside it too. */
export function assignedIn(statement: Statement): ReadonlySet<string> {
  const names = new Set<string>();
  collect(statement, names, new Set());
  return names;
}

function collect(node: Node, names: Set<string>, others: Set<string>): void {
  switch (node.kind) {
    case 'FunctionDefinition':
    case 'ClassDefinition':
      names.add(node.name);
      return;
    case 'Lambda':
      return;
    case 'Global':
    case 'Nonlocal':
      for (const name of node.names) others.add(name);
      return;
    default:
      for (const target of targetsOf(node)) addTarget(target, names);
      addNamed(node, names);
      forEachChild(node, (child) => collect(child, names, others));
  }
}

function addNamed(node: Node, names: Set<string>): void {
  if (node.kind === 'Handler' && node.name !== undefined) names.add(node.name);
}

function targetsOf(node: Node): readonly Expression[] {
  switch (node.kind) {
    case 'Assign':
      return node.targets;
    case 'AnnotatedAssign':
    case 'AugmentedAssign':
    case 'For':
    case 'Generator':
    case 'NamedExpression':
      return [node.target];
    case 'WithItem':
      return node.target === undefined ? [] : [node.target];
    default:
      return [];
  }
}

export function addTarget(target: Expression, names: Set<string>): void {
  if (target.kind === 'Name') names.add(target.id);
  else if (target.kind === 'Starred') addTarget(target.value, names);
  else if (target.kind === 'Tuple' || target.kind === 'List')
    for (const element of target.elements) addTarget(element, names);
}
