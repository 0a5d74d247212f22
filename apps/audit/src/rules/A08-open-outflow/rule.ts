import { defineRule, type Report } from '../../catalogue/rule.ts';
import { asksForContract, isPassedBy, isUnasked } from '../../domain/access/asked.ts';
import {
  goesToCaller,
  isCommonSum,
  isOfOthers,
  isPaidFor,
  isTakenAtWill,
  outflowOf,
  type Outflow,
} from '../../domain/access/outflow.ts';
import { isOpenEntry } from '../../domain/access/privileged.ts';
import { factsAt, isStep, type Flow } from '../../domain/flow/flow.ts';
import { hasOrigin, sourceOf, valuesOf } from '../../domain/flow/values.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'A08',
  name: 'open-outflow',
  severity: 'critical',
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
    const outflow = outflowOf(step);
    if (outflow === undefined || !goesToCaller(outflow) || isCallersOwn(outflow)) continue;
    const atWill = isTakenAtWill(outflow);
    if (!atWill && !isOfOthers(outflow) && !(isCommonSum(outflow) && isUnconditional(flow, outflow)))
      continue;
    // Where contracts are let through and nobody else, that is the defect (A07).
    if (!isUnasked(flow, step) || !isPassedBy(flow, step, asksForContract) || isPaidFor(flow, step)) continue;
    const given = { entry: flow.entry.fn.name, call: sourceOf(step.module, step.node) };
    report(step, words.says[outflow.kind], given, { confidence: atWill ? 'high' : 'medium' });
  }
}

/** The token that calls back has its own tokens moved. */
const isCallersOwn = ({ step }: Outflow): boolean =>
  isStep(step, 'external') && hasOrigin(step.action.address, 'sender');

/** Nothing was won, no time has come, nobody was picked. */
const isUnconditional = (flow: Flow, { step }: Outflow): boolean =>
  !factsAt(flow, step)
    .flatMap(valuesOf)
    .some(
      (value) =>
        hasOrigin(value, 'parameter', 'block', 'transaction', 'call') || (value.read?.keys.length ?? 0) > 0,
    );
