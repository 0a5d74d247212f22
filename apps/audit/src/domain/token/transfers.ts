import { isStep, type StepOf } from '../flow/flow.ts';
import type { Step } from '../flow/steps.ts';
import type { Value } from '../flow/values.ts';
import { isZeroAddress } from './token.ts';

/** The event by which a movement of tokens is told, in the spelling of any of the standards. */
export const isTransferEvent = (step: Step): step is StepOf<'event'> =>
  isStep(step, 'event') && step.action.name.startsWith('Transfer');

/** An argument of an event, by its place or its name. */
export function eventArgument({ action }: StepOf<'event'>, place: number): Value | undefined {
  const name = action.fn.node.parameters[place + 1]?.name;
  return action.args[place] ?? (name === undefined ? undefined : action.keywords.get(name));
}

/** A movement from or to nobody: tokens come to be, or end. */
export function isMintOrBurn(step: Step): boolean {
  if (!isTransferEvent(step)) return false;
  const sides = step.action.fn.node.parameters.flatMap((_, place) => eventArgument(step, place) ?? []);
  return sides.some(isZeroAddress);
}
