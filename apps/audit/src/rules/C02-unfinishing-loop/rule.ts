import { defineRule, type Report } from '../../catalogue/rule.ts';
import { judgedFlows } from '../../domain/flow/every-flow.ts';
import { stepsOf, type ContractModel, type Flow, type StepOf } from '../../domain/flow/flow.ts';
import { factsOf, type Fact, type Value } from '../../domain/flow/values.ts';
import { hasExit, testOf } from '../../domain/loops/exits.ts';
import { overtakenIn } from '../../domain/loops/overtaken.ts';
import { Completion } from '../../domain/model/completion.ts';
import type { TreeFacts } from '../../domain/model/tree-facts.ts';
import { isTestModule } from '../../domain/package/test-modules.ts';
import { tellCircled } from './circled.ts';
import { tellHalved } from './halved.ts';
import { tellLost } from './lost.ts';
import { tellMissed } from './missed.ts';
import { tellRinged } from './ringed.ts';
import { tellSkipped } from './skipped.ts';
import { tellStuck } from './stuck.ts';
import { tellSwinging, tellSwingingInside } from './swinging.ts';
import { checkTie } from './tied.ts';
import { tellUnchanged } from './unchanged.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'C02',
  name: 'unfinishing-loop',
  severity: 'critical',
  confidence: 'high',
  checklist: ['CL-C02'],
  words,
  check({ contracts, judgedLoose, facts, program }, report) {
    const told = new Set<string>();
    const generators = new Set(facts.of('Yield').map(({ fn }) => fn));
    for (const flow of judgedFlows({ contracts, judgedLoose })) {
      for (const head of stepsOf(flow, 'loop')) {
        const place = placeOf(head);
        // A generator runs as far as it is asked.
        if (!isWhile(head) || told.has(place) || generators.has(head.frame.fn)) continue;
        if (checkLoop(flow, head, report)) told.add(place);
      }
    }
    for (const contract of contracts)
      for (const flow of contract.judged)
        for (const head of stepsOf(flow, 'loop').filter(isWhile)) {
          checkTie(contract, flow, head, facts, report);
          const place = placeOf(head);
          if (!told.has(place) && tellInStorage(contract, flow, head, report)) told.add(place);
        }
    checkRings(facts, new Completion(program, facts), report);
  },
});

const isWhile = ({ action }: StepOf<'loop'>): boolean => action.loop.node.kind === 'While';

const placeOf = ({ module, node }: StepOf<'loop'>): string => `${module.path}:${node.start}`;

/** What a loop follows in storage may have no end; whether it was told of. */
function tellInStorage(contract: ContractModel, flow: Flow, head: StepOf<'loop'>, report: Report): boolean {
  const body = flow.steps.filter(({ loops }) => loops.includes(head.action.loop));
  return tellLost(contract, flow, head, body, report) || tellRinged(contract, head, body, report);
}

function checkLoop(flow: Flow, head: StepOf<'loop'>, report: Report): boolean {
  const { loop } = head.action;
  const body = flow.steps.filter(({ loops }) => loops.includes(loop));
  const test = testOf(head, body);
  if (test === undefined) return false;
  if (isEndless(test.action.value)) {
    // What the body raises may well be caught around the loop: `next` at the end of an iterator.
    if (head.tries.length > 0 || hasExit(head, body))
      return tellSwingingInside(flow, head, body, report) || tellStuck(flow, head, body, report);
    report(head, words.says.endless, {});
    return true;
  }
  const facts =
    test.action.value.condition === undefined
      ? [truth(test.action.value)]
      : factsOf(test.action.value.condition, true);
  const rounds = loop.rounds.map((round) =>
    round.condition === undefined ? [truth(round)] : factsOf(round.condition, true),
  );
  return (
    tellUnchanged(head, test, facts, rounds, body, report) ||
    tellSkipped(flow, head, facts, rounds, body, report) ||
    tellHalved(flow, head, facts, rounds, body, report) ||
    tellCircled(flow, head, facts, rounds, body, report) ||
    tellSwinging(head, rounds, body, report) ||
    tellMissed(flow, head, facts, rounds, body, report) ||
    tellStuck(flow, head, body, report)
  );
}

const truth = (value: Value): Fact => ({ kind: 'true', value });

const isEndless = ({ constant }: Value): boolean =>
  constant === true || (typeof constant === 'bigint' && constant !== 0n);

/** A counter that is set back behind the comparison that ends the loop. */
function checkRings(facts: TreeFacts, completion: Completion, report: Report): void {
  for (const found of facts.judged('While')) {
    if (found.fn === undefined || isTestModule(found.module)) continue;
    const ring = overtakenIn(found.node, found.fn.node.body, completion);
    if (ring !== undefined) report(found, words.says.overtaken, { ...ring }, { confidence: 'medium' });
  }
}
