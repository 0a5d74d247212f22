import { defineRule, type Report } from '../../catalogue/rule.ts';
import { asksWho, isOpen } from '../../domain/access/asked.ts';
import { selfWritten } from '../../domain/access/authorities.ts';
import type { Authority, Guard } from '../../domain/access/authority.ts';
import { forksOf, hasEffect, isReverted, othersOf, type Fork } from '../../domain/access/forks.ts';
import { isUnpaidEntry } from '../../domain/access/ledger.ts';
import { outflowOf } from '../../domain/access/outflow.ts';
import { isOpenEntry } from '../../domain/access/privileged.ts';
import { questionAt, type QuestionSite } from '../../domain/access/site.ts';
import { saysNotThe, saysOnlyFor, wordsIn } from '../../domain/access/said-of-callers.ts';
import {
  isStep,
  stepsAfter,
  stepsOf,
  type ContractModel,
  type Flow,
  type StepOf,
} from '../../domain/flow/flow.ts';
import type { Step } from '../../domain/flow/steps.ts';
import { hasOrigin, sourceOf, type Fact, type StorageItem, type Value } from '../../domain/flow/values.ts';
import { isOnly, Type } from '../../domain/model/types.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'A11',
  name: 'inverted-auth',
  severity: 'critical',
  confidence: 'high',
  checklist: [],
  words,
  check({ contracts }, report) {
    for (const contract of contracts) {
      const upright = uprightGuards(contract);
      for (const flow of contract.judged.filter(isOpenEntry)) {
        for (const fork of forksOf(flow, true))
          if (isInverted(flow, fork) && (saysOnly(fork) || !isOwnDoing(contract, fork)))
            tell(flow, fork, upright, report);
        for (const { way, item, isOneTest } of refusedHolders(contract, flow)) {
          const at = whereAsked(way);
          const given = { condition: sourceOf(at.module, at.node), item: item.name };
          report(at, words.says.holder, given, isOneTest ? { confidence: 'medium' } : {});
        }
      }
    }
  },
});

/** Guards that let the authority through and refuse everybody else. */
const uprightGuards = ({ flows }: ContractModel): Guard[] =>
  flows
    .flatMap((flow) => forksOf(flow, false))
    .flatMap(({ others, guards }) => (others.every(isReverted) ? guards : []));

/** The authority is refused, and all others reach what is not their own. */
function isInverted(flow: Flow, { chosen, others }: Fork): boolean {
  if (others.length === 0 || !others.every(isReverted)) return false;
  const behind = [...stepsAfter(chosen)].filter((step) => isOpen(flow, step));
  return behind.some(isPrivileged) || (flow.entry.payable && isPayingIn(behind));
}

/** All that comes of it is that the contract has the ICX. */
const isPayingIn = (behind: readonly Step[]): boolean =>
  behind.some((step) => isStep(step, 'exit')) &&
  behind.every((step) => isStep(step, 'event') || !hasEffect(step));

/** Who has joined, voted or claimed already is refused by a record that they made themselves. */
const isOwnDoing = (contract: ContractModel, { guards }: Fork): boolean =>
  guards.every(({ against }) => against.kind === 'storage' && selfWritten(contract).has(against.item));

/** A player's own record and what comes with a payment are for everybody. */
function isPrivileged(step: Step): boolean {
  if (outflowOf(step) !== undefined) return true;
  if (!isStep(step, 'write')) return false;
  const { keys, value } = step.action;
  return !hasOrigin(value, 'sent value', 'sender') && !keys.some((key) => hasOrigin(key, 'sender'));
}

function tell(flow: Flow, fork: Fork, upright: readonly Guard[], report: Report): void {
  const { chosen, guards } = fork;
  const at = whereAsked(chosen);
  const condition = sourceOf(at.module, at.node);
  const alike = upright.filter(({ against }) => guards.some((guard) => isSame(guard.against, against)));
  const places = new Set(alike.map(({ fact }) => (fact.kind === 'compare' ? fact.node : fact)));
  const [guard] = guards;
  const says = saysOnly(fork);
  // Who runs a game may be kept out of it on purpose.
  if (guard === undefined || (!says && (places.size === 0 || isForEverybody(flow)))) return;
  const confidence = says ? 'high' : 'medium';
  if (places.size > 0) report(at, words.says.minority, { condition, others: places.size }, { confidence });
  else report(at, words.says.inverted, { condition, authority: nameOf(guard.against) }, { confidence });
}

/** A helper that refuses what it is told to refuse has no fault: who tells it has. */
const whereAsked = (way: StepOf<'way'>): QuestionSite | StepOf<'way'> => {
  const [fact] = way.action.facts;
  return fact === undefined ? way : questionAt(way, fact);
};

/** The method takes money, or keeps something under the caller's name. */
const isForEverybody = (flow: Flow): boolean =>
  flow.entry.payable ||
  stepsOf(flow, 'write').some(({ action }) => action.keys.some((key) => hasOrigin(key, 'sender')));

