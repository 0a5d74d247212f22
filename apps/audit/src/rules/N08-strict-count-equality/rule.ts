import { defineRule, type Report } from '../../catalogue/rule.ts';
import { stepsOf, type ContractModel } from '../../domain/flow/flow.ts';
import { hasOrigin, sourceOf, type Comparison, type Fact, type Value } from '../../domain/flow/values.ts';
import type { Found, TreeFacts } from '../../domain/model/tree-facts.ts';
import { counterOf, type Counter } from '../../domain/numbers/counters.ts';
import { writesTo } from '../../domain/numbers/stored.ts';
import type { Compare } from '../../domain/python/tree.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'N08',
  name: 'strict-count-equality',
  severity: 'medium',
  confidence: 'medium',
  checklist: [],
  words,
  check({ contracts, facts }, report) {
    for (const contract of contracts)
      for (const comparison of equalities(contract)) checkEquality(contract, comparison, facts, report);
  },
});

/** Every `==` and `!=` that a transaction decides by, once. */
function equalities({ judged }: ContractModel): Comparison[] {
  const open = judged.filter(({ entry }) => entry.kind === 'external' || entry.kind === 'fallback');
  const found = open
    .flatMap((flow) => stepsOf(flow, 'way'))
    .flatMap(({ action }) => action.facts.flatMap(comparisonsIn));
  return [...new Map(found.map((comparison) => [comparison.node, comparison])).values()];
}

function comparisonsIn(fact: Fact): Comparison[] {
  if (fact.kind === 'compare') return fact.operator === '==' || fact.operator === '!=' ? [fact] : [];
  return fact.kind === 'one of' ? fact.choices.flatMap((choice) => choice.flatMap(comparisonsIn)) : [];
}

function checkEquality(
  contract: ContractModel,
  comparison: Comparison,
  facts: TreeFacts,
  report: Report,
): void {
  const at = facts.find(comparison.node);
  if (at?.node.kind !== 'Compare') return;
  for (const [counter, limit] of [
    [comparison.left, comparison.right],
    [comparison.right, comparison.left],
  ] as const) {
    if (tell(contract, counter, limit, at as Found<Compare>, report)) return;
  }
}

function tell(
  contract: ContractModel,
  counter: Value,
  limit: Value,
  at: Found<Compare>,
  report: Report,
): boolean {
  const item = limit.read?.item;
  if (item?.kind !== 'VarDB' || counterOf(contract, item) !== undefined) return false;
  const names = { limit: sourceOf(at.module, limit.node), counter: sourceOf(at.module, counter.node) };
  const writer = writesTo(contract, item).find(
    ({ flow, step }) => flow.entry.kind === 'external' && hasOrigin(step.action.value, 'parameter'),
  );
  if (isClock(counter)) {
    // What the contract wrote down itself, such as the block of the last call, is meant to be met.
    if (writesTo(contract, item).some(({ step }) => hasOrigin(step.action.value, 'block'))) return false;
    report(at, words.says.height, { clock: names.counter, limit: names.limit });
    return true;
  }
  const counted = countOf(counter, contract);
  if (counted === undefined) return false;
  if (writer !== undefined) report(at, words.says.threshold, { ...names, writer: writer.flow.entry.fn.name });
  else if (counted.jumps && counted.rises) report(at, words.says.jump, names);
  else return false;
  return true;
}

const isClock = ({ origins, made, choices }: Value): boolean =>
  made === undefined &&
  choices === undefined &&
  origins.size > 0 &&
  [...origins].every(({ kind }) => kind === 'block');

/** The counter that a value is, just read or with what was added to it. */
function countOf(value: Value, contract: ContractModel): Counter | undefined {
  if (value.read?.how === 'length') return { jumps: false, rises: true };
  if (value.read !== undefined) return counterOf(contract, value.read.item);
  return value.made?.operator === '+'
    ? (countOf(value.made.left, contract) ?? countOf(value.made.right, contract))
    : undefined;
}
