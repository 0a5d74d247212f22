import { isTokenCallback } from '../access/ledger.ts';
import { dominators } from '../flow/dominance.ts';
import { isStep, stepsOf, type Flow, type StepOf } from '../flow/flow.ts';
import type { Step } from '../flow/steps.ts';
import { hasOrigin, valuesOf, type Origin } from '../flow/values.ts';

/** The player is written down where the number falls right: `winner.set(self.msg.sender)`, `won[self.msg.sender] = True`. */
export function namesPlayer(flow: Flow, chance: Step): boolean {
  const players: readonly Origin['kind'][] = isTokenCallback(flow) ? ['sender', 'parameter'] : ['sender'];
  return stepsOf(flow, 'write').some(
    (write) =>
      namesOneOf(players, write) &&
      dominators(flow, write).some((step) => step.id >= chance.id && isDecided(step)),
  );
}

const namesOneOf = (
  players: readonly Origin['kind'][],
  { action: { keys, value } }: StepOf<'write'>,
): boolean =>
  hasOrigin(value, ...players) ||
  (value?.constant === true && keys.some((key) => hasOrigin(key, ...players)));

/** The number decided which way is taken. */
const isDecided = (step: Step): boolean =>
  isStep(step, 'way') &&
  step.action.facts.flatMap(valuesOf).some((value) => hasOrigin(value, 'block', 'transaction'));

/** The number is a place in a stored list: whoever stands there is drawn. */
export const drawsFromList = (flow: Flow, chance: Step): boolean =>
  stepsOf(flow, 'read').some(
    ({ id, action: { item, how, keys } }) =>
      id > chance.id &&
      item.kind === 'ArrayDB' &&
      (how === 'item' || how === 'get') &&
      keys.some((key) => hasOrigin(key, 'block', 'transaction')),
  );
