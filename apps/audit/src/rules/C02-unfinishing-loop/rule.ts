import { defineRule, type Report } from '../../catalogue/rule.ts';
import { everyFlow } from '../../domain/flow/every-flow.ts';
import {
  isStep,
  stepsAfter,
  stepsOf,
  type ContractModel,
  type Flow,
  type StepOf,
} from '../../domain/flow/flow.ts';
import { spellingOf } from '../../domain/flow/spelling.ts';
import type { Step } from '../../domain/flow/steps.ts';
import {
  factsOf,
  hasOrigin,
  sourceOf,
  storageOrigins,
  valuesOf,
  type Comparison,
  type Fact,
  type Value,
} from '../../domain/flow/values.ts';
import { callsOn, changesPartOf } from '../../domain/loops/parts.ts';
import { overtakenIn } from '../../domain/loops/overtaken.ts';
import { tiedPair } from '../../domain/loops/ties.ts';
import { linearOf, plus, type Linear } from '../../domain/numbers/linear.ts';
import { Completion } from '../../domain/model/completion.ts';
import type { TreeFacts } from '../../domain/model/tree-facts.ts';
import { Type } from '../../domain/model/types.ts';
import { isTestModule } from '../../domain/package/test-modules.ts';
import { nameOf } from '../../domain/numbers/naming.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'C02',
  name: 'unfinishing-loop',
  severity: 'critical',
  confidence: 'high',
  checklist: ['CL-C02'],
  words,
  check({ contracts, loose, facts, program }, report) {
    const told = new Set<string>();
    const generators = new Set(facts.of('Yield').map(({ fn }) => fn));
    for (const flow of everyFlow({ contracts, loose })) {
      for (const head of stepsOf(flow, 'loop')) {
        const place = `${head.module.path}:${head.node.start}`;
        // A generator runs as far as it is asked.
        if (head.action.loop.node.kind !== 'While' || told.has(place) || generators.has(head.frame.fn))
          continue;
        if (checkLoop(flow, head, report)) told.add(place);
      }
    }
    for (const contract of contracts)
      for (const flow of contract.flows)
        for (const head of stepsOf(flow, 'loop')) checkTie(contract, flow, head, facts, report);
    checkRings(facts, new Completion(program, facts), report);
  },
});

function checkLoop(flow: Flow, head: StepOf<'loop'>, report: Report): boolean {
  const { loop } = head.action;
  const body = flow.steps.filter(({ loops }) => loops.includes(loop));
  const test = loop.node.kind === 'While' ? body.find((step) => isStep(step, 'branch')) : undefined;
  if (test === undefined || !isStep(test, 'branch')) return false;
  if (isEndless(test.action.value)) {
    // What the body raises may well be caught around the loop: `next` at the end of an iterator.
    if (head.tries.length > 0 || hasExit(head, body)) return false;
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
    tellSkipped(flow, head, facts, rounds, body, report)
  );
}

const truth = (value: Value): Fact => ({ kind: 'true', value });

const isEndless = ({ constant }: Value): boolean =>
  constant === true || (typeof constant === 'bigint' && constant !== 0n);

/** A way out by `break`, `return` or an exception, besides the test. */
function hasExit(head: StepOf<'loop'>, body: readonly Step[]): boolean {
  const inside = new Set<Step>([head, ...body]);
  if (body.some(({ action }) => action.kind === 'raise')) return true;
  return [...stepsAfter(head)].some((step) => !inside.has(step) && isAfter(step, inside));
}

const isAfter = ({ previous, action }: Step, inside: ReadonlySet<Step>): boolean =>
  previous.some((before) => inside.has(before)) &&
  !(action.kind === 'way' && !action.outcome && previous.length === 0);

// --- Nothing that the test looks at changes --------------------------------------------------------------------------------------

function tellUnchanged(
  head: StepOf<'loop'>,
  test: StepOf<'branch'>,
  facts: readonly Fact[],
  rounds: readonly (readonly Fact[])[],
  body: readonly Step[],
  report: Report,
): boolean {
  const stuck = rounds.some((round) => shapesOf(round) === shapesOf(facts));
  if (
    !stuck ||
    facts.flatMap(valuesOf).some((value) => mayChange(value, body)) ||
    changesParts(head) ||
    callsUnseen(head, body) ||
    isDoneByExit(head, body, rounds)
  )
    return false;
  // Another path may be taken in the next turn, where something that nobody knows decides.
  const isSure =
    rounds.every((round) => shapesOf(round) === shapesOf(facts)) ||
    !body.some((step) => isStep(step, 'branch') && step !== test && step.action.value.types === 0);
  report(
    head,
    words.says.unchanged,
    { names: sourceOf(test.module, test.node) },
    isSure ? {} : { severity: 'high', confidence: 'low' },
  );
  return true;
}

const changesParts = ({ action }: StepOf<'loop'>): boolean =>
  action.loop.node.kind === 'While' && changesPartOf(action.loop.node.test, action.loop.node.body);

