import { defineRule, type Report } from '../../catalogue/rule.ts';
import { isUnasked } from '../../domain/access/asked.ts';
import { swapOf } from '../../domain/access/swap.ts';
import { isOpenEntry } from '../../domain/access/privileged.ts';
import type { Flow } from '../../domain/flow/flow.ts';
import { sourceOf } from '../../domain/flow/values.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'F12',
  name: 'open-swap',
  severity: 'high',
  confidence: 'high',
  checklist: [],
  words,
  check({ contracts }, report) {
    for (const flow of contracts.flatMap(({ flows }) => flows).filter(isOpenEntry)) checkFlow(flow, report);
  },
});

function checkFlow(flow: Flow, report: Report): void {
  for (const step of flow.steps) {
    const swap = swapOf(step);
    if (swap === undefined || swap.least === 'kept' || swap.isCallers || !isUnasked(flow, step)) continue;
    const given = { entry: flow.entry.fn.name, call: sourceOf(step.module, step.node) };
    if (swap.least === 'none') report(step, words.says.none, given);
    else
      report(
        step,
        words.says.callerChooses,
        { ...given, parameter: swap.least.parameter },
        { severity: 'medium', confidence: 'medium' },
      );
  }
}
