import { once } from '../once.ts';
import type { Expression } from '../python/tree.ts';
import type { Found, TreeFacts } from './tree-facts.ts';

/** A place that writes something: a name or attribute that is bound anew, or a thing whose contents change. */
export interface WritePlace {
  readonly found: Found;
  readonly target: Expression;
  readonly how: 'rebind' | 'change';
}

/** Methods that change the list, dict or set that they are called on. */
export const CHANGES: ReadonlySet<string> = new Set([
  'append',
  'extend',
  'insert',
  'remove',
  'sort',
  'reverse',
  'clear',
  'update',
  'add',
  'discard',
  'pop',
  'popitem',
  'setdefault',
]);

/** Every place of a package that writes something. */
export const writePlaces = once((facts: TreeFacts): readonly WritePlace[] => {
  const targets = [
    ...facts.of('Assign').flatMap((found) => found.node.targets.map((target) => [found, target] as const)),
    ...[...facts.of('AugmentedAssign'), ...facts.of('AnnotatedAssign')].map(
      (found) => [found, found.node.target] as const,
    ),
    ...facts.of('Delete').flatMap((found) => found.node.targets.map((target) => [found, target] as const)),
    ...facts.of('For').map((found) => [found, found.node.target] as const),
  ];
  const calls = facts.of('Call').flatMap((found): WritePlace[] => {
    const { callee } = found.node;
    return callee.kind === 'Attribute' && CHANGES.has(callee.name)
      ? [{ found, target: callee.value, how: 'change' }]
      : [];
  });
  return [
    ...targets.flatMap(([found, target]) => flat(target).flatMap((each) => placesOf(found, each))),
    ...calls,
  ];
});

function placesOf(found: Found, target: Expression): WritePlace[] {
  if (target.kind === 'Subscript') return [{ found, target: target.value, how: 'change' }];
  const rebound: WritePlace = { found, target, how: 'rebind' };
  // `x += [1]` changes a list in place and binds a number anew.
  return found.node.kind === 'AugmentedAssign' ? [rebound, { found, target, how: 'change' }] : [rebound];
}

const flat = (target: Expression): readonly Expression[] =>
  target.kind === 'Tuple' || target.kind === 'List' ? target.elements.flatMap(flat) : [target];
