import { defineRule, type Detail, type Report, type Says } from '../../catalogue/rule.ts';
import { asksForContract, isPassedBy, isUnasked } from '../../domain/access/asked.ts';
import { selfWritten } from '../../domain/access/authorities.ts';
import { isAuthorised } from '../../domain/access/authority.ts';
import { changeOf, isUnpaidEntry, openMints, unbackedRaises } from '../../domain/access/ledger.ts';
import { lockItems } from '../../domain/access/locks.ts';
import { emptiedLists, openEntries } from '../../domain/access/lists.ts';
import { openRecords, replacedRecords, takenRecords } from '../../domain/access/records.ts';
import { openRebinds, openSettings, openSwitches, paidSettings } from '../../domain/access/settings.ts';
import { isOpenEntry, openWrites, privileges, type Privilege } from '../../domain/access/privileged.ts';
import { factsAt } from '../../domain/flow/dominance.ts';
import { stepsOf, type ContractModel, type Flow, type StepOf } from '../../domain/flow/flow.ts';
import {
  hasOrigin,
  sameKeys,
  storageOrigins,
  valuesOf,
  type StorageItem,
  type Value,
} from '../../domain/flow/values.ts';
import { hasCommentedTest } from '../../domain/model/commented-tests.ts';
import { isOnly, Type } from '../../domain/model/types.ts';
import { sitesInEntry } from '../../domain/access/site.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'A01',
  name: 'missing-auth',
  severity: 'critical',
  confidence: 'high',
  checklist: [],
  words,
  check({ contracts }, report) {
    for (const contract of contracts) checkContract(contract, report);
  },
});

function checkContract(contract: ContractModel, report: Report): void {
  const privileged = privileges(contract);
  for (const flow of contract.flows.filter(isOpenEntry)) {
    const scene: Scene = { contract, flow, privileged, report, siteOf: sitesInEntry(flow), told: new Set() };
    checkPrivileged(scene);
    checkOpen(scene);
    checkCommented(scene);
  }
}

/** One entry point that anybody may call. */
interface Scene {
  readonly contract: ContractModel;
  readonly flow: Flow;
  readonly privileged: ReadonlyMap<StorageItem, Privilege>;
  readonly report: Report;
  readonly siteOf: ReturnType<typeof sitesInEntry>;
  /** The writes that were told of. */
  readonly told: Set<Write>;
}

type Write = StepOf<'write'>;

/** Tells of a write, where it can be mended. */
function tell(
  { flow, siteOf, report, told }: Scene,
  step: Write,
  says: Says<{ item: string; entry: string }>,
  detail?: Detail,
): void {
  const at = siteOf(step);
  told.add(step);
  if (at !== undefined) report(at, says, { item: step.action.item.name, entry: flow.entry.fn.name }, detail);
}

/** What makes or gives away something, and writes of what has power. */
function checkPrivileged(scene: Scene): void {
  const { contract, flow, privileged } = scene;
  const unbacked = unbackedRaises(contract, flow);
  const raises = new Set(unbacked.length > 0 ? unbacked : openMints(flow));
  for (const step of raises) tell(scene, step, words.says.mint);
  // Where contracts are let through and nobody else, that is the defect (A07).
  const isTold = (step: Write) => raises.has(step) || !isPassedBy(flow, step, asksForContract);
  const taken = new Set(takenRecords(contract, flow).filter((step) => !isTold(step)));
  for (const step of taken) tell(scene, step, words.says.guardRead);
  const breaches = openWrites(flow).flatMap((step) => {
    const privilege = privileged.get(step.action.item);
    if (privilege === undefined || taken.has(step) || isTold(step)) return [];
    return isBreach(contract, flow, step, privilege) ? [{ step, privilege }] : [];
  });
  // The worst first: of what one helper does, the first is told.
  const isLess = ({ privilege }: Breach) => privilege.kind === 'guarded elsewhere';
  for (const breach of [...breaches.filter((each) => !isLess(each)), ...breaches.filter(isLess)])
    tellBreach(scene, breach);
}

