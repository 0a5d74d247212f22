import { factsAt } from '../flow/dominance.ts';
import { isStep, stepsOf, type ContractModel, type Flow, type StepOf } from '../flow/flow.ts';
import type { Step } from '../flow/steps.ts';
import { wayOf } from '../flow/ways.ts';
import { hasOrigin, sameKeys, storageOrigins, type ConstantValue, type Value } from '../flow/values.ts';
import { unwritten } from '../flow/unset.ts';
import { bitElsewhere } from './bit-marks.ts';
import { isQuestion } from './callee.ts';
import { changeOf, isTokenCallback } from './ledger.ts';
import { questionsIn, type Question } from './let-through.ts';
import { amountOf, isOnOneWay } from './repetition.ts';
import { areOtherFields } from '../flow/fields.ts';
import { questionAt, type QuestionSite } from './site.ts';

/** A mark that is asked for and set, and does not stop a second run. */
export interface FutileMark {
  /** It is set under another key than it is asked for, or to a value that the question lets through as well. */
  readonly why: 'other key' | 'let through';
  readonly write: StepOf<'write'>;
  /** What happens again. */
  readonly effect: Step;
  /** Where the mark is asked for, if that is known. */
  readonly asked: QuestionSite | undefined;
}

/**
 * Marks that keep nothing from happening again: `if self._done[key]: revert` with `self._done[number] = True` behind it, or a state that
 * is set to "paid" where everything but "open" and "refused" goes on.
 */
export function futileMarks(contract: ContractModel, flow: Flow): FutileMark[] {
  if (flow.entry.kind !== 'external' || isTokenCallback(flow)) return [];
  const found = new Map<Step['node'], FutileMark>();
  for (const effect of flow.steps) {
    if (!isEffect(contract, effect)) continue;
    const mark = futileFor(contract, flow, effect);
    if (mark !== undefined && !found.has(mark.write.node)) found.set(mark.write.node, mark);
  }
  return [...found.values()];
}

const isEffect = (contract: ContractModel, step: Step): boolean =>
  amountOf(contract, step) !== undefined || (isStep(step, 'external') && !isQuestion(step)) || isCount(step);

/** A vote, a confirmation: something is counted up for a thing. */
const isCount = (step: Step): boolean =>
  isStep(step, 'write') && step.action.keys.length > 0 && changeOf(step)?.direction === 'up';

function futileFor(contract: ContractModel, flow: Flow, effect: Step): FutileMark | undefined {
  const bit = bitElsewhere(flow, effect);
  if (bit !== undefined) return { why: 'other key', write: bit, effect, asked: undefined };
  const questions = factsAt(flow, effect).flatMap(questionsIn);
  if (questions.length === 0) return undefined;
  const marks = stepsOf(flow, 'write').flatMap((write) => {
    if (write === effect || !isOnOneWay(write, effect)) return [];
    const asked = questions.filter(({ item }) => item === write.action.item);
    return asked.length === 0 ? [] : [{ write, why: whyFutile(write, asked) }];
  });
  const futile = marks.find(({ why }) => why !== undefined);
  if (futile?.why === undefined) return undefined;
  // Who has confirmed does not again; the next one does.
  const isForAll = !futile.write.action.keys.some((key) => hasOrigin(key, 'sender'));
  const isStopped = marks.some(
    ({ write, why }) =>
      why === undefined && !(isForAll && write.action.keys.some((key) => hasOrigin(key, 'sender'))),
  );
  if (isStopped || isUsedUp(contract, flow, effect, futile.write)) return undefined;
  const fact = questions.find(({ item }) => item === futile.write.action.item)?.fact;
  const way = fact === undefined ? undefined : wayOf(flow, fact);
  const asked = fact === undefined || way === undefined ? undefined : questionAt(way, fact);
  return { why: futile.why, write: futile.write, effect, asked };
}

/** What is paid is taken off, or written anew, where it is kept. */
function isUsedUp(contract: ContractModel, flow: Flow, effect: Step, mark: Step): boolean {
  const amount = amountOf(contract, effect);
  if (amount === undefined) return false;
  if (hasOrigin(amount, 'sent value')) return true;
  const kept = new Set(storageOrigins(amount));
  return stepsOf(flow, 'write').some(
    (write) => write !== effect && write !== mark && kept.has(write.action.item) && isOnOneWay(write, effect),
  );
}

/** Why a write does not stop the next run at the questions that let this one through; undefined where it does. */
function whyFutile(write: StepOf<'write'>, asked: readonly Question[]): FutileMark['why'] | undefined {
  const constant = writtenBy(write);
  const here = asked.filter(({ keys }) => sameKeys(keys, write.action.keys));
  if (constant === undefined) return undefined;
  if (here.length > 0) {
    const isState = typeof constant === 'bigint' || typeof constant === 'string';
    return isState && here.every(({ lets }) => lets(constant) === true) && isOpenEnded(here, constant)
      ? 'let through'
      : undefined;
  }
  const isMeant = asked.some(
    ({ keys, lets }) => lets(constant) === false && isOtherForm(keys, write.action.keys),
  );
  return isMeant ? 'other key' : undefined;
}

/** A few values are kept out and all others let through; where a few are let through, a round or a game goes on. */
const isOpenEnded = (here: readonly Question[], constant: ConstantValue): boolean => {
  const another = typeof constant === 'bigint' ? constant + 1_000_003n : `${String(constant)} `;
  return here.every(({ lets }) => lets(another) === true);
};

function writtenBy({ action: { how, value, item } }: StepOf<'write'>): ConstantValue | undefined {
  return how === 'remove' ? unwritten(item) : value?.constant;
}

/**
 * The same names in another order or form (`[sale][account]` and `[account][sale]`, `sender` and `str(sender)`), one of several keys
 * that is another one (`[account][season]` and `[account][day]`), or the owner's entry in place of the caller's.
 */
function isOtherForm(asked: readonly Value[], written: readonly Value[]): boolean {
  const all = [...asked, ...written];
  if (all.length === 0 || all.some(({ shape }) => /#\d/.test(shape))) return false;
  // `f'{id}:paid'` and `f'{id}:days'` are two things that are kept of one.
  if (areOtherFields(asked, written)) return false;
  const names = new Set(asked.flatMap(namesIn));
  const others = written.flatMap(namesIn);
  if (others.length > 0 && others.every((name) => names.has(name))) return true;
  // `done[transaction]` and `done[f'{transaction}:{output}']`
  if (asked.length === written.length && names.size > 0 && [...names].every((name) => others.includes(name)))
    return true;
  const different = asked.filter(({ shape }, place) => shape !== written[place]?.shape);
  const isOneOfSeveral = asked.length === written.length && asked.length > 1 && different.length === 1;
  return isOneOfSeveral || (others.includes('sender') && asked.every((key) => hasOrigin(key, 'owner')));
}

const namesIn = ({ origins }: Value): string[] =>
  [...origins].flatMap((origin) =>
    origin.kind === 'parameter' ? [`parameter ${origin.name}`] : origin.kind === 'sender' ? ['sender'] : [],
  );
