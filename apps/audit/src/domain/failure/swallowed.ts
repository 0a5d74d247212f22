import { canReach, isStep, stepsAfter, type Flow, type StepOf } from '../flow/flow.ts';
import { isOutgoing, isQuestion, type Outgoing } from '../access/callee.ts';
import type { Frame, Step } from '../flow/steps.ts';
import type { Node } from '../python/tree.ts';
import type { Found, TreeFacts } from '../model/tree-facts.ts';
import { readBehind, useOf } from '../model/use-of.ts';

/** A call of another contract that fails, after which the method goes on and ends well as if it had not. */
export interface Swallowed {
  readonly call: Outgoing;
  /** The handler, or the way on which `send` answered no. */
  readonly at: StepOf<'handler'> | StepOf<'way'>;
  /** A log line or an event is left of it. */
  readonly told: boolean;
}

/** Handlers around calls and payments that neither give up, nor put anything right, nor tell whoever called. */
export function swallowedByHandlers(flow: Flow, facts: TreeFacts): Swallowed[] {
  return flow.steps.flatMap((step) => {
    if (!isStep(step, 'handler')) return [];
    const call = flow.steps.find(
      (each): each is Outgoing =>
        isOutgoing(each) && each.tries.includes(step.action.of) && !isQuestion(each),
    );
    if (call === undefined || canReach(step, isEnd) === undefined) return [];
    const inside = [...stepsAfter(step)].filter((each) => isInside(each, step.node));
    if (inside.some((each) => isStep(each, 'write') || isOutgoing(each))) return [];
    const reads = readBehind(facts, step.node);
    const carried = reads.filter(({ node }) => !isTold(flow, step.frame, node));
    if (isCarriedOn(step, inside, carried, facts)) return [];
    return [{ call, at: step, told: carried.length < reads.length || inside.some(tells) }];
  });
}

/** A log line or an event. */
const tells = (step: Step): boolean =>
  isStep(step, 'event') || (isStep(step, 'platform') && step.action.name.startsWith('Logger'));

/** `self.Paid(account, amount, done)`: what became of it is handed to an event, and that puts nothing right. */
const isTold = (flow: Flow, frame: Frame, { start, end }: Node): boolean =>
  flow.steps.some(
    (each) => tells(each) && each.frame === frame && each.node.start <= start && each.node.end >= end,
  );

const isEnd = (step: Step) => step.action.kind === 'exit';

/** Runs in this part of the source, or in a function that is called from it. */
function isInside(step: Step, part: Node): boolean {
  const isWithin = (node: Node) => node.start >= part.start && node.end <= part.end;
  if (isWithin(step.node)) return true;
  for (let frame: Frame | undefined = step.frame; frame?.call !== undefined; frame = frame.caller)
    if (isWithin(frame.call.node)) return true;
  return false;
}

/** The failure is kept in a variable that is read later for more than to tell of it, or returned to somebody who looks at it. */
function isCarriedOn(
  handler: StepOf<'handler'>,
  inside: readonly Step[],
  reads: readonly Found[],
  facts: TreeFacts,
): boolean {
  if (reads.some(({ parent }) => parent?.node.kind !== 'Return')) return true;
  const returns =
    reads.length > 0 ||
    inside.some(
      (each) => isStep(each, 'return') && each.action.value !== undefined && each.frame === handler.frame,
    );
  return returns && isLookedAt(handler.frame, facts);
}

function isLookedAt(frame: Frame, facts: TreeFacts): boolean {
  for (let at: Frame | undefined = frame; at?.call !== undefined; at = at.caller) {
    const use = useOf(facts, at.call.node);
    if (use.kind !== 'returned') return use.kind === 'used';
  }
  return true;
}

/** `if not self.icx.send(…)` where the failure leaves no trace in storage and reverts nothing. */
export function swallowedBySend(flow: Flow): Swallowed[] {
  return flow.steps.flatMap((call) => {
    if (!isStep(call, 'transfer') || call.action.how !== 'send') return [];
    return flow.steps.flatMap((step) => {
      if (
        !isStep(step, 'way') ||
        !step.action.facts.some((fact) => fact.kind === 'false' && fact.value === call.action.result)
      )
        return [];
      if (canReach(step, isEnd) === undefined) return [];
      const own = onlyHere(step);
      if (own.some((each) => isStep(each, 'write') || isOutgoing(each))) return [];
      return [{ call, at: step, told: own.some((each) => isStep(each, 'event')) }];
    });
  });
}

/** Steps behind one way of a branch that are not behind the other, in this round of a loop. */
function onlyHere(way: Step): Step[] {
  const elsewhere = new Set<Step>();
  for (const branch of way.previous) {
    for (const other of branch.next)
      if (other !== way) for (const step of onwards(other)) elsewhere.add(step);
  }
  return [...onwards(way)].filter((step) => !elsewhere.has(step));
}

/** Steps that follow without going back to the beginning of a loop. */
function onwards(from: Step): ReadonlySet<Step> {
  const seen = new Set<Step>();
  const waiting = [from];
  for (let step = waiting.pop(); step !== undefined; step = waiting.pop()) {
    const { id } = step;
    for (const next of step.next) {
      if (next.id <= id || seen.has(next)) continue;
      seen.add(next);
      waiting.push(next);
    }
  }
  return seen;
}
