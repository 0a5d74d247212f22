import { defineRule, type Report } from '../../catalogue/rule.ts';
import { stepsOf, type ContractModel, type StepOf } from '../../domain/flow/flow.ts';
import { sourceOf, type StorageItem } from '../../domain/flow/values.ts';
import { growthOf } from '../../domain/loops/length.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'C03',
  name: 'arraydb-membership',
  severity: 'medium',
  confidence: 'high',
  checklist: ['CL-C01'],
  words,
  check({ contracts }, report) {
    for (const contract of contracts) {
      const told = new Set<string>();
      // Queries have steps of their own, which nobody pays for.
      const flows = contract.judged.filter(({ entry }) => ['external', 'fallback'].includes(entry.kind));
      for (const flow of flows)
        for (const step of stepsOf(flow, 'read')) checkRead(contract, step, told, report);
    }
  },
});

function checkRead(contract: ContractModel, step: StepOf<'read'>, told: Set<string>, report: Report): void {
  const { item, how } = step.action;
  const place = `${step.module.path}:${step.node.start}`;
  if (item.kind !== 'ArrayDB' || (how !== 'contains' && how !== 'whole') || told.has(place)) return;
  told.add(place);
  const given = { expression: sourceOf(step.module, step.node), array: item.name };
  const growth = growthOf(contract, item);
  // What is filled at install, or up to a limit, has its price and no more.
  if (growth === undefined && isFilled(contract, item)) return;
  if (growth?.open === true)
    report(step, words.says.open, { ...given, writer: growth.flow.entry.fn.name }, { severity: 'high' });
  else report(step, words.says.closed, given, { confidence: 'medium' });
}

const isFilled = ({ flows }: ContractModel, array: StorageItem): boolean =>
  flows.some((flow) =>
    stepsOf(flow, 'write').some(({ action: { item, how } }) => item === array && how === 'put'),
  );
