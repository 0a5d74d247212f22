import { canReach, stepsOf, type Flow, type StepOf } from '../flow/flow.ts';
import type { Step } from '../flow/steps.ts';
import { isOnly, Type } from '../model/types.ts';
import { once } from '../once.ts';
import { guardsOf, isInNamedText, type Guard } from './authority.ts';

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

const uprightForks = once((flow: Flow) => forksIn(flow, (guard) => isOfFew(guard) && !guard.inverted));
const invertedForks = once((flow: Flow) => forksIn(flow, (guard) => isOfFew(guard) && guard.inverted));

/** Tests whether the sender is the one who holds a thing: `owner_of[id] == sender`. */
export const holderForks = (flow: Flow): readonly Fork[] =>
  forksIn(flow, (guard) => isOfHolder(guard) && !guard.inverted);

const forksIn = (flow: Flow, test: (guard: Guard) => boolean): Fork[] =>
  stepsOf(flow, 'way').flatMap((step) => {
    const guards = step.action.facts.flatMap(guardsOf).filter(test);
    return guards.length === 0 ? [] : [{ chosen: step, others: othersOf(step), guards }];
  });

/** Only chosen ones go that way, or the parties of a deal that is kept as text. */
const isOfFew = ({ kind, principal, fact }: Guard): boolean =>
  principal === 'sender' &&
  (kind === 'authority' || (fact.kind === 'compare' && [fact.left, fact.right].some(isInNamedText)));

const isOfHolder = ({ kind, principal, against, fact }: Guard): boolean =>
  kind === 'entitlement' &&
  principal === 'sender' &&
  fact.kind === 'compare' &&
  [fact.left.shape, fact.right.shape].includes('msg.sender') &&
  against.kind === 'storage' &&
  isOnly(against.item.valueType, Type.address);

/** The other ways out of the test that this one comes from. */
export const othersOf = (step: Step): Step[] =>
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
