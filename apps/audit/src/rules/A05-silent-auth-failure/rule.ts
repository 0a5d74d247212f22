import { defineRule, type Report } from '../../catalogue/rule.ts';
import { forksOf, hasEffect, holderForks, isReverted, type Fork } from '../../domain/access/forks.ts';
import { isOpenEntry } from '../../domain/access/privileged.ts';
import { canReach, stepsBefore, type Flow } from '../../domain/flow/flow.ts';
import { sourceOf } from '../../domain/flow/values.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'A05',
  name: 'silent-auth-failure',
  severity: 'low',
  confidence: 'high',
  checklist: [],
  words,
  check({ contracts }, report) {
    for (const flow of contracts.flatMap(({ judged }) => judged).filter(isOpenEntry)) {
      for (const fork of [...forksOf(flow, false), ...holderForks(flow)])
        if (isSilent(fork)) tell(flow, fork, report);
    }
  },
});

/** The few who are let through do something; all others do nothing, and the call succeeds. */
const isSilent = ({ chosen, others }: Fork): boolean =>
  others.length > 0 &&
  others.every((other) => !isReverted(other) && canReach(other, hasEffect) === undefined) &&
  canReach(chosen, hasEffect) !== undefined &&
  // What was done before is no part of what is guarded: the method has more to it than that.
  ![...stepsBefore(chosen)].some(hasEffect);

function tell(flow: Flow, { chosen }: Fork, report: Report): void {
  const { fn } = chosen.frame;
  const given = { entry: flow.entry.fn.name, condition: sourceOf(chosen.module, chosen.node) };
  if (fn.outer !== undefined) report(chosen, words.says.decorator, { decorator: fn.outer.name });
  else if (chosen.action.outcome) report(chosen, words.says.body, given);
  else report(chosen, words.says.earlyReturn, given);
}
