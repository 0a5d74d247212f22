import type { Expression, Node } from '../python/tree.ts';
import { forEachChild } from '../python/walk.ts';

/** Whether a loop sets or deletes a part of something that its test names: `data['left'] -= 1` for `while data['left']`. */
export function changesPartOf(test: Expression, body: readonly Node[]): boolean {
  const names = namesIn(test);
  return nodesIn(body).some((node) => targetsOf(node).some((target) => isPartOf(target, names)));
}

/** Whether each turn cuts what the test names down to a fraction, as a binary search does: such a loop is short for any number. */
export function halves(test: Expression, body: readonly Node[]): boolean {
  const names = namesIn(test);
  const nodes = nodesIn(body);
  return (
    nodes.some(isFraction) && nodes.some((node) => targetsOf(node).some((target) => isNamed(target, names)))
  );
}

/** The calls in the body of a loop by which what its test names may change: methods where it names an attribute, and what is given a name of it. */
export function callsOn(test: Expression, body: readonly Node[]): readonly Node[] {
  const names = namesIn(test);
  const namesAttribute = nodesIn([test]).some(({ kind }) => kind === 'Attribute');
  return nodesIn(body).filter((node) => {
    if (node.kind !== 'Call') return false;
    if (namesAttribute && node.callee.kind === 'Attribute') return true;
    return node.args.some((argument) => [...namesIn(argument)].some((name) => names.has(name)));
  });
}

/**
 * Whether some loop among these statements gives a local collection one entry after another, `found[name] = amount` or
 * `found.append(name)`, or a whole other collection goes into one.
 */
export const fillsInTurns = (body: readonly Node[]): boolean =>
  nodesIn(body).some(
    (node) =>
      isCallOf(node, TAKES_MANY) ||
      ((node.kind === 'For' || node.kind === 'While') &&
        nodesIn(node.body).some((inside) => isCallOf(inside, TAKES_ONE) || setsEntry(inside))),
  );

const TAKES_ONE: ReadonlySet<string> = new Set(['append', 'insert', 'add', 'setdefault']);
const TAKES_MANY: ReadonlySet<string> = new Set(['extend', 'update']);

const isCallOf = (node: Node, methods: ReadonlySet<string>): boolean =>
  node.kind === 'Call' && node.callee.kind === 'Attribute' && methods.has(node.callee.name);

const setsEntry = (node: Node): boolean =>
  targetsOf(node).some((target) => target.kind === 'Subscript' && target.value.kind === 'Name');

export const namesIn = (test: Expression): ReadonlySet<string> =>
  new Set(nodesIn([test]).flatMap((node) => (node.kind === 'Name' ? [node.id] : [])));

export function nodesIn(nodes: readonly Node[]): Node[] {
  const all = [...nodes];
  for (const node of nodes) forEachChild(node, (child) => all.push(...nodesIn([child])));
  return all;
}

const isFraction = (node: Node): boolean =>
  (node.kind === 'BinaryOperation' || node.kind === 'AugmentedAssign') &&
  (node.operator === '//' || node.operator === '/' || node.operator === '>>') &&
  ('right' in node ? node.right : node.value).kind === 'Number';

export function targetsOf(node: Node): readonly Expression[] {
  if (node.kind === 'Assign' || node.kind === 'Delete') return node.targets;
  return node.kind === 'AugmentedAssign' ? [node.target] : [];
}

function isNamed(target: Expression, names: ReadonlySet<string>): boolean {
  if (target.kind === 'Tuple' || target.kind === 'List')
    return target.elements.some((element) => isNamed(element, names));
  return target.kind === 'Name' && names.has(target.id);
}

function isPartOf(target: Expression, names: ReadonlySet<string>): boolean {
  if (target.kind === 'Tuple' || target.kind === 'List')
    return target.elements.some((element) => isPartOf(element, names));
  if (target.kind !== 'Subscript') return false;
  let root: Expression = target;
  while (root.kind === 'Subscript' || root.kind === 'Attribute') root = root.value;
  return root.kind === 'Name' && names.has(root.id);
}
