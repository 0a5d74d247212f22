import { defineRule, type Report } from '../../catalogue/rule.ts';
import { stepsOf, type ContractModel, type StepOf } from '../../domain/flow/flow.ts';
import type { StorageItem } from '../../domain/flow/values.ts';
import { Type } from '../../domain/model/types.ts';
import { readersOf, writersOf } from '../../domain/storage/lifetime.ts';
import { words } from './words.ts';

const DEFAULTS: ReadonlyMap<number, string> = new Map([
  [Type.int, '0'],
  [Type.str, "''"],
  [Type.bool, 'False'],
]);

export const rule = defineRule({
  id: 'S10',
  name: 'init-only-in-update',
  severity: 'medium',
  confidence: 'high',
  checklist: ['CL-C18'],
  words,
  check({ contracts }, report) {
    for (const contract of contracts) {
      for (const flow of contract.judged) {
        if (flow.entry.kind === 'update')
          for (const step of stepsOf(flow, 'write')) checkWrite(contract, step, report);
      }
    }
  },
});

function checkWrite(contract: ContractModel, step: StepOf<'write'>, report: Report): void {
  const { item, value } = step.action;
  if (
    value === undefined ||
    writersOf(contract, item, 'install', 'external', 'fallback', 'unreached').length > 0
  )
    return;
  const [reader] = readersOf(contract, item, 'external', 'fallback');
  if (reader === undefined) return;
  report(step, words.says.needed, {
    item: item.name,
    reader: reader.entry.fn.name,
    given: defaultOf(item),
  });
}

const defaultOf = ({ kind, valueType }: StorageItem): string =>
  kind === 'ArrayDB' ? '[]' : (DEFAULTS.get(valueType) ?? 'None');
