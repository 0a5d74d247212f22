import { defineRule, type Report } from '../../catalogue/rule.ts';
import { isUnasked } from '../../domain/access/asked.ts';
import { swapOf } from '../../domain/access/swap.ts';
import { isOpenEntry } from '../../domain/access/privileged.ts';
import { isReverted } from '../../domain/access/forks.ts';
import { isStep, stepsAfter, type Flow } from '../../domain/flow/flow.ts';
import type { Step } from '../../domain/flow/steps.ts';
import { hasOrigin, ORDERS, sourceOf, type Comparison, type Value } from '../../domain/flow/values.ts';
import { sitesInEntry } from '../../domain/access/site.ts';
import { futileLeasts } from './futile-least.ts';
import { unreadLeasts } from './unread-least.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'F12',
  name: 'open-swap',
  severity: 'high',
  confidence: 'high',
  checklist: [],
  words,
  check({ contracts }, report) {
    const flows = contracts.flatMap(({ judged }) => judged).filter(isOpenEntry);
    for (const flow of flows) {
      checkFlow(flow, report);
      checkLost(flow, report);
    }
    checkUnread(flows, report);
  },
});

function checkFlow(flow: Flow, report: Report): void {
  const siteOf = sitesInEntry(flow);
  for (const step of flow.steps) {
    const swap = swapOf(step);
    if (swap === undefined || swap.least === 'kept' || swap.isCallers || !isUnasked(flow, step)) continue;
    if (isCheckedBehind(step)) continue;
    const given = { entry: flow.entry.fn.name, call: sourceOf(step.module, step.node) };
    const at = siteOf(step);
    if (at === undefined) continue;
    if (swap.least === 'none') report(at, words.says.none, given);
    else
      report(
        at,
        words.says.callerChooses,
        { ...given, parameter: swap.least.parameter },
        { severity: 'medium', confidence: 'medium' },
      );
  }
}

/** The caller names a least amount, and the test that should refuse less never does. */
function checkLost(flow: Flow, report: Report): void {
  const siteOf = sitesInEntry(flow);
  for (const { step, comparison, parameter } of futileLeasts(flow)) {
    const isHere = step.node.start <= comparison.node.start && comparison.node.end <= step.node.end;
    const at = isHere ? step : siteOf(step);
    const given = { entry: flow.entry.fn.name, parameter };
    if (at !== undefined) report(at, words.says.lost, given);
  }
}

/** Each parameter once, of however many entry points that come by. */
function checkUnread(flows: readonly Flow[], report: Report): void {
  const found = flows.flatMap(unreadLeasts);
  for (const { at, parameter, method } of new Map(found.map((each) => [each.at.node, each])).values())
    report(at, words.says.unread, { parameter, method });
}

/** What came back is held against a least amount, and all is undone where it is less. */
const isCheckedBehind = (swap: Step): boolean =>
  [...stepsAfter(swap)].some(
    (step) =>
      isStep(step, 'way') &&
      step.action.facts.some((fact) => fact.kind === 'compare' && isLeast(fact)) &&
      step.previous.some(({ next }) => next.some((other) => other !== step && isReverted(other))),
  );

/** `balance >= least`: what is there now, and a number that is neither asked from elsewhere nor nothing. */
const isLeast = ({ operator, left, right }: Comparison): boolean =>
  (ORDERS.has(operator) && isAnswer(left) && isNumber(right)) ||
  (ORDERS.has(operator) && isAnswer(right) && isNumber(left));

const isAnswer = (value: Value): boolean => hasOrigin(value, 'call', 'icx balance');

const isNumber = (value: Value): boolean => !isAnswer(value) && value.constant !== 0n;
