import { argumentsOf } from '../flow/arguments.ts';
import { isStep, stepsOf, type Flow, type StepOf } from '../flow/flow.ts';
import type { Step } from '../flow/steps.ts';
import { hasOrigin, valuesOf, type Value } from '../flow/values.ts';
import { isUnpaidEntry } from './ledger.ts';
import { isOfSender } from './of-sender.ts';

/**
 * Votes on a thing that weigh as much as the caller has ICX at that moment, where nothing is kept of the caller: they vote again, or
 * send the ICX to their next address and vote with it there.
 */
export function weighedUnnoted(flow: Flow): StepOf<'write'>[] {
  if (!isUnpaidEntry(flow)) return [];
  const weights = stepsOf(flow, 'platform').filter(isOwnBalance);
  if (weights.length === 0 || flow.steps.some((step) => isOfSender(step) || takesSender(step, weights)))
    return [];
  const isWeighed = flow.steps.some((step) => uses(step, weights));
  return isWeighed
    ? stepsOf(flow, 'write').filter(({ action }) => action.keys.some((key) => hasOrigin(key, 'parameter')))
    : [];
}

/** `self.icx.get_balance(self.msg.sender)` */
const isOwnBalance = ({ action }: StepOf<'platform'>): boolean =>
  action.name === 'icx.get_balance' && hasOrigin(action.args[0], 'sender');

/** Something that is not in the package gets to know who votes. */
const takesSender = (step: Step, weights: readonly Step[]): boolean =>
  isStep(step, 'platform') &&
  !weights.includes(step) &&
  !step.action.name.startsWith('Logger.') &&
  argumentsOf(step.action).some((each) => hasOrigin(each, 'sender'));

/** The balance is counted, handed on, or asked to be more than nothing. */
function uses(step: Step, weights: readonly StepOf<'platform'>[]): boolean {
  const isWeight = (value: Value | undefined) =>
    weights.some(({ action }) => action.result.shape === value?.shape);
  if (isStep(step, 'arithmetic')) return isWeight(step.action.left) || isWeight(step.action.right);
  if (isStep(step, 'way')) return step.action.facts.flatMap(valuesOf).some(isWeight);
  if (isStep(step, 'write')) return isWeight(step.action.value);
  return isStep(step, 'platform') && step.action.args.some(isWeight);
}
