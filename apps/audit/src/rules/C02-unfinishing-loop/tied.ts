import type { Report } from '../../catalogue/rule.ts';
import type { ContractModel, Flow, StepOf } from '../../domain/flow/flow.ts';
import { spellingOf } from '../../domain/flow/spelling.ts';
import type { Step } from '../../domain/flow/steps.ts';
import { sourceOf, type Value } from '../../domain/flow/values.ts';
import { hasOtherExit } from '../../domain/loops/exits.ts';
import { tiedPair } from '../../domain/loops/ties.ts';
import type { TreeFacts } from '../../domain/model/tree-facts.ts';
import { words } from './words.ts';

/** Two that draw again as long as they have drawn alike: where both are one, they always do. */
export function checkTie(
  contract: ContractModel,
  flow: Flow,
  head: StepOf<'loop'>,
  facts: TreeFacts,
  report: Report,
): void {
  const { loop } = head.action;
  if (loop.node.kind !== 'While') return;
  const body = flow.steps.filter(({ loops }) => loops.includes(loop));
  const rounds = loop.rounds.flatMap(({ condition }) => (condition === undefined ? [] : [condition]));
  const equal = rounds.flatMap((each) => (each.kind === 'compare' && each.operator === '==' ? [each] : []));
  if (equal.length < loop.rounds.length || hasOtherExit(head, body)) return;
  const pair = tiedPair({ contract, flow, head, body }, equal);
  if (pair === undefined) return;
  const [one, other] = pair.map(
    (account) => parameterOf(head, account) ?? spellingOf(facts, account, head.module),
  );
  const given = { test: sourceOf(head.module, loop.node.test), one: one ?? '', other: other ?? '' };
  report(head, words.says.tied, given, { severity: 'high', confidence: 'medium' });
}

/** The name by which the function around the loop was handed it. */
const parameterOf = ({ frame: { fn, given } }: Step, account: Value): string | undefined =>
  fn.node.parameters[given.values.indexOf(account)]?.name;
