import { defineRule, type Detail, type Report } from '../../catalogue/rule.ts';
import { stepsOf, type ContractModel, type Flow, type StepOf } from '../../domain/flow/flow.ts';
import type { Value } from '../../domain/flow/values.ts';
import type { TreeFacts } from '../../domain/model/tree-facts.ts';
import { unboundedTurns, type Unbounded } from '../../domain/loops/turns.ts';
import { isAuthorised } from '../../domain/access/authority.ts';
import { nameOf, parametersOf } from '../../domain/numbers/naming.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'C01',
  name: 'unbounded-loop',
  severity: 'high',
  confidence: 'high',
  checklist: ['CL-C01'],
  words,
  check({ contracts, facts }, report) {
    for (const contract of contracts) {
      const told = new Set<string>();
      for (const flow of byWeight(contract))
        for (const head of stepsOf(flow, 'loop')) checkLoop(contract, flow, head, told, facts, report);
    }
  },
});

/** What only the life cycle runs is left to C06. */
const WEIGHT = ['external', 'fallback', 'unreached', 'readonly'];

const byWeight = ({ flows }: ContractModel): Flow[] =>
  WEIGHT.flatMap((kind) => flows.filter(({ entry }) => entry.kind === kind));

function checkLoop(
  contract: ContractModel,
  flow: Flow,
  head: StepOf<'loop'>,
  told: Set<string>,
  facts: TreeFacts,
  report: Report,
): void {
  const place = `${head.module.path}:${head.node.start}`;
  if (told.has(place)) return;
  const found = unboundedTurns(contract, flow, head);
  if (found === undefined) return;
  told.add(place);
  tell(flow, head, found, facts, weight(flow, head, found), report);
}

function tell(
  flow: Flow,
  head: StepOf<'loop'>,
  found: Unbounded,
  facts: TreeFacts,
  detail: Detail,
  report: Report,
): void {
  const entry = flow.entry.fn.name;
  if (found.kind === 'storage') {
    const given = { list: found.item.name, writer: found.growth.flow.entry.fn.name, entry };
    report(head, words.says.storage, given, detail);
    return;
  }
  // What a helper was handed stands in another file, perhaps.
  const { module } = facts.find(found.value.node) ?? head;
  const name = nameOf(flow, { ...head, module }, found.value);
  const [source = 'JSON'] = parametersOf(found.value);
  if (found.kind === 'count') report(head, words.says.parameter, { bound: name, entry }, detail);
  else if (found.kind === 'list') report(head, words.says.data, { list: name, source }, detail);
  else report(head, words.says.answer, { list: name, call: callIn(found.value) }, detail);
}

const callIn = ({ origins }: Value): string =>
  [...origins].flatMap((origin) => (origin.kind === 'call' ? [origin.method] : []))[0] ?? '?';

/** Whoever is hurt: everybody where anybody makes it longer, only the caller where the caller chose the length. */
function weight(flow: Flow, head: StepOf<'loop'>, found: Unbounded): Detail {
  if (flow.entry.kind === 'readonly') return { severity: 'info' };
  if (flow.entry.kind === 'unreached') return { severity: 'low', confidence: 'low' };
  const { loop } = head.action;
  const costly = flow.steps.some(
    ({ loops, action }) =>
      loops.includes(loop) && ['write', 'transfer', 'external', 'event'].includes(action.kind),
  );
  if (found.kind === 'storage') {
    if (!found.growth.open) return { severity: 'medium', confidence: 'medium' };
    const detail: Detail = costly ? {} : { severity: 'medium' };
    return found.growth.sure ? detail : { ...detail, confidence: 'medium' };
  }
  return { severity: 'medium', confidence: isAuthorised(flow, head) ? 'medium' : 'high' };
}
