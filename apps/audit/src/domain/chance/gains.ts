import { isQuestion } from '../access/callee.ts';
import { ownRecords } from '../access/chosen.ts';
import { changeOf, isTokenCallback } from '../access/ledger.ts';
import { outflowOf } from '../access/outflow.ts';
import { dominators } from '../flow/dominance.ts';
import { isStep, stepsAfter, stepsOf, type ContractModel, type Flow } from '../flow/flow.ts';
import type { Step } from '../flow/steps.ts';
import { hasOrigin, storageOrigins, valuesOf, type StorageItem, type Value } from '../flow/values.ts';
import { mayBe, Type } from '../model/types.ts';
import { chainSourcesOf, type Chance } from './chance.ts';
import { namesPlayer } from './winners.ts';

/** Who gets something by a chance of the same call: whoever calls, or somebody in a record whom the caller may be in league with. */
export type Gainer = 'caller' | 'favourite';

export function gainerOf(contract: ContractModel, flow: Flow, chance: Chance): Gainer | undefined {
  const after = [...stepsAfter(chance.step)];
  if (after.some(pays) || namesWinner(flow, chance.step)) return 'caller';
  return after.some((step) => favours(contract, flow, chance, step)) ? 'favourite' : undefined;
}

/** For a stake, the player becomes the winner: the prize is handed over outside of the contract. */
const namesWinner = (flow: Flow, chance: Step): boolean =>
  (flow.entry.payable || isTokenCallback(flow)) && namesPlayer(flow, chance);

/** The player gets something: money, or a higher number under their name. */
function pays(step: Step): boolean {
  if (outflowOf(step) !== undefined) return true;
  if (isStep(step, 'external')) return !isQuestion(step) && step.action.args.length > 0;
  return (
    isStep(step, 'write') &&
    step.action.keys.some((key) => hasOrigin(key, 'sender', 'parameter')) &&
    changeOf(step)?.direction === 'up'
  );
}

/** Somebody out of a record in which everybody can be is drawn or wins: a seat, or a higher number under their name. */
function favours(contract: ContractModel, flow: Flow, chance: Chance, step: Step): boolean {
  if (!isStep(step, 'write')) return false;
  const { keys, value } = step.action;
  const lists = listsDrawnFrom(flow, chance);
  const isDrawn = (account: Value) =>
    dependsOn(account, chance) || storageOrigins(account).some((item) => lists.has(item));
  if (value !== undefined && isAccount(value) && isDrawn(value)) return isOfOwn(contract, value);
  const key = keys.find((each) => isOfOwn(contract, each));
  return (
    key !== undefined && changeOf(step)?.direction === 'up' && (isDrawn(key) || isDecided(flow, chance, step))
  );
}

/** The chance is a place in a stored list: who stands there has nothing of it in their address. */
const listsDrawnFrom = (flow: Flow, chance: Chance): ReadonlySet<StorageItem> =>
  new Set(
    stepsOf(flow, 'read').flatMap(({ id, action: { item, keys } }) =>
      id > chance.step.id && keys.some((key) => dependsOn(key, chance)) ? [item] : [],
    ),
  );

const isAccount = ({ types }: Value): boolean => mayBe(types, Type.address);

const isOfOwn = (contract: ContractModel, value: Value): boolean =>
  storageOrigins(value).some((item) => ownRecords(contract).has(item));

/** What it depends on has all of the chance in it. A height alone, as for a term, is no such thing beside a hash. */
function dependsOn(value: Value, { sources }: Chance): boolean {
  const own = chainSourcesOf(value);
  return sources.every((source) => own.includes(source));
}

/** The chance chose the way. */
const isDecided = (flow: Flow, chance: Chance, step: Step): boolean =>
  dominators(flow, step).some(
    (way) =>
      way.id > chance.step.id &&
      isStep(way, 'way') &&
      way.action.facts.flatMap(valuesOf).some((value) => dependsOn(value, chance)),
  );
