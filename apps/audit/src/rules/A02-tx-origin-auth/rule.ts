import { defineRule, type Report } from '../../catalogue/rule.ts';
import { isPeopleQuestion } from '../../domain/access/asked.ts';
import { isOpenEntry } from '../../domain/access/privileged.ts';
import { isStep, type Flow } from '../../domain/flow/flow.ts';
import { hasOrigin, sourceOf, valuesOf, type Fact, type Value } from '../../domain/flow/values.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'A02',
  name: 'tx-origin-auth',
  severity: 'high',
  confidence: 'high',
  checklist: [],
  words,
  check({ contracts }, report) {
    for (const { flows } of contracts)
      for (const flow of flows) if (isOpenEntry(flow)) checkFlow(flow, report);
  },
});

function checkFlow(flow: Flow, report: Report): void {
  for (const step of flow.steps) {
    if (isStep(step, 'way') && step.action.facts.some(trustsOrigin)) {
      report(step, words.says.guard, { condition: sourceOf(step.module, step.node) });
    }
    if (isStep(step, 'write') && step.action.keys.some((key) => hasOrigin(key, 'tx origin'))) {
      report(step, words.says.account, { item: step.action.item.name });
    }
  }
}

/** Asks who began the transaction. Held against the sender, it only keeps contracts out. */
function trustsOrigin(fact: Fact): boolean {
  if (fact.kind === 'one of') return fact.choices.some((choice) => choice.some(trustsOrigin));
  if (fact.kind === 'compare' && isPeopleQuestion(fact.left, fact.right)) return false;
  return valuesOf(fact).some(isAboutOrigin);
}

const isAboutOrigin = (value: Value): boolean =>
  !value.shape.endsWith('.is_contract') &&
  (hasOrigin(value, 'tx origin') || value.read?.keys.some((key) => hasOrigin(key, 'tx origin')) === true);