/** The message of the revert, or the text of the method, names the one who is refused as the one who may. */
const saysOnly = ({ chosen, others, guards }: Fork): boolean =>
  guards.some(
    ({ against }) =>
      hasName(against) &&
      (saysOnlyFor(chosen.frame.fn, nameOf(against)) ||
        refusals(others).some((text) => saysNotThe(text, namesOf(against)))),
  ) || refusals(others).some((text) => ONLY.test(text));

/** What those are told who are refused. */
const refusals = (ways: readonly Step[]): string[] =>
  ways
    .flatMap((way) => [way, ...stepsAfter(way)])
    .flatMap((step) => (isStep(step, 'raise') ? textsOf(step.action.value) : []));

const ONLY =
  /\bonly\b|\byou are not (?!allowed|able)|\bnot (?:an? |the )?(?:owner|admin)|permission|authori[sz]/i;

/** In words: `SenderNotKeeperError` and `KEEPER_ONLY` say as much as a sentence does. */
const textsOf = (message: Value | undefined): string[] =>
  [message, ...(message?.items ?? [])].flatMap((part) =>
    typeof part?.constant === 'string' ? [wordsIn(part.constant)] : [],
  );

const namesOf = (authority: Authority): string[] =>
  authority.kind === 'storage' ? [authority.item.name, authority.item.key] : [authority.kind];

const isSame = (left: Authority, right: Authority): boolean =>
  left.kind === 'storage' && right.kind === 'storage'
    ? left.item === right.item
    : left.kind === right.kind && left.kind !== 'other';

const hasName = ({ kind }: Authority): boolean => kind === 'owner' || kind === 'storage';

const nameOf = (authority: Authority): string =>
  authority.kind === 'storage' ? authority.item.name : `self.${authority.kind}`;

/**
 * Whoever holds a thing is refused, and all others may give it away: `if sender == owner_of[id]: revert`, where other methods let only
 * the holder through. Who buys must not be the holder either, but then gets the thing and pays.
 */
function refusedHolders(
  contract: ContractModel,
  flow: Flow,
): { readonly way: StepOf<'way'>; readonly item: StorageItem; readonly isOneTest: boolean }[] {
  if (!isUnpaidEntry(flow)) return [];
  return stepsOf(flow, 'way').flatMap((way) => {
    const item = way.action.facts.flatMap((fact) => heldItem(fact, '!=') ?? [])[0];
    const others = othersOf(way);
    if (item === undefined || others.length === 0 || !others.every(isReverted)) return [];
    const isOneTest = way.action.facts.some((fact) => !isHolder(fact, item) && asksWho(fact));
    const isSaid = refusals(others).some((text) => ONLY.test(text));
    return givesAway(flow, way, item, isOneTest) && (isSaid || isHeldElsewhere(contract, flow, item))
      ? [{ way, item, isOneTest }]
      : [];
  });
}

/** The record of holders that the caller is held against. */
function heldItem(fact: Fact, operator: '==' | '!='): StorageItem | undefined {
  if (fact.kind === 'one of') return undefined;
  if (fact.kind !== 'compare' || fact.operator !== operator) return undefined;
  const [one, other] = fact.left.shape === 'msg.sender' ? [fact.left, fact.right] : [fact.right, fact.left];
  const isRecord = one.shape === 'msg.sender' && other.read !== undefined && other.read.keys.length > 0;
  return isRecord && isOnly(other.read.item.valueType, Type.address) ? other.read.item : undefined;
}

const isHolder = (fact: Fact, item: StorageItem): boolean =>
  heldItem(fact, '!=') === item || heldItem(fact, '==') === item;

/**
 * To everybody, or to those whom the same test lets through beside the holder: `sender == owner_of[id] or sender != approved[id]`.
 * Where the message says that the holder was meant, whatever is kept of a thing counts; else who rates it must not be its owner.
 */
const givesAway = (flow: Flow, way: StepOf<'way'>, item: StorageItem, isOneTest: boolean): boolean => {
  const isMeant = refusals(othersOf(way)).some((text) => ONLY.test(text) || HOLDER.test(text));
  return [...stepsAfter(way)].some(
    (step) =>
      isStep(step, 'write') &&
      (isGiven(step, item) || (isMeant && isOfThing(step))) &&
      (isOneTest || isOpen(flow, step)),
  );
};

const HOLDER = /\b(?:do not|does not|don'?t|doesn'?t) owns?\b/i;

/** The thing itself, or the right to take it: `approved[id] = to`. */
const isGiven = ({ action }: StepOf<'write'>, item: StorageItem): boolean =>
  (action.item === item || (action.keys.length > 0 && isOnly(action.item.valueType, Type.address))) &&
  hasOrigin(action.value, 'parameter');

const isOfThing = ({ action: { keys } }: StepOf<'write'>): boolean =>
  keys.some((key) => hasOrigin(key, 'parameter')) && !keys.some((key) => hasOrigin(key, 'sender'));

/** Another method lets the holder through, and nobody else. */
const isHeldElsewhere = ({ flows }: ContractModel, own: Flow, item: StorageItem): boolean =>
  flows.some(
    (flow) =>
      flow !== own &&
      isOpenEntry(flow) &&
      stepsOf(flow, 'way').some(({ action }) => action.facts.some((fact) => heldItem(fact, '==') === item)),
  );
