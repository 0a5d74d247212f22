import { defineRule, type Report } from '../../catalogue/rule.ts';
import { judgedFlows } from '../../domain/flow/every-flow.ts';
import { stepsOf, type StepOf } from '../../domain/flow/flow.ts';
import { isOutOfJson } from '../../domain/flow/json.ts';
import { spellingOf } from '../../domain/flow/spelling.ts';
import { hasOrigin, type Value } from '../../domain/flow/values.ts';
import { describeTypes, isOnly, Type, type TypeSet } from '../../domain/model/types.ts';
import type { Subject } from '../../domain/model/subject.ts';
import { words } from './words.ts';

/** What storage takes; all else is another rule's. */
const STORABLE = Type.int | Type.str | Type.bytes | Type.bool | Type.address;
const NUMBER = Type.int | Type.bool;
const TEXT = Type.str | Type.bytes;

export const rule = defineRule({
  id: 'S02',
  name: 'value-type-mismatch',
  severity: 'high',
  confidence: 'high',
  checklist: ['CL-C18', 'CL-W02'],
  words,
  check(subject, report) {
    for (const flow of judgedFlows(subject))
      for (const step of stepsOf(flow, 'write')) checkWrite(step, subject, report);
  },
});

function checkWrite(step: StepOf<'write'>, subject: Subject, report: Report): void {
  const { item, valueType } = step.action;
  if (step.action.value === undefined || !isOnly(valueType, STORABLE)) return;
  const value = misfitOf(step.action.value, valueType);
  if (value === undefined) return;
  const given = {
    item: item.name,
    declared: describeTypes(valueType),
    value: spellingOf(subject.facts, value, step.module),
    actual: value.types === 0 ? 'JSON' : describeTypes(value.types),
  };
  // Text that is read back as bytes, and the other way round, is what was stored as long as it is valid UTF-8.
  const readable = isOnly(value.types | valueType, TEXT);
  const isSure = !readable && value === step.action.value;
  report(step, words.says.value, given, isSure ? {} : { confidence: 'medium' });
}

/** The value where it is of another type; of what is looked up in a dict that is written out, one that may come out. */
function misfitOf(value: Value, declared: TypeSet): Value | undefined {
  const isOther = (given: Value) =>
    (isOnly(given.types, STORABLE) && (given.types & alike(declared)) === 0) ||
    isCut(given, declared) ||
    // No entry of JSON is an address: what looks like one is its text.
    (isOnly(declared, Type.address) && isOutOfJson(given));
  if (isOther(value)) return value;
  const { node, choices } = value;
  // What is looked up under a name that is written is one value, and not any.
  const isLookedUp = node.kind === 'Subscript' && choices?.length === 1;
  if (isLookedUp && (node.index.kind === 'String' || node.index.kind === 'Number')) return undefined;
  return leavesOf(choices).find(isOther);
}

const leavesOf = (choices: Value['choices'], depth = 0): readonly Value[] =>
  (choices ?? []).flatMap(({ value }) =>
    value.choices === undefined || depth > 4 ? [value] : leavesOf(value.choices, depth + 1),
  );

/** A height or a time, of which a container of truths gives back that there is one, as 1. */
const isCut = (given: Value, declared: TypeSet): boolean =>
  isOnly(declared, Type.bool) &&
  isOnly(given.types, Type.int) &&
  hasOrigin(given, 'block') &&
  given.condition === undefined;

/** Types that read back as the same value. */
const alike = (declared: TypeSet): TypeSet => (isOnly(declared, NUMBER) ? NUMBER : declared);
