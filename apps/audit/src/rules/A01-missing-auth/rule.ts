import { defineRule, type Detail, type Report, type Says } from '../../catalogue/rule.ts';
import { asksWhoOrForContract, isOpen, isPassedBy, isUnasked } from '../../domain/access/asked.ts';
import { isBreach } from '../../domain/access/breaches.ts';
import { isUnpaidEntry, openBalances, openMints, unbackedRaises } from '../../domain/access/ledger.ts';
import { namedByMembers } from '../../domain/access/enrolled.ts';
import { futileQuestions } from '../../domain/access/futile-questions.ts';
import { lockItems } from '../../domain/access/locks.ts';
import { emptiedLists, openEntries } from '../../domain/access/lists.ts';
import { openGains } from '../../domain/access/open-gains.ts';
import { openMarks } from '../../domain/access/member-marks.ts';
import { bookedOver } from '../../domain/access/booked-over.ts';
import { openFields } from '../../domain/access/kept-beside.ts';
import { rewrittenInText } from '../../domain/access/text-terms.ts';
import { openVotes } from '../../domain/access/open-votes.ts';
import { openOrders } from '../../domain/access/orders.ts';
import { openRecords, replacedRecords } from '../../domain/access/records.ts';
import { openRebinds, openSettings, openSwitches, paidSettings } from '../../domain/access/settings.ts';
import { isOpenEntry, openWrites, privileges, type Privilege } from '../../domain/access/privileged.ts';
import { undoneWrites } from '../../domain/access/put-back.ts';
import type { ContractModel, Flow, StepOf } from '../../domain/flow/flow.ts';
import { hasOrigin, sourceOf, type StorageItem } from '../../domain/flow/values.ts';
import { hasCommentedTest } from '../../domain/model/commented-tests.ts';
import { takenForOther } from '../../domain/access/taken-for-other.ts';
import { openSigns } from '../../domain/access/signs-of-life.ts';
import { rewrittenTerms, takenThings } from '../../domain/access/things.ts';
import { questionAt, sitesInEntry } from '../../domain/access/site.ts';
import { unreadAnswers } from '../../domain/access/unread-answers.ts';
import type { TreeFacts } from '../../domain/model/tree-facts.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'A01',
  name: 'missing-auth',
  severity: 'critical',
  confidence: 'high',
  checklist: [],
  words,
  check({ contracts, facts }, report) {
    for (const contract of contracts) checkContract(contract, facts, report);
  },
});

function checkContract(contract: ContractModel, facts: TreeFacts, report: Report): void {
  const privileged = privileges(contract);
  for (const flow of contract.judged.filter(isOpenEntry)) {
    const unread = unreadAnswers(flow, facts);
    for (const call of unread)
      report(call, words.says.unread, { entry: flow.entry.fn.name, check: call.action.fn.name });
    const futile = futileQuestions(contract, flow);
    for (const { way, fact, why, item } of futile)
      report(
        questionAt(way, fact),
        words.says[why],
        { entry: flow.entry.fn.name, item: item.name },
        FUTILE[why],
      );
    // What is open behind it is open for that.
    if (unread.length > 0 || futile.length > 0) continue;
    const scene: Scene = { contract, flow, privileged, report, siteOf: sitesInEntry(flow), told: new Set() };
    checkPrivileged(scene);
    checkOpen(scene);
    checkCommented(scene);
    checkOrders(scene);
  }
}

const FUTILE = { held: {}, first: {}, unset: { severity: 'high', confidence: 'medium' } } satisfies Record<
  string,
  Detail
>;

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
  const raises = new Set([
    ...(unbacked.length > 0 ? unbacked : openMints(flow)),
    ...openBalances(contract, flow),
    ...openGains(contract, flow),
  ]);
  for (const step of raises) tell(scene, step, words.says.mint);
  // Where contracts are let through and nobody else, that is the defect (A07).
  const isForContracts = (step: Write) => isOpen(flow, step) && !isPassedBy(flow, step, asksWhoOrForContract);
  const isTold = (step: Write) => raises.has(step) || isForContracts(step);
  const taken = new Set(takenThings(contract, flow).filter((step) => !isTold(step)));
  for (const step of taken) tell(scene, step, words.says.guardRead);
  const breaches = openWrites(flow).flatMap((step) => {
    const privilege = privileged.get(step.action.item);
    if (privilege === undefined || undoneWrites(flow).has(step) || taken.has(step) || isTold(step)) return [];
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
    for (const step of steps)
      if (!told.has(step) && !undoneWrites(flow).has(step)) tell(scene, step, says, LESS_SURE);
  };
  tellAll(emptiedLists(contract, flow).filter(isPlain), words.says.emptied);
  tellAll(openEntries(contract, flow).filter(isPlain), words.says.entry);
  tellAll(firstOfEach(openSettings(contract, flow).filter(isState)), words.says.setter);
  tellAll(firstOfEach(paidSettings(contract, flow).filter(isState)), words.says.setter);
  tellAll(openSwitches(contract, flow).filter(isState), words.says.setter);
  tellAll(firstOfEach(namedByMembers(contract, flow)), words.says.member);
  for (const step of openRebinds(contract, flow))
    report(step, words.says.setter, { item: step.action.name, entry: flow.entry.fn.name }, LESS_SURE);
  tellAll(openRecords(contract, flow).filter(isPlain), words.says.record);
  tellAll(replacedRecords(contract, flow), words.says.record);
  tellAll(rewrittenTerms(contract, flow), words.says.record);
  tellAll(openFields(contract, flow), words.says.record);
  tellAll(rewrittenInText(contract, flow), words.says.record);
  tellAll(bookedOver(contract, flow), words.says.booked);
  tellAll(openSigns(contract, flow), words.says.record);
  tellAll(takenForOther(flow), words.says.other);
  for (const { step, by } of openMarks(contract, flow))
    if (!told.has(step)) tellGuardedElsewhere(scene, step, by);
  for (const { step, by } of openVotes(contract, flow)) {
    const at = scene.siteOf(step);
    const given = { item: step.action.item.name, entry: flow.entry.fn.name, other: by.entry.fn.name };
    if (at !== undefined && !told.has(step)) report(at, words.says.vote, given, LESS_SURE);
  }
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

/** What another contract is told to do in the name of this one. */
function checkOrders({ contract, flow, report, siteOf }: Scene): void {
  for (const { step, toNetwork } of openOrders(contract, flow)) {
    const at = siteOf(step);
    const given = { entry: flow.entry.fn.name, call: sourceOf(step.module, step.node) };
    if (at !== undefined) report(at, words.says.order, given, toNetwork ? {} : LESS_SURE);
  }
}

/** Of what is set under several keys of one dictionary, the first is told. */
const firstOfEach = (steps: readonly Write[]): Write[] =>
  steps.filter((step, at) => steps.findIndex(({ action }) => action.item === step.action.item) === at);

const LESS_SURE: Detail = { severity: 'high', confidence: 'medium' };

interface Breach {
  readonly step: StepOf<'write'>;
  readonly privilege: Privilege;
}

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
