import { isStep, stepsAfter, stepsOf, type ContractModel, type Flow, type StepOf } from '../flow/flow.ts';
import { itemsOfFlows } from '../flow/items-of-flows.ts';
import type { Step } from '../flow/steps.ts';
import { hasOrigin, valuesOf, type Fact, type StorageItem } from '../flow/values.ts';
import { once } from '../once.ts';
import { holderOrAny, holderOrNone } from './any-holder.ts';
import { asksAnybody, isPassedBy } from './asked.ts';
import { isOutgoing, isQuestion } from './callee.ts';
import { isNumberOfSender, takesNobody } from './first-numbers.ts';
import { countedOrChosen } from './until-begun.ts';

/** A question of who calls that lets everybody through, and where it is asked. */
export interface FutileQuestion {
  readonly way: StepOf<'way'>;
  readonly fact: Fact;
  /**
   * `held`: as soon as the thing belongs to somebody; `unset`: until somebody is chosen, and nobody is at install, or until the contract
   * is used for the first time; `first`: whoever has no number, since the first thing has the number 0.
   */
  readonly why: 'held' | 'unset' | 'first';
  readonly item: StorageItem;
}

/** Questions that look as if they let one account through, and that something which is not the caller's answers as well. */
export const futileQuestions = (contract: ContractModel, flow: Flow): FutileQuestion[] =>
  stepsOf(flow, 'way').flatMap((way) =>
    way.action.facts.flatMap((fact) => {
      const futile = futileIn(contract, flow, fact);
      if (futile === undefined) return [];
      const isAskedNoMore = (step: Step) =>
        futile.why !== 'first' || isPassedBy(flow, step, askedOtherwise(contract)(flow));
      const isOpened = [...stepsAfter(way)].some((step) => isOfOthers(step) && isAskedNoMore(step));
      return isOpened ? [{ way, fact, ...futile }] : [];
    }),
  );

/** One test for each flow. */
const askedOtherwise = once((contract: ContractModel) =>
  once((flow: Flow) => (fact: Fact) => asksAnybody(flow, fact) && !takesNobody(contract)(fact)),
);

function futileIn(
  contract: ContractModel,
  flow: Flow,
  fact: Fact,
): Pick<FutileQuestion, 'why' | 'item'> | undefined {
  const held = holderOrAny(fact);
  if (held !== undefined) return { why: 'held', item: held };
  const unset = holderOrNone(fact);
  if (unset !== undefined)
    return unset.kind !== 'VarDB' || installed(contract).has(unset)
      ? undefined
      : { why: 'unset', item: unset };
  const counted = countedOrChosen(contract, flow, fact);
  if (counted !== undefined && !installed(contract).has(counted)) return { why: 'unset', item: counted };
  const number = takesNobody(contract)(fact)
    ? valuesOf(fact).find((value) => isNumberOfSender(contract, value))?.read?.item
    : undefined;
  return number === undefined ? undefined : { why: 'first', item: number };
}

/** Something is paid, ordered, or kept that is not the caller's own. */
const isOfOthers = (step: Step): boolean =>
  (isOutgoing(step) && !isQuestion(step)) ||
  (isStep(step, 'write') && !step.action.keys.some((key) => hasOrigin(key, 'sender')));

const installed = itemsOfFlows(
  (flow) => stepsOf(flow, 'write').map(({ action }) => action.item),
  ({ entry }) => entry.kind === 'install' || entry.kind === 'update',
);
