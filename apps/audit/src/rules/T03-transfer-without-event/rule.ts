import { defineRule, type Report } from '../../catalogue/rule.ts';
import { stepsOf, type Flow } from '../../domain/flow/flow.ts';
import { stepsOnWaysWithout } from '../../domain/flow/ways.ts';
import type { Node } from '../../domain/python/tree.ts';
import { isFungible, movingFlows, tokenOf, type Token } from '../../domain/token/token.ts';
import { isTransferEvent } from '../../domain/token/transfers.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'T03',
  name: 'transfer-without-event',
  severity: 'critical',
  confidence: 'high',
  checklist: ['CL-C11', 'CL-C12'],
  words,
  check({ contracts }, report) {
    for (const contract of contracts) {
      const token = tokenOf(contract);
      const told = new Set<Node>();
      if (isFungible(token)) for (const flow of movingFlows(contract)) checkFlow(token, flow, told, report);
    }
  },
});

function checkFlow({ balances, supply }: Token, flow: Flow, told: Set<Node>, report: Report): void {
  const writes = stepsOf(flow, 'write').filter(({ action }) => action.item === balances);
  // What changes the supply is held against the rule for minting and burning.
  const changesSupply = stepsOf(flow, 'write').some(({ action }) => action.item === supply);
  if (flow.entry.kind === 'install' || changesSupply) return;
  const quiet = stepsOnWaysWithout(flow, isTransferEvent);
  const silent = writes.find((write) => quiet.has(write));
  if (silent === undefined || told.has(silent.node)) return;
  told.add(silent.node);
  const given = { item: silent.action.item.name, method: flow.entry.fn.name };
  if (flow.steps.some(isTransferEvent)) report(silent, words.says.somePath, given);
  else report(silent, words.says.never, given);
}
