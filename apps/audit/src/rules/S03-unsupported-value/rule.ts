import { defineRule, type Report } from '../../catalogue/rule.ts';
import { judgedFlows } from '../../domain/flow/every-flow.ts';
import { factsAt } from '../../domain/flow/dominance.ts';
import { stepsOf, type Flow, type StepOf } from '../../domain/flow/flow.ts';
import { spellingOf } from '../../domain/flow/spelling.ts';
import { isUncalled, kindOfUncalled } from '../../domain/flow/uncalled.ts';
import { factLeaves } from '../../domain/flow/uses.ts';
import { type Fact, type StorageItem, type Value } from '../../domain/flow/values.ts';
import type { Subject } from '../../domain/model/subject.ts';
import { describeTypes, isOnly, mayBe, Type } from '../../domain/model/types.ts';
import { words } from './words.ts';

const UNSUPPORTED = Type.none | Type.float | Type.list | Type.dict | Type.set | Type.tuple | Type.object;

export const rule = defineRule({
  id: 'S03',
  name: 'unsupported-value',
  severity: 'high',
  confidence: 'high',
  checklist: ['CL-C18', 'CL-W02'],
  words,
  check(subject, report) {
    for (const flow of judgedFlows(subject))
      for (const step of stepsOf(flow, 'write')) checkWrite(flow, step, subject, report);
    for (const item of declared(subject)) {
      if (isUnsupported(item, subject))
        report(item, words.says.declared, { item: item.name, type: item.valueTypeName });
    }
  },
});

function checkWrite(flow: Flow, step: StepOf<'write'>, subject: Subject, report: Report): void {
  const { item, value } = step.action;
  if (value === undefined) return;
  const uncalled = isUncalled(value);
  if (uncalled || isOnly(value.types, UNSUPPORTED)) {
    const kind = uncalled
      ? kindOfUncalled(value)
      : value.constant === null
        ? 'None'
        : describeTypes(value.types);
    report(step, words.says.value, {
      item: item.name,
      value: spellingOf(subject.facts, value, step.module),
      kind,
    });
    return;
  }
  const parameter = optionalParameter(value);
  if (
    parameter === undefined ||
    factsAt(flow, step)
      .flatMap(factLeaves)
      .some((fact) => rulesOutNone(fact, value))
  )
    return;
  const lifecycle = flow.entry.kind === 'install' || flow.entry.kind === 'update';
  report(
    step,
    words.says.optional,
    { item: item.name, parameter },
    { confidence: lifecycle ? 'medium' : 'high' },
  );
}

/** An argument as it came, which is None when the caller leaves it out. */
function optionalParameter({ types, shape }: Value): string | undefined {
  return types !== 0 && mayBe(types, Type.none) ? /^parameter (\w+)$/.exec(shape)?.[1] : undefined;
}

/** Whether this fact would not hold, or could not be asked, of None. */
function rulesOutNone(fact: Fact, { shape }: Value): boolean {
  if (fact.kind === 'true') return fact.value.shape === shape || isAbout(fact.value, shape);
  if (fact.kind !== 'compare') return false;
  const sides = [fact.left, fact.right];
  if (sides.some((side) => isAbout(side, shape))) return true;
  const other = sides.find((side) => side.shape !== shape);
  if (!sides.some((side) => side.shape === shape) || other === undefined) return false;
  const isNone = other.constant === null;
  return isNone
    ? fact.operator === 'is not' || fact.operator === '!='
    : fact.operator !== '!=' && fact.operator !== 'not in';
}

/** `isinstance(parameter, str)`, `len(parameter)`, `parameter.is_contract`. */
const isAbout = (value: Value, shape: string): boolean =>
  value.shape !== shape && value.shape.includes(shape);

const declared = (subject: Subject): StorageItem[] => [
  ...new Set([
    ...subject.contracts.flatMap(({ items }) => items),
    ...subject.loose.flatMap((flow) =>
      flow.steps.flatMap(({ action }) =>
        action.kind === 'read' || action.kind === 'write' ? [action.item] : [],
      ),
    ),
  ]),
];

const isUnsupported = ({ valueType, valueTypeName }: StorageItem, { program }: Subject): boolean =>
  isOnly(valueType, UNSUPPORTED) || program.classes.some(({ name }) => name === valueTypeName);
