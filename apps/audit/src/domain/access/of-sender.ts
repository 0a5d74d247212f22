import { argumentsOf } from '../flow/arguments.ts';
import { isStep } from '../flow/flow.ts';
import type { Step } from '../flow/steps.ts';
import { hasOrigin, valuesOf, type Value } from '../flow/values.ts';

/** Something has to do with who calls or signed: they are asked about, something is kept under their name, another contract is told. */
export function isOfSender(step: Step): boolean {
  if (isStep(step, 'way')) return step.action.facts.flatMap(valuesOf).some(isOfCaller);
  if (isStep(step, 'external')) return argumentsOf(step.action).some(isOfCaller);
  return isStep(step, 'write') && [...step.action.keys, step.action.value].some(isOfCaller);
}

const isOfCaller = (value: Value | undefined): boolean =>
  hasOrigin(value, 'sender', 'tx origin') ||
  value?.read?.keys.some((key) => hasOrigin(key, 'sender', 'tx origin')) === true;
