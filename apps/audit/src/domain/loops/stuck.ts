import { canReach, isStep, type Flow, type StepOf } from '../flow/flow.ts';
import { factsAt } from '../flow/dominance.ts';
import type { Frame, Step } from '../flow/steps.ts';
import { hasOrigin, type Fact } from '../flow/values.ts';
import { isContradictory } from '../numbers/contradictions.ts';
import type { Expression, Node } from '../python/tree.ts';
import { nodesIn, targetsOf } from './parts.ts';
import { turnWays, type TurnWay } from './turn-ways.ts';

/**
 * The test that decides for a turn in which nothing changes: `if number not in chosen: chosen.append(number)`, where the number is made
 * of the same things each time. What then comes out once comes out for ever.
 */
export function stuckTest(flow: Flow, head: StepOf<'loop'>, body: readonly Step[]): Expression | undefined {
  const { node } = head.action.loop;
  if (node.kind !== 'While') return undefined;
  const way = turnWays(node.body).find(
    (each) => each.outcomes.size > 0 && isStill(flow, head, body, startedBy(node.test, each)),
  );
  return [...(way?.outcomes.keys() ?? [])].at(-1);
}

const startedBy = (test: Expression, { nodes, outcomes, open }: TurnWay): TurnWay => ({
  nodes: [test, ...nodes],
  outcomes: new Map([[test, true], ...outcomes]),
  open,
});

function isStill(
  flow: Flow,
  head: StepOf<'loop'>,
  body: readonly Step[],
  { nodes, outcomes }: TurnWay,
): boolean {
  if (carriesOver(nodes)) return false;
  const steps = body.filter((step) => isOn(step, head.frame, nodes, outcomes));
  return (
    steps.every(isUnchanging) &&
    callsAreSeen(nodes, steps) &&
    leadsRound(head, steps) &&
    !isContradictory(factsOn(flow, head, steps))
  );
}

/** Whether a variable keeps something for the next turn, or a part of a thing is set: each that is set must be set before it is read. */
function carriesOver(nodes: readonly Node[]): boolean {
  const all = nodesIn(nodes);
  const set = new Map<string, number>();
  for (const node of all)
    for (const target of allTargetsOf(node)) {
      if (target.kind !== 'Name') return true;
      // What is set is known behind the statement only: `number += 1` reads it.
      if (!set.has(target.id)) set.set(target.id, node.kind === 'For' ? target.end : node.end);
    }
  return all.some(
    (node) => node.kind === 'Name' && node.start < (set.get(node.id) ?? 0) && !isTargetIn(all, node),
  );
}

const isTargetIn = (all: readonly Node[], name: Node): boolean =>
  all.some((node) => node.kind !== 'AugmentedAssign' && allTargetsOf(node).some((target) => target === name));

function allTargetsOf(node: Node): readonly Expression[] {
  if (node.kind === 'For' || node.kind === 'Generator') return flat(node.target);
  if (node.kind === 'NamedExpression' || node.kind === 'AnnotatedAssign') return flat(node.target);
  return targetsOf(node).flatMap(flat);
}

const flat = (target: Expression): readonly Expression[] =>
  target.kind === 'Tuple' || target.kind === 'List' ? target.elements.flatMap(flat) : [target];

/** Whether a step belongs to one of the nodes, there or in what is called there, and no test came out otherwise on the way to it. */
function isOn(
  step: Step,
  frame: Frame,
  nodes: readonly Node[],
  outcomes: ReadonlyMap<Expression, boolean>,
): boolean {
  const node = nodeIn(step, frame);
  if (node === undefined || !nodes.some(({ start, end }) => start <= node.start && node.end <= end))
    return false;
  if (!isStep(step, 'way') || step.frame !== frame) return true;
  const outcome = [...outcomes].find(([test]) => test === step.node)?.[1];
  return outcome === undefined || outcome === step.action.outcome;
}

/** Where the function around the loop does it, or calls what does it. */
function nodeIn(step: Step, frame: Frame): Node | undefined {
  if (step.frame === frame) return step.node;
  for (let running: Frame | undefined = step.frame; running !== undefined; running = running.caller)
    if (running.caller === frame) return running.call?.node;
  return undefined;
}

function isUnchanging(step: Step): boolean {
  const { action } = step;
  switch (action.kind) {
    case 'write':
    case 'attribute':
    case 'external':
    case 'transfer':
      return false;
    case 'read':
      return action.how !== 'pop';
    case 'platform':
      return !CHANGES.test(action.name) && !hasOrigin(action.result, 'unequal', 'call');
    default:
      return true;
  }
}

/** Methods that change what they are called on, and what goes on to the next with each call. */
const CHANGES =
  /^\.(?:append|insert|add|pop|popleft|popitem|remove|discard|extend|update|setdefault|clear|sort|reverse|put|set)$|^next$|random/;

/** A call that was not followed may change anything. */
function callsAreSeen(nodes: readonly Node[], steps: readonly Step[]): boolean {
  const seen = new Set(steps.flatMap((step) => (SEEN.has(step.action.kind) ? [step.node] : [])));
  return nodesIn(nodes).every((node) => node.kind !== 'Call' || seen.has(node));
}

const SEEN: ReadonlySet<Step['action']['kind']> = new Set(['call', 'platform', 'event', 'read']);

function leadsRound(head: Step, steps: readonly Step[]): boolean {
  const on = new Set(steps);
  return (
    canReach(
      head,
      (step) => step === head,
      (step) => step !== head && !on.has(step),
    ) !== undefined
  );
}

const factsOn = (flow: Flow, head: StepOf<'loop'>, steps: readonly Step[]): readonly Fact[] => [
  ...factsAt(flow, head),
  ...steps.flatMap((step) => (isStep(step, 'way') && step.frame === head.frame ? step.action.facts : [])),
];
