import { defineRule, type Report } from '../../catalogue/rule.ts';
import { everyFlow } from '../../domain/flow/every-flow.ts';
import { stepsOf, type StepOf } from '../../domain/flow/flow.ts';
import { spellingOf } from '../../domain/flow/spelling.ts';
import { describeTypes, isOnly, Type, type TypeSet } from '../../domain/model/types.ts';
import { sharedItems } from '../../domain/storage/shared.ts';
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
    const shared = sharedItems(everyFlow(subject));
    for (const flow of everyFlow(subject))
      for (const step of stepsOf(flow, 'write'))
        if (!shared.has(step.action.item)) checkWrite(step, subject, report);
  },
});

function checkWrite(step: StepOf<'write'>, subject: Subject, report: Report): void {
  const { item, value } = step.action;
  if (value === undefined || !isOnly(value.types, STORABLE) || !isOnly(item.valueType, STORABLE)) return;
  if ((value.types & alike(item.valueType)) !== 0) return;
  const given = {
    item: item.name,
    declared: describeTypes(item.valueType),
    value: spellingOf(subject.facts, value, step.module),
    actual: describeTypes(value.types),
  };
  // Text that is read back as bytes, and the other way round, is what was stored as long as it is valid UTF-8.
  const readable = isOnly(value.types | item.valueType, TEXT);
  report(step, words.says.value, given, readable ? { confidence: 'medium' } : {});
}

/** Types that read back as the same value. */
const alike = (declared: TypeSet): TypeSet => (isOnly(declared, NUMBER) ? NUMBER : declared);
