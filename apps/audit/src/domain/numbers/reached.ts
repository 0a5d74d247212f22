import { argumentsOf } from '../flow/arguments.ts';
import type { Flow } from '../flow/flow.ts';
import type { Step } from '../flow/steps.ts';
import { factsOf, valuesOf, type Value } from '../flow/values.ts';

/** The values by which a step does or decides something. What only computes with them, or writes them into the log, uses none. */
export function usedIn({ entry }: Flow, step: Step): readonly (Value | undefined)[] {
  const { action } = step;
  switch (action.kind) {
    case 'way':
      return action.facts.flatMap(valuesOf);
    case 'branch':
      return [action.value, ...conditionOf(action.value)];
    case 'loop':
      return [action.loop.over, ...(action.loop.over?.items ?? [])];
    case 'read':
      return action.keys;
    case 'write':
      return [...action.keys, action.value];
    case 'transfer':
      return [action.to, action.amount];
    case 'event':
    case 'external':
      return [...argumentsOf(action), action.kind === 'external' ? action.sent : undefined];
    case 'attribute':
      return [action.value];
    case 'return':
      return step.frame.fn === entry.fn ? [action.value] : [];
    default:
      return [];
  }
}

const conditionOf = ({ condition }: Value): Value[] =>
  condition === undefined ? [] : factsOf(condition, true).flatMap(valuesOf);
