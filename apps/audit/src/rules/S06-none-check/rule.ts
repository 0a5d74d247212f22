import { defineRule, type Report } from '../../catalogue/rule.ts';
import { judgedFlows } from '../../domain/flow/every-flow.ts';
import { isOutOfJson } from '../../domain/flow/json.ts';
import { comparisonsOf } from '../../domain/flow/uses.ts';
import { sourceOf, type Comparison, type Value } from '../../domain/flow/values.ts';
import type { Subject } from '../../domain/model/subject.ts';
import type { FunctionModel } from '../../domain/model/program.ts';
import { kindOf, type Kind } from '../../domain/model/kinds.ts';
import { describeTypes, isOnly, Type } from '../../domain/model/types.ts';
import type { Compare } from '../../domain/python/tree.ts';
import { words } from './words.ts';

/** What a container without a value gives, for types that have no None. */
const DEFAULTS: ReadonlyMap<number, string> = new Map([
  [Type.int, '0'],
  [Type.str, "''"],
  [Type.bool, 'False'],
]);

export const rule = defineRule({
  id: 'S06',
  name: 'none-check',
  severity: 'medium',
  confidence: 'high',
  checklist: ['CL-C18'],
  words,
  check(subject, report) {
    for (const flow of judgedFlows(subject))
      for (const comparison of comparisonsOf(flow)) check(comparison, subject, report);
  },
});

function check(comparison: Comparison, subject: Subject, report: Report): void {
  checkNone(comparison, subject, report);
  checkTypes(comparison, subject, report);
}

/** Two values of which the types say already that they are not the same. */
function checkTypes({ left, right, operator, node }: Comparison, { facts }: Subject, report: Report): void {
  if (operator !== '==' && operator !== '!=') return;
  const isKept = [left, right].some(({ read, types }) => read !== undefined || isOnly(types, Type.address));
  const found = facts.find(node);
  if (!isKept || found?.node.kind !== 'Compare' || isParameter(found.node, found.fn)) return;
  const [one, other] = [typeOf(left), typeOf(right)];
  if (one === undefined || other === undefined || mayEqual(one, other)) return;
  const told = { expression: sourceOf(found.module, node), one, other };
  const isAlways = found.node.operators.includes('!=');
  report(found, isAlways ? words.says.unlike : words.says.alike, told, { severity: 'high' });
}

/** The kind of a value, if it is of one only; undefined where it may be None alone. */
function typeOf(value: Value): Kind | 'JSON' | undefined {
  const types = value.types & ~Type.none;
  if (types === 0 && isOutOfJson(value)) return 'JSON';
  return kindOf(types);
}

const mayEqual = (one: string, other: string): boolean =>
  one === other ||
  (one === 'JSON' && !OUTSIDE_JSON.has(other)) ||
  (other === 'JSON' && !OUTSIDE_JSON.has(one));

const OUTSIDE_JSON: ReadonlySet<string> = new Set(['Address', 'bytes']);

function checkNone({ left, right, node }: Comparison, { facts }: Subject, report: Report): void {
  const stored = left.constant === null ? right : right.constant === null ? left : undefined;
  const given = stored === undefined ? undefined : defaultOf(stored);
  const found = facts.find(node);
  if (
    stored?.read === undefined ||
    given === undefined ||
    found?.node.kind !== 'Compare' ||
    isParameter(found.node, found.fn)
  )
    return;
  const { item } = stored.read;
  const told = {
    expression: sourceOf(found.module, node),
    item: item.name,
    type: describeTypes(stored.types),
    given,
  };
  const negated = found.node.operators.some((operator) => operator === 'is not' || operator === '!=');
  if (negated) report(found, words.says.always, told);
  else report(found, words.says.never, told);
}

/** What a function is given may come from elsewhere, too, or be left out. */
function isParameter(node: Compare, fn: FunctionModel | undefined): boolean {
  const sides = [node.left, ...node.comparators];
  const names = fn?.node.parameters.map(({ name }) => name) ?? [];
  return sides.some((side) => side.kind === 'Name' && names.includes(side.id));
}

/** What is read where nothing was stored. An ArrayDB that is empty gives None when it is asked for its last element. */
function defaultOf({ read, types }: Value): string | undefined {
  if (read === undefined || (read.how !== 'get' && read.how !== 'item')) return undefined;
  return DEFAULTS.get(types);
}