/** Settings, lists and records that nothing guards anywhere. */
function checkOpen(scene: Scene): void {
  const { contract, flow, privileged, report, told } = scene;
  const isPlain = ({ action: { item } }: Write) => !privileged.has(item);
  const isState = (step: Write) => isPlain(step) && !lockItems(contract).has(step.action.item);
  const tellAll = (steps: readonly Write[], says: Parameters<typeof tell>[2]) => {
    for (const step of steps) if (!told.has(step)) tell(scene, step, says, LESS_SURE);
  };
  tellAll(emptiedLists(contract, flow).filter(isPlain), words.says.emptied);
  tellAll(openEntries(contract, flow).filter(isPlain), words.says.entry);
  tellAll(firstOfEach(openSettings(contract, flow).filter(isState)), words.says.setter);
  tellAll(firstOfEach(paidSettings(contract, flow).filter(isState)), words.says.setter);
  tellAll(openSwitches(contract, flow).filter(isState), words.says.setter);
  for (const step of openRebinds(contract, flow))
    report(step, words.says.setter, { item: step.action.name, entry: flow.entry.fn.name }, LESS_SURE);
  tellAll(openRecords(contract, flow).filter(isPlain), words.says.record);
  tellAll(replacedRecords(contract, flow), words.says.record);
}

/** What the author had thought of as a matter of a few, and has opened since: by intention, or for a trial. */
function checkCommented(scene: Scene): void {
  const { flow, told } = scene;
  if (told.size > 0 || !isUnpaidEntry(flow) || !hasCommentedTest(flow.entry.fn)) return;
  const [open] = openWrites(flow).filter(
    (step) => !step.action.keys.some((key) => hasOrigin(key, 'sender')) && isUnasked(flow, step),
  );
  if (open !== undefined) tell(scene, open, words.says.commented, LESS_SURE);
}

/** Of what is set under several keys of one dictionary, the first is told. */
const firstOfEach = (steps: readonly Write[]): Write[] =>
  steps.filter((step, at) => steps.findIndex(({ action }) => action.item === step.action.item) === at);

const LESS_SURE: Detail = { severity: 'high', confidence: 'medium' };

interface Breach {
  readonly step: StepOf<'write'>;
  readonly privilege: Privilege;
}

const isBreach = (
  contract: ContractModel,
  flow: Flow,
  step: StepOf<'write'>,
  privilege: Privilege,
): boolean =>
  !lockItems(contract).has(step.action.item) &&
  !(privilege.kind === 'callee' && step.action.value === undefined) &&
  isUnasked(flow, step) &&
  !isMarkedOnce(flow, step, privilege) &&
  !isOwnRecord(contract, flow, step, privilege) &&
  !isCleared(contract, flow, step) &&
  !isPaidFor(flow, step) &&
  isChosen(flow, step, privilege);

/** `paid[id][who] = True` behind `if paid[id][who]: revert`: a mark that the account has had what there is for it. */
const isMarkedOnce = (flow: Flow, step: Write, privilege: Privilege): boolean =>
  privilege.kind === 'guard' &&
  privilege.keepsOut &&
  step.action.value?.constant === true &&
  looksAt(flow, step);

/**
 * A mark that people set for themselves falls away together with the thing that it belongs to, whose state was looked at; or the thing
 * begins anew, and the caller pays for it.
 */
function isCleared(contract: ContractModel, flow: Flow, step: StepOf<'write'>): boolean {
  const { item, keys, value } = step.action;
  if (value !== undefined && value.constant !== false) return false;
  if (keys.length === 0 || !selfWritten(contract).has(item)) return false;
  const looked = factsAt(flow, step)
    .flatMap(valuesOf)
    .some(({ read }) => read !== undefined && read.item !== item && sameKeys(read.keys, keys));
  return (
    looked ||
    stepsOf(flow, 'write').some(
      ({ action }) => hasOrigin(action.value, 'sent value') && sameKeys(action.keys, keys),
    )
  );
}

/** What came along was held against a price that is kept: whoever buys a thing takes over what belongs to it. */
const isPaidFor = (flow: Flow, step: StepOf<'write'>): boolean =>
  step.action.keys.length > 0 &&
  factsAt(flow, step).some((fact) => {
    if (fact.kind !== 'compare') return false;
    const sides = [fact.left, fact.right];
    return (
      sides.some((side) => hasOrigin(side, 'sent value')) &&
      sides.some(({ read }) => (read?.keys.length ?? 0) > 0)
    );
  });

/** Everybody may write what is kept under their own name, what they paid for, and a sum of what all of them did. */
function isOwnRecord(
  contract: ContractModel,
  flow: Flow,
  step: StepOf<'write'>,
  privilege: Privilege,
): boolean {
  const { keys, value, item, how } = step.action;
  const joins = how === 'put' ? hasOrigin(value, 'sender') : keys.some((key) => hasOrigin(key, 'sender'));
  if (joins) return privilege.kind !== 'guard' || isTakenBack(value) || !isGivenByOthers(contract, item);
  if (value === undefined) return false;
  if (hasOrigin(value, 'sent value')) return true;
  if (value.made !== undefined && storageOrigins(value).includes(item)) return true;
  if (isNumbered(flow, step)) return true;
  // Whoever comes first has it: `owner_of[id] = sender` behind a look at `owner_of[id]`.
  return hasOrigin(value, 'sender') && keys.length > 0 && (isFresh(step) || looksAt(flow, step));
}

