import { defineRule, type Report } from '../../catalogue/rule.ts';
import type { Severity } from '../../catalogue/finding.ts';
import { isAuthorised } from '../../domain/access/authority.ts';
import { factsAt } from '../../domain/flow/dominance.ts';
import { stepsOf, type ContractModel, type Flow, type StepOf } from '../../domain/flow/flow.ts';
import { hasOrigin, sourceOf, storageOrigins } from '../../domain/flow/values.ts';
import { believed } from '../../domain/numbers/beliefs.ts';
import { Bounds } from '../../domain/numbers/bounds.ts';
import { nameOf, parametersOf } from '../../domain/numbers/naming.ts';
import { writesTo, writtenInterval, type Written } from '../../domain/numbers/stored.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'N07',
  name: 'unbounded-pow',
  severity: 'critical',
  confidence: 'high',
  checklist: ['CL-C16'],
  words,
  check({ contracts }, report) {
    for (const contract of contracts) {
      const told = new Set<string>();
      for (const flow of byWeight(contract)) checkFlow(contract, flow, told, report);
    }
  },
});

const WEIGHT = ['external', 'fallback', 'readonly', 'update', 'install', 'constructor', 'unreached'];

/** A place that a transaction reaches is judged by the transaction. */
const byWeight = ({ judged }: ContractModel): Flow[] =>
  judged.toSorted((left, right) => WEIGHT.indexOf(left.entry.kind) - WEIGHT.indexOf(right.entry.kind));

function checkFlow(contract: ContractModel, flow: Flow, told: Set<string>, report: Report): void {
  for (const step of stepsOf(flow, 'arithmetic')) {
    const { operator, right: exponent } = step.action;
    if ((operator !== '**' && operator !== '<<') || exponent.constant !== undefined) continue;
    const place = `${step.module.path}:${step.node.start}`;
    if (told.has(place) || isBounded(flow, step)) continue;
    if (checkExponent(contract, flow, step, report)) told.add(place);
  }
}

const isBounded = (flow: Flow, step: StepOf<'arithmetic'>): boolean =>
  new Bounds(factsAt(flow, step), believed).intervalOf(step.action.right).high !== undefined;

/** Tells of an exponent that somebody chooses freely; whether anybody does. */
function checkExponent(
  contract: ContractModel,
  flow: Flow,
  step: StepOf<'arithmetic'>,
  report: Report,
): boolean {
  const { right: exponent } = step.action;
  const given = { expression: sourceOf(step.module, step.node), exponent: nameOf(flow, step, exponent) };
  const writer = unbounded(contract, step);
  if (hasOrigin(exponent, 'parameter')) {
    const detail = { severity: chosenBy(flow) };
    if (hasOrigin(exponent, 'json'))
      report(step, words.says.data, { ...given, source: parametersOf(exponent)[0] ?? 'JSON' }, detail);
    else report(step, words.says.parameter, { ...given, entry: flow.entry.fn.name }, detail);
  } else if (writer === undefined) return false;
  else {
    const severity = isAuthorised(writer.flow, writer.step) ? 'medium' : chosenBy(writer.flow);
    report(
      step,
      words.says.stored,
      { ...given, item: writer.step.action.item.name, writer: writer.flow.entry.fn.name },
      { severity },
    );
  }
  return true;
}

/** Whoever installs the contract, or only asks, harms nobody else. */
const chosenBy = ({ entry }: Flow): Severity =>
  entry.kind === 'external' || entry.kind === 'fallback' ? 'critical' : 'medium';

/** A write of what the exponent is made of that knows no limit. */
function unbounded(contract: ContractModel, { action }: StepOf<'arithmetic'>): Written | undefined {
  return storageOrigins(action.right)
    .flatMap((item) => writesTo(contract, item))
    .find(
      (written) =>
        written.step.action.how !== 'pop' &&
        hasOrigin(written.step.action.value, 'parameter') &&
        writtenInterval(written).high === undefined,
    );
}
