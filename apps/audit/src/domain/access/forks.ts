import { canReach, stepsOf, type Flow, type StepOf } from '../flow/flow.ts';
import type { Step } from '../flow/steps.ts';
import { once } from '../once.ts';
import { guardsOf, type Guard } from './authority.ts';

/** A test of who calls, and where its two ways lead. */
export interface Fork {
  /** The way of those who are let through, as the test is written. */
  readonly chosen: StepOf<'way'>;
  readonly others: readonly Step[];
  readonly guards: readonly Guard[];
}

/** Tests that hold the sender against an authority, with the way on which a fact of this polarity holds. */
export const forksOf = (flow: Flow, inverted: boolean): readonly Fork[] =>
  inverted ? invertedForks(flow) : uprightForks(flow);

const uprightForks = once((flow: Flow) => forksIn(flow, false));
const invertedForks = once((flow: Flow) => forksIn(flow, true));

const forksIn = (flow: Flow, inverted: boolean): Fork[] =>
  stepsOf(flow, 'way').flatMap((step) => {
    const guards = guardsOn(step).filter((guard) => guard.inverted === inverted);
    return guards.length === 0 ? [] : [{ chosen: step, others: othersOf(step), guards }];
  });

/** What a way asks of the sender, so that only chosen ones go it. */
const guardsOn = ({ action }: StepOf<'way'>): Guard[] =>
  action.facts
    .flatMap(guardsOf)
    .filter((guard) => guard.kind === 'authority' && guard.principal === 'sender');

const othersOf = (step: Step): Step[] =>
  step.previous.flatMap(({ next }) => next.filter((other) => other !== step));

/** Something that stays: storage, an event, money, a call of another contract. */
export const hasEffect = ({ action }: Step): boolean =>
  action.kind === 'write' ||
  action.kind === 'event' ||
  action.kind === 'transfer' ||
  action.kind === 'external';

export const isReverted = once(
  (step: Step): boolean =>
    step.action.kind !== 'exit' && canReach(step, ({ action }) => action.kind === 'exit') === undefined,
);