/** A call that was not followed, as one of an unknown function or in a recursion, may do anything. */
function callsUnseen({ action }: StepOf<'loop'>, body: readonly Step[]): boolean {
  const { node } = action.loop;
  if (node.kind !== 'While') return false;
  const entered = new Set(body.map(({ frame }) => frame.call?.node));
  const seen = new Set(body.filter((step) => isFollowed(step, entered)).map((step) => step.node));
  return callsOn(node.test, node.body).some((call) => !seen.has(call));
}

function isFollowed(step: Step, entered: ReadonlySet<unknown>): boolean {
  if (isStep(step, 'call')) return entered.has(step.node);
  if (!isStep(step, 'platform') || !step.action.name.startsWith('.')) return true;
  const { types = 0 } = step.action.args[0] ?? {};
  return types !== 0 && (types & Type.object) === 0;
}

const shapesOf = (facts: readonly Fact[]): string =>
  facts
    .flatMap(valuesOf)
    .map(({ shape }) => shape)
    .join(' ');

/** What stands in storage is changed by a write, a list by its methods, an object of ours by its own; another contract answers anew. */
function mayChange(value: Value, body: readonly Step[]): boolean {
  if (hasOrigin(value, 'call', 'icx balance')) return true;
  const items = [
    ...storageOrigins(value),
    ...(value.reference?.kind === 'container' ? [value.reference.item] : []),
  ];
  return body.some((step) => {
    if (isStep(step, 'write')) return items.includes(step.action.item);
    if (isStep(step, 'attribute')) return true;
    if (!isStep(step, 'platform')) return false;
    const { name, args } = step.action;
    // A function of nobody knows where may change a list that it is given.
    const changed = name.startsWith('.') ? args.slice(0, 1) : /^[a-z]\w*$/.test(name) ? [] : args;
    return changed.some((given) => isPart(given, value));
  });
}

const isPart = (list: Value, value: Value): boolean =>
  list.shape === value.shape || value.shape === `len ${list.shape}` || value.shape.includes(list.shape);

/** Where the only way round leaves the test alone, the loop was meant to be left from inside. */
const isDoneByExit = (head: StepOf<'loop'>, body: readonly Step[], rounds: readonly unknown[]): boolean =>
  rounds.length === 1 && hasOtherExit(head, body);

function hasOtherExit(head: StepOf<'loop'>, body: readonly Step[]): boolean {
  const inside = new Set<Step>([head, ...body]);
  const [branch] = body.filter((step) => isStep(step, 'branch'));
  const leaves = (step: Step) => step.next.some((next) => !inside.has(next));
  return body.some(
    (step) =>
      step.action.kind === 'raise' ||
      (leaves(step) && !isStep(step, 'way')) ||
      (isStep(step, 'way') && leaves(step) && step.node !== branch?.node),
  );
}

// --- Two that draw again as long as they have drawn alike ---------------------------------------------------------------------------

function checkTie(
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

// --- A counter that is set back behind the comparison that ends the loop -------------------------------------------------------------

function checkRings(facts: TreeFacts, completion: Completion, report: Report): void {
  for (const found of facts.of('While')) {
    if (found.fn === undefined || isTestModule(found.module)) continue;
    const ring = overtakenIn(found.node, found.fn.node.body, completion);
    if (ring !== undefined) report(found, words.says.overtaken, { ...ring }, { confidence: 'medium' });
  }
}

// --- A counter that jumps over what it is compared with ----------------------------------------------------------------------------

function tellSkipped(
  flow: Flow,
  head: StepOf<'loop'>,
  facts: readonly Fact[],
  rounds: readonly (readonly Fact[])[],
  body: readonly Step[],
  report: Report,
): boolean {
  const [fact, ...others] = facts;
  if (fact?.kind !== 'compare' || fact.operator !== '!=' || others.length > 0) return false;
  for (const [next] of rounds) {
    if (next?.kind !== 'compare') continue;
    const jump = jumpOf(fact, next);
    if (jump === undefined) continue;
    const given = {
      counter: nameOf(flow, head, fact.left),
      target: nameOf(flow, head, fact.right),
      step: jump,
    };
    report(head, words.says.skipped, sourceNames(head, fact, given), {
      confidence: hasOtherExit(head, body) ? 'low' : 'high',
    });
    return true;
  }
  return false;
}

function sourceNames(
  { module }: Step,
  { node }: Comparison,
  given: { counter: string; target: string; step: string },
) {
  if (node.kind !== 'Compare') return given;
  const [target] = node.comparators;
  return {
    ...given,
    counter: sourceOf(module, node.left),
    target: target === undefined ? given.target : sourceOf(module, target),
  };
}

/** By how much a counter moves in a round, where that is not one. */
function jumpOf(now: Comparison, next: Comparison): string | undefined {
  const { made } = next.left;
  const inner = made?.operator === '%' ? made.left : next.left;
  const change = plus(linearOf(inner), linearOf(now.left), -1n);
  if (change.terms.has(now.left.shape) || !linearOf(inner).terms.has(now.left.shape)) return undefined;
  if (change.terms.size === 0) return isOne(change) ? undefined : change.constant.toString();
  return [...change.terms.keys()].map((shape) => shape.replace(/^parameter /, '')).join(' + ');
}

const isOne = ({ constant }: Linear): boolean => constant === 1n || constant === -1n || constant === 0n;
