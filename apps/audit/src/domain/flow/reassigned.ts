import { allMethods, type ClassModel, type FunctionModel } from '../model/program.ts';
import { once } from '../once.ts';
import type { Expression, FunctionDefinition } from '../python/tree.ts';
import { walk } from '../python/walk.ts';
import { value, type Value } from './values.ts';

/**
 * Takes from the attributes of a new object what is known of their contents, where a method that its constructor does not run assigns
 * them: `self.open = False` says nothing of the next call if `set_open` writes `self.open = on`.
 */
export function forgetReassigned(
  cls: ClassModel,
  fields: Map<string, Value>,
  isRunAtFirst: (fn: FunctionModel) => boolean,
): void {
  const known = [...fields].filter(([, { constant }]) => constant !== undefined);
  if (known.length === 0) return;
  const names = reassignedNames(cls, isRunAtFirst);
  for (const [name, field] of known)
    if (names.has(name)) fields.set(name, value(field.node, { shape: forgotten(name) }));
}

/** Whether what was forgotten of these attributes is what would be forgotten now, after a method was edited. */
export function isForgottenAsBefore(
  cls: ClassModel,
  fields: ReadonlyMap<string, Value>,
  isRunAtFirst: (fn: FunctionModel) => boolean,
): boolean {
  const marked = [...fields].filter(
    ([name, { constant, shape }]) => constant !== undefined || shape === forgotten(name),
  );
  if (marked.length === 0) return true;
  const names = reassignedNames(cls, isRunAtFirst);
  return marked.every(([name, { constant }]) => names.has(name) === (constant === undefined));
}

const forgotten = (name: string): string => `self.${name} as it was left`;

const reassignedNames = (
  cls: ClassModel,
  isRunAtFirst: (fn: FunctionModel) => boolean,
): ReadonlySet<string> =>
  new Set(
    [...allMethods(cls).values()]
      .filter((fn) => fn.name !== '__init__' && !isRunAtFirst(fn))
      .flatMap(({ node }) => [...assignedNames(node)]),
  );

/** Attributes of its first parameter that a method assigns. */
const assignedNames = once((method: FunctionDefinition): ReadonlySet<string> => {
  const self = method.parameters[0]?.name;
  const names = new Set<string>();
  walk(method, (node) => {
    const targets =
      node.kind === 'Assign'
        ? node.targets
        : node.kind === 'AnnotatedAssign' || node.kind === 'AugmentedAssign'
          ? [node.target]
          : [];
    for (const target of targets.flatMap(namedIn))
      if (target.kind === 'Attribute' && target.value.kind === 'Name' && target.value.id === self)
        names.add(target.name);
  });
  return names;
});

/** `self.first, self.last = pair` */
const namedIn = (target: Expression): readonly Expression[] =>
  target.kind === 'Tuple' || target.kind === 'List' ? target.elements.flatMap(namedIn) : [target];
