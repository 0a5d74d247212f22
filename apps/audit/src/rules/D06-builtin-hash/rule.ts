import { defineRule } from '../../catalogue/rule.ts';
import { stepsByNode } from '../../domain/flow/every-flow.ts';
import type { StepOf } from '../../domain/flow/flow.ts';
import { sourceOf, type Value } from '../../domain/flow/values.ts';
import { meaningOf } from '../../domain/model/meaning.ts';
import type { ClassModel } from '../../domain/model/program.ts';
import type { Subject } from '../../domain/model/subject.ts';
import type { Found } from '../../domain/model/tree-facts.ts';
import { isOnly, Type } from '../../domain/model/types.ts';
import { isTestModule } from '../../domain/package/test-modules.ts';
import type { Call, Node } from '../../domain/python/tree.ts';
import { words } from './words.ts';

/** What asks an object, or the elements of a collection, for its hash. */
const HASHING: ReadonlySet<string> = new Set([
  'hash',
  'set',
  'frozenset',
  'dict.fromkeys',
  '.add',
  '.setdefault',
  '.fromkeys',
]);

export const rule = defineRule({
  id: 'D06',
  name: 'builtin-hash',
  severity: 'critical',
  confidence: 'high',
  checklist: ['CL-C07'],
  words,
  check(subject, report) {
    const calls = stepsByNode(subject, 'platform');
    const hashed = hashedClasses(subject, calls);
    for (const found of subject.facts.judged('Call')) {
      const meaning = meaningOf(subject.program, found, found.node.callee);
      if (meaning.kind !== 'builtin' || isTestModule(found.module)) continue;
      const call = sourceOf(found.module, found.node);
      if (meaning.name === 'id') report(found, words.says.id, { call });
      if (meaning.name !== 'hash' || isUnusedHash(found, hashed)) continue;
      if (isNumber(calls.get(found.node))) report(found, words.says.number, { call }, { severity: 'low' });
      else report(found, words.says.hash, { call });
    }
  },
});

/** `__hash__` of a class whose objects nobody hashes. */
const isUnusedHash = ({ fn }: Found<Call>, hashed: ReadonlySet<ClassModel> | 'all'): boolean =>
  fn?.name === '__hash__' && fn.owner !== undefined && hashed !== 'all' && !hashed.has(fn.owner);

const isNumber = (steps: readonly StepOf<'platform'>[] = []): boolean =>
  steps.length > 0 && steps.every(({ action }) => isOnly(action.args[0]?.types ?? 0, Type.int | Type.bool));

/** Classes whose objects stand in a set, are keys of a dict or are hashed by name. */
function hashedClasses(
  subject: Subject,
  calls: ReadonlyMap<Node, readonly StepOf<'platform'>[]>,
): ReadonlySet<ClassModel> | 'all' {
  if (subject.facts.of('Attribute').some(({ node }) => node.name === '__hash__')) return 'all';
  const classes = new Set<ClassModel>();
  for (const { action } of [...calls.values()].flat()) {
    if (!HASHING.has(action.name)) continue;
    for (const each of action.args) for (const cls of classesOf(each)) classes.add(cls);
  }
  for (const { node } of subject.facts.of('Set'))
    for (const element of node.elements) addClass(subject, element, classes);
  for (const { node } of subject.facts.of('Dict'))
    for (const key of node.keys) if (key !== undefined) addClass(subject, key, classes);
  return classes;
}

function classesOf(value: Value): ClassModel[] {
  return [value, value.element, ...(value.items ?? [])].flatMap((each) =>
    each?.reference?.kind === 'instance' ? each.reference.cls.order : [],
  );
}

function addClass({ program, facts }: Subject, node: Node, classes: Set<ClassModel>): void {
  const found = facts.find(node);
  if (node.kind !== 'Call' || found === undefined) return;
  const meaning = meaningOf(program, found, node.callee);
  if (meaning.kind === 'class') for (const cls of meaning.cls.order) classes.add(cls);
}
