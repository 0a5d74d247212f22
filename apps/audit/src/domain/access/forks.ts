import { canReach, isStep, type Flow, type StepOf } from '../flow/flow.ts';
import type { Step } from '../flow/steps.ts';
import { guardsOf, type Guard } from './authority.ts';

/** A test of who calls, and where its two ways lead. */
export interface Fork {
  /** The way of those who are let through, as the test is written. */
  readonly chosen: StepOf<'way'>;
  readonly others: readonly Step[];
  readonly guards: readonly Guard[];
}

/** Tests that hold the sender against an authority, with the way on which a fact of this polarity holds. */
export function forksOf(flow: Flow, inverted: boolean): Fork[] {
  return flow.steps.flatMap((step) => {
    if (!isStep(step, 'way')) return [];
    const guards = step.action.facts
      .flatMap(guardsOf)
      .filter(
        (guard) => guard.kind === 'authority' && guard.principal === 'sender' && guard.inverted === inverted,
      );
    if (guards.length === 0) return [];
    return [
      {
        chosen: step,
        others: step.previous.flatMap(({ next }) => next.filter((other) => other !== step)),
        guards,
      },
    ];
  });
}

/** Something that stays: storage, an event, money, a call of another contract. */
export const hasEffect = ({ action }: Step): boolean =>
  action.kind === 'write' ||
  action.kind === 'event' ||
  action.kind === 'transfer' ||
  action.kind === 'external';

export const isReverted = (step: Step): boolean =>
  step.action.kind !== 'exit' && canReach(step, ({ action }) => action.kind === 'exit') === undefined;
