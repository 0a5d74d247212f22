import { isStep, stepsAfter, stepsOf, type ContractModel, type Flow, type StepOf } from '../flow/flow.ts';
import type { Step } from '../flow/steps.ts';
import { hasOrigin, type Comparison, type Fact, type StorageItem, type Value } from '../flow/values.ts';
import { itemsOfFlows } from '../flow/items-of-flows.ts';
import { isOutgoing, isQuestion } from './callee.ts';

/** A question of who calls that lets everybody through, and where it is asked. */
export interface FutileQuestion {
  readonly way: StepOf<'way'>;
  readonly fact: Fact;
  /** `held`: as soon as the thing belongs to somebody; `unset`: until somebody is chosen, and nobody is at install. */
  readonly why: 'held' | 'unset';
  readonly item: StorageItem;
}

/** Questions that look as if they let one account through, and that something which is not the caller's answers as well. */
export const futileQuestions = (contract: ContractModel, flow: Flow): FutileQuestion[] =>
  stepsOf(flow, 'way').flatMap((way) =>
    way.action.facts.flatMap((fact) => {
      const futile = futileIn(contract, fact);
      return futile !== undefined && [...stepsAfter(way)].some(isOfOthers) ? [{ way, fact, ...futile }] : [];
    }),
  );

function futileIn(contract: ContractModel, fact: Fact): Pick<FutileQuestion, 'why' | 'item'> | undefined {
  const held = holderAsked(fact, THERE);
  if (held !== undefined) return { why: 'held', item: held };
  const unset = holderAsked(fact, MISSING);
  if (unset?.kind !== 'VarDB' || installed(contract).has(unset)) return undefined;
  return { why: 'unset', item: unset };
}

/** `owner_of[id] is not None or owner_of[id] == sender`: as good as no question, once the thing belongs to somebody. */
export const isForAnyHolder = (fact: Fact): boolean => holderAsked(fact, THERE) !== undefined;

const THERE: ReadonlySet<string> = new Set(['is not', '!=']);
const MISSING: ReadonlySet<string> = new Set(['is', '==']);

/** The place of which a question is content that something or nothing stands there, where the sender would do as well. */
function holderAsked(fact: Fact, operators: ReadonlySet<string>): StorageItem | undefined {
  if (fact.kind !== 'one of') return undefined;
  for (const [only, ...rest] of fact.choices) {
    if (only?.kind !== 'compare' || rest.length > 0 || !operators.has(only.operator)) continue;
    if (only.right.constant !== null || only.left.read === undefined) continue;
    if (fact.choices.some((choice) => choice.some((each) => isSender(each, only.left))))
      return only.left.read.item;
  }
  return undefined;
}

const isSender = (fact: Fact, { shape }: Value): boolean =>
  fact.kind === 'compare' &&
  fact.operator === '==' &&
  shapesOf(fact).has(shape) &&
  shapesOf(fact).has('msg.sender');

const shapesOf = ({ left, right }: Comparison): ReadonlySet<string> => new Set([left.shape, right.shape]);

/** Something is paid, ordered, or kept that is not the caller's own. */
const isOfOthers = (step: Step): boolean =>
  (isOutgoing(step) && !isQuestion(step)) ||
  (isStep(step, 'write') && !step.action.keys.some((key) => hasOrigin(key, 'sender')));

const installed = itemsOfFlows(
  (flow) => stepsOf(flow, 'write').map(({ action }) => action.item),
  ({ entry }) => entry.kind === 'install' || entry.kind === 'update',
);
