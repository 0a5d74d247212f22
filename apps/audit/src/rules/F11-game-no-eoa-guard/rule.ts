import { defineRule, type Report } from '../../catalogue/rule.ts';
import { asksForPeople, isOpen, isPassedBy } from '../../domain/access/asked.ts';
import { isQuestion } from '../../domain/access/callee.ts';
import { changeOf, isTokenCallback } from '../../domain/access/ledger.ts';
import { outflowOf } from '../../domain/access/outflow.ts';
import { isOpenEntry } from '../../domain/access/privileged.ts';
import { chancesOf } from '../../domain/chance/chance.ts';
import { namesPlayer } from '../../domain/chance/winners.ts';
import { isStep, stepsAfter, type Flow } from '../../domain/flow/flow.ts';
import type { Step } from '../../domain/flow/steps.ts';
import { hasOrigin } from '../../domain/flow/values.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'F11',
  name: 'game-no-eoa-guard',
  severity: 'high',
  confidence: 'high',
  checklist: ['CL-W03'],
  words,
  check({ contracts }, report) {
    for (const flow of contracts.flatMap(({ judged }) => judged).filter(isOpenEntry)) checkFlow(flow, report);
  },
});

function checkFlow(flow: Flow, report: Report): void {
  const { fn } = flow.entry;
  const callback = isTokenCallback(flow);
  const settled = chancesOf(flow).find(
    ({ step }) =>
      (callback || isOpen(flow, step)) &&
      isPassedBy(flow, step, asksForPeople) &&
      ([...stepsAfter(step)].some(pays) || namesWinner(flow, step)),
  );
  if (settled === undefined) return;
  const at = {
    module: fn.module,
    node: { start: fn.node.nameStart, end: fn.node.nameStart + fn.name.length },
  };
  const player = fn.node.parameters.find(({ name }) => name !== 'self')?.name ?? '';
  if (callback) report(at, words.says.callback, { entry: fn.name, player });
  else report(at, words.says.sender, { entry: fn.name });
}

/** For a stake, the player becomes the winner: the prize is handed over outside of the contract. */
const namesWinner = (flow: Flow, chance: Step): boolean =>
  (flow.entry.payable || isTokenCallback(flow)) && namesPlayer(flow, chance);

/** The player gets something: money, or a higher number under their name. */
function pays(step: Step): boolean {
  if (outflowOf(step) !== undefined) return true;
  if (isStep(step, 'external')) return !isQuestion(step) && step.action.args.length > 0;
  return (
    isStep(step, 'write') &&
    step.action.keys.some((key) => hasOrigin(key, 'sender', 'parameter')) &&
    changeOf(step)?.direction === 'up'
  );
}
