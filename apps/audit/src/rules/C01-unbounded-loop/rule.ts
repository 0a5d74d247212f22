import { defineRule, type Detail, type Report } from '../../catalogue/rule.ts';
import { isStep, stepsOf, type ContractModel, type Flow, type StepOf } from '../../domain/flow/flow.ts';
import type { Step } from '../../domain/flow/steps.ts';
import type { Value } from '../../domain/flow/values.ts';
import type { TreeFacts } from '../../domain/model/tree-facts.ts';
import {
  recursionsAround,
  recursionsOf,
  unboundedRounds,
  type Recursion,
} from '../../domain/loops/recursion.ts';
import { unboundedTurns, type Unbounded } from '../../domain/loops/turns.ts';
import { isOpen } from '../../domain/access/asked.ts';
import { isBroughtByHand } from '../../domain/access/by-hand.ts';
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
      for (const flow of byWeight(contract)) checkFlow(flow, told, { contract, facts, report });
    }
  },
});

interface Teller {
  readonly contract: ContractModel;
  readonly facts: TreeFacts;
  readonly report: Report;
}

/** What only the life cycle runs is left to C06. */
const WEIGHT = ['external', 'fallback', 'unreached', 'readonly'];

const byWeight = ({ judged }: ContractModel): Flow[] =>
  WEIGHT.flatMap((kind) => judged.filter(({ entry }) => entry.kind === kind));

/** Where work is done again and again: at a loop, and at the call by which a function runs once more within itself. */
function checkFlow(flow: Flow, told: Set<string>, teller: Teller): void {
  const { contract } = teller;
  const check = (at: StepOf<'loop'> | Recursion, placed: Step['node'], find: () => Unbounded | undefined) => {
    const place = `${at.module.path}:${placed.start}`;
    const found = told.has(place) ? undefined : find();
    if (found === undefined) return;
    told.add(place);
    tell(flow, at, found, teller);
  };
  for (const head of stepsOf(flow, 'loop'))
    check(head, head.node, () => unboundedTurns(contract, flow, head));
  for (const call of recursionsOf(flow))
    check(call, call.action.fn.node, () => unboundedRounds(contract, flow, call));
}

function tell(flow: Flow, at: StepOf<'loop'> | Recursion, found: Unbounded, teller: Teller): void {
  const { facts, report } = teller;
  const entry = flow.entry.fn.name;
  const detail = weight(flow, at, found, teller);
  if (found.kind === 'storage') {
    const given = { list: found.item.name, writer: found.growth.flow.entry.fn.name, entry };
    report(at, words.says.storage, given, detail);
    return;
  }
  // What a helper was handed stands in another file, perhaps.
  const { module } = facts.find(found.value.node) ?? at;
  const name = nameOf(flow, { ...at, module }, found.value);
  const [source = 'JSON'] = parametersOf(found.value);
  if (found.kind === 'list') report(at, words.says.data, { list: name, source }, detail);
  else if (found.kind === 'answer')
    report(at, words.says.answer, { list: name, call: callIn(found.value) }, detail);
  else if (isStep(at, 'loop')) report(at, words.says.parameter, { bound: name, entry }, detail);
  else report(at, words.says.rounds, { bound: name, entry, fn: at.action.fn.name }, detail);
}

const callIn = ({ origins }: Value): string =>
  [...origins].flatMap((origin) => (origin.kind === 'call' ? [origin.method] : []))[0] ?? '?';

/** Whoever is hurt: everybody where anybody makes it longer, only the caller where the caller chose the length. */
function weight(flow: Flow, at: StepOf<'loop'> | Recursion, found: Unbounded, { contract }: Teller): Detail {
  if (flow.entry.kind === 'readonly') return { severity: 'info' };
  if (flow.entry.kind === 'unreached') return { severity: 'low', confidence: 'low' };
  const isInside = isStep(at, 'loop')
    ? ({ loops }: Step) => loops.includes(at.action.loop)
    : (step: Step) => recursionsAround(flow, step).includes(at);
  const costly = COSTLY.some((kind) => stepsOf(flow, kind).some(isInside));
  if (found.kind === 'storage') {
    if (!found.growth.open)
      return { severity: found.growth.byHand ? 'info' : 'medium', confidence: 'medium' };
    const detail: Detail = costly ? {} : { severity: 'medium' };
    return found.growth.sure ? detail : { ...detail, confidence: 'medium' };
  }
  // Whoever was chosen to bring the list knows how much is too much.
  if (found.kind !== 'answer' && isBroughtByHand(contract, flow, at))
    return { severity: 'info', confidence: 'medium' };
  return { severity: 'medium', confidence: isOpen(flow, at) ? 'high' : 'medium' };
}

const COSTLY = ['write', 'transfer', 'external', 'event'] as const;
