import { defineRule, type Report } from '../../catalogue/rule.ts';
import { stepsByNode } from '../../domain/flow/every-flow.ts';
import type { StepOf } from '../../domain/flow/flow.ts';
import type { Step } from '../../domain/flow/steps.ts';
import { sourceOf, type Value } from '../../domain/flow/values.ts';
import { meaningOf } from '../../domain/model/meaning.ts';
import type { Subject } from '../../domain/model/subject.ts';
import { Type, type TypeSet } from '../../domain/model/types.ts';
import { isTestModule } from '../../domain/package/test-modules.ts';
import type { Compare, Node } from '../../domain/python/tree.ts';
import { words } from './words.ts';

/** Values of these types may be equal without being one object. */
const COMPARED_BY_VALUE =
  Type.int | Type.str | Type.bytes | Type.address | Type.float | Type.list | Type.dict | Type.tuple;
/** One of these may serve as a mark that equals nothing else, unless it is made right here. */
const COLLECTIONS = Type.list | Type.dict | Type.tuple;

export const rule = defineRule({
  id: 'Q04',
  name: 'identity-compare',
  severity: 'medium',
  confidence: 'high',
  checklist: [],
  words,
  check(subject, report) {
    for (const steps of stepsByNode(subject, 'identity').values()) {
      for (const step of steps) {
        if (!isTestModule(step.module) && isByValue(step) && !isOfMembers(subject, step)) tell(step, report);
      }
    }
  },
});

/** One side is a value, and the other may be one: None, True and types are one object each. */
function isByValue({ action: { comparison }, node }: StepOf<'identity'>): boolean {
  const { left, right } = comparison;
  if (isSingle(left) || isSingle(right)) return false;
  const sides: readonly Node[] = node.kind === 'Compare' ? [node.left, ...node.comparators] : [];
  const byValue = sides.some(isDisplay) ? COMPARED_BY_VALUE : COMPARED_BY_VALUE & ~COLLECTIONS;
  return (isValue(left, byValue) && mayBeValue(right)) || (isValue(right, byValue) && mayBeValue(left));
}

/** A member of an enumeration is one object. */
function isOfMembers({ program, facts }: Subject, { node }: Step): boolean {
  const found = facts.find(node);
  if (found === undefined || node.kind !== 'Compare') return false;
  return [node.left, ...node.comparators].some((side) => {
    const meaning = side.kind === 'Attribute' ? meaningOf(program, found, side.value) : undefined;
    return (
      meaning?.kind === 'class' &&
      meaning.cls.order.some(({ bases }) => bases.some(({ name }) => /(?:Enum|Flag)$/.test(name)))
    );
  });
}

const isSingle = ({ constant, types }: Value): boolean =>
  constant === null ||
  typeof constant === 'boolean' ||
  (types !== 0 && (types & ~(Type.none | Type.bool | Type.type | Type.function | Type.object)) === 0);

const isValue = ({ types }: Value, byValue: TypeSet): boolean =>
  types !== 0 && (types & byValue) !== 0 && (types & ~(COMPARED_BY_VALUE | Type.none | Type.bool)) === 0;

const isDisplay = ({ kind }: Node): boolean => kind === 'List' || kind === 'Dict' || kind === 'Tuple';

const mayBeValue = ({ types }: Value): boolean => types === 0 || (types & COMPARED_BY_VALUE) !== 0;

function tell({ module, node, action }: StepOf<'identity'>, report: Report): void {
  const { operator, left, right } = action.comparison;
  if (node.kind !== 'Compare') return;
  const [leftText, rightText] = sidesOf(node, module.text, operator);
  const given = {
    left: leftText ?? sourceOf(module, left.node),
    operator,
    right: rightText ?? sourceOf(module, right.node),
  };
  report({ module, node }, words.says.same, given, { fix: fixOf(node, module.text, operator) });
}

/** Both sides as they are written; nothing of a chain. */
function sidesOf(node: Compare, text: string, operator: string): [string | undefined, string | undefined] {
  const [right, ...rest] = node.comparators;
  if (right === undefined || rest.length > 0 || node.operators[0] !== operator) return [undefined, undefined];
  return [text.slice(node.left.start, node.left.end), text.slice(right.start, right.end)];
}

/** Between two sides stands the operator; parentheses around them stay. */
function fixOf(node: Compare, text: string, operator: string) {
  const [right, ...rest] = node.comparators;
  if (right === undefined || rest.length > 0) return undefined;
  const between = text.slice(node.left.end, right.start);
  const match = /\bis(?:\s+not)?\b/.exec(between);
  if (match === null || between.includes('#')) return undefined;
  const start = node.left.end + match.index;
  return {
    safe: true,
    edits: [{ start, end: start + match[0].length, text: operator === 'is' ? '==' : '!=' }],
  };
}