const isTakenBack = (value: Value | undefined): boolean => value === undefined || value.constant === false;

/** A role that some are given by those who may give it; whoever can take it alone has taken all of them. */
const isGivenByOthers = ({ flows }: ContractModel, item: StorageItem): boolean =>
  (item.kind === 'ArrayDB' || isOnly(item.valueType, Type.bool)) &&
  flows.some((flow) =>
    stepsOf(flow, 'write').some((step) => step.action.item === item && isGift(flow, step)),
  );

/** At install, or by a chosen account to another one. */
function isGift(flow: Flow, step: StepOf<'write'>): boolean {
  const { how, value, keys } = step.action;
  if (value === undefined || value.constant === false || how === 'pop') return false;
  if (flow.entry.kind === 'install') return true;
  return (
    isOpenEntry(flow) &&
    isAuthorised(flow, step) &&
    ![...keys, value].some((part) => hasOrigin(part, 'sender'))
  );
}

/** The number of a new record is counted up, not named by the caller. */
const isFresh = ({ action }: StepOf<'write'>) => !action.keys.some((key) => hasOrigin(key, 'parameter'));

/** A new record under a number that is counted up here: nobody's is replaced. */
function isNumbered(flow: Flow, step: StepOf<'write'>): boolean {
  const { keys } = step.action;
  if (keys.length === 0 || !isFresh(step)) return false;
  const numbers = new Set(keys.flatMap(storageOrigins));
  return stepsOf(flow, 'write').some(
    (write) =>
      numbers.has(write.action.item) && (write.action.how === 'put' || changeOf(write)?.direction === 'up'),
  );
}

const looksAt = (flow: Flow, step: StepOf<'write'>) =>
  factsAt(flow, step).some((fact) =>
    valuesOf(fact).some((value) => storageOrigins(value).includes(step.action.item)),
  );

/**
 * A step that everybody may push on (`if height > deadline: closed.set(True)`) writes what the contract itself works out, once its
 * time has come. Of items that no guard reads, only what the caller chooses is told, and what nothing holds back.
 */
function isChosen(flow: Flow, step: StepOf<'write'>, privilege: Privilege): boolean {
  const { keys, value } = step.action;
  if (hasOrigin(value, 'parameter') || isPickedOut(step.action)) return true;
  if (privilege.kind !== 'guarded elsewhere' && keys.some((key) => hasOrigin(key, 'parameter'))) return true;
  const known = factsAt(flow, step).flatMap(valuesOf);
  if (known.some((part) => hasOrigin(part, 'storage', 'block', 'call', 'sender', 'sent value'))) return false;
  return privilege.kind === 'guarded elsewhere' ? value === undefined || value.constant !== undefined : true;
}

/** `current[slot] = earlier[slot][_version]`: the caller says which of the stored ones it is to be. */
function isPickedOut({ keys, value, item }: Write['action']): boolean {
  const { read } = value ?? {};
  if (read === undefined || read.item === item) return false;
  const named = new Set(keys.flatMap(parametersOf));
  return read.keys.flatMap(parametersOf).some((name) => !named.has(name));
}

const parametersOf = ({ origins }: Value): string[] =>
  [...origins].flatMap((origin) => (origin.kind === 'parameter' ? [origin.name] : []));

function tellBreach(scene: Scene, { step, privilege }: Breach): void {
  if (privilege.kind === 'guard') tell(scene, step, words.says.guardRead);
  else if (privilege.kind === 'callee') tell(scene, step, words.says.callee);
  else tellGuardedElsewhere(scene, step, privilege.by);
}

function tellGuardedElsewhere({ flow, siteOf, report, told }: Scene, step: Write, by: Flow): void {
  const at = siteOf(step);
  told.add(step);
  if (at === undefined) return;
  const given = { item: step.action.item.name, entry: flow.entry.fn.name, other: by.entry.fn.name };
  const confidence = hasOrigin(step.action.value, 'parameter', 'json') ? 'high' : 'medium';
  report(at, words.says.guardedElsewhere, given, { severity: 'high', confidence });
}
