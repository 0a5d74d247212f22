import { defineRule, type Detail, type Report, type Says } from '../../catalogue/rule.ts';
import { answeredMarks } from '../../domain/access/answered-marks.ts';
import { unnotedTimes } from '../../domain/access/cooldowns.ts';
import { isDeposit } from '../../domain/access/deposits.ts';
import { countedAgain, countedForNobody, countedUnread } from '../../domain/access/counted-votes.ts';
import { deadFlags } from '../../domain/access/dead-flags.ts';
import { countedInList } from '../../domain/access/counted-in-list.ts';
import { isChosen } from '../../domain/access/few.ts';
import { executedAgain } from '../../domain/access/executed-again.ts';
import { futileMarks } from '../../domain/access/futile-marks.ts';
import { lostMarks } from '../../domain/access/lost-marks.ts';
import { keptWhole } from '../../domain/access/kept-whole.ts';
import { leftBehind } from '../../domain/access/left-behind.ts';
import { undueInstalments } from '../../domain/access/instalments.ts';
import { isEntryStillListed } from '../../domain/access/listed-entries.ts';
import { isOpenEntry } from '../../domain/access/privileged.ts';
import { countedTowards } from '../../domain/access/quorums.ts';
import { fixedAgain, repetitionsOf } from '../../domain/access/repetition.ts';
import { stepsOf, type ContractModel, type Flow } from '../../domain/flow/flow.ts';
import type { Step } from '../../domain/flow/steps.ts';
import { hasOrigin, sourceOf, storageOrigins, type Value } from '../../domain/flow/values.ts';
import { settledAgain } from '../../domain/access/settlements.ts';
import { repeatedOrders } from '../../domain/access/signed-orders.ts';
import { siteOfQuestion, sitesInEntry } from '../../domain/access/site.ts';
import { unspentAmounts } from '../../domain/access/unspent.ts';
import { unreadMarks, unsetMarks } from '../../domain/access/unread-marks.ts';
import { weighedUnnoted } from '../../domain/access/weighed-votes.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'F13',
  name: 'double-execution',
  severity: 'high',
  confidence: 'high',
  checklist: [],
  words,
  check({ contracts }, report) {
    for (const contract of contracts) {
      for (const flow of contract.judged.filter(isOpenEntry)) checkFlow(contract, flow, report);
      for (const { step, flag, entry } of deadFlags(contract))
        report(step, words.says.flagUnset, { entry, flag }, { severity: 'medium' });
      tellAnswered(contract, report);
      tellLost(contract, report);
      tellFutile(contract, report);
    }
  },
});

function tellFutile(contract: ContractModel, report: Report): void {
  for (const flow of contract.judged)
    for (const { why, write, effect, asked } of futileMarks(contract, flow)) {
      const given = {
        flag: write.action.item.name,
        set: sourceOf(write.module, write.node),
        effect: sourceOf(effect.module, effect.node),
      };
      if (why === 'other key') report(write, words.says.flagElsewhere, given);
      // A helper that many share has no fault of its own.
      else report(asked === undefined ? write : siteOfQuestion(asked, write), words.says.flagPassed, given);
    }
}

/** Each place once, of however many entry points. */
function tellLost({ judged }: ContractModel, report: Report): void {
  const lost = judged.flatMap((flow) => lostMarks(flow).map((step) => ({ step, flow })));
  for (const { step, flow } of new Map(lost.map((each) => [each.step.node, each])).values()) {
    const set = sourceOf(step.module, step.node);
    report(step, words.says.flagLost, { entry: flow.entry.fn.name, flag: step.action.name, set });
  }
}

/** Each place once, of however many entry points. */
function tellAnswered({ judged }: ContractModel, report: Report): void {
  const told = new Set<unknown>();
  for (const flow of judged)
    for (const step of answeredMarks(flow)) {
      if (told.has(step.node)) continue;
      told.add(step.node);
      report(step, words.says.flagAnswered, { flag: step.action.item.name }, { confidence: 'medium' });
    }
}

/** What happens once for each thing goes by these names; a wage or a fee may be paid again. */
const ONCE =
  /execut|claim|settle|finali[sz]e|redeem|withdraw|release|refund|collect|pay_?out|cash|fetch|harvest/i;
const COUNTS = /confirm|vote|approve|sign|endorse|support|agree/i;

const SAYS_OF_MARK = {
  unread: words.says.flagUnread,
  'due again': words.says.dueAgain,
  'let through': words.says.flagLets,
};

const LESS_SURE: Detail = { confidence: 'medium' };

function checkFlow(contract: ContractModel, flow: Flow, report: Report): void {
  const entry = flow.entry.fn.name;
  const siteOf = sitesInEntry(flow);
  const tell = (step: Step, says: Says<Effect>, detail?: Detail, flag = '') => {
    const at = siteOf(step);
    if (at !== undefined) report(at, says, { entry, effect: sourceOf(step.module, step.node), flag }, detail);
  };
  const tellAll = (steps: Iterable<Step>, says: Says<Effect>, detail?: Detail) => {
    for (const step of new Set(steps)) tell(step, says, detail);
  };
  // What is paid again since a mark is lost is told at the mark.
  const repetitions = lostMarks(flow).length > 0 ? [] : repetitionsOf(contract, flow);
  for (const { step, mark, amount } of repetitions) {
    // A wage that those who run the contract pay each month is kept under a number as well.
    const isOfThing = isKeptForThing(flow, amount) && !isChosen(contract, flow, step);
    const isOnce = isOfThing || isEntryStillListed(contract, flow, step) || isDeposit(contract, amount);
    if (!ONCE.test(entry) && !isOnce && mark?.isOfRecord !== true) continue;
    if (mark === undefined) tell(step, words.says.noFlag);
    else tell(step, SAYS_OF_MARK[mark.why], {}, mark.name);
  }
  for (const { step, mark } of unreadMarks(contract, flow))
    tell(step, words.says.flagUnread, LESS_SURE, mark.name);
  tellAll([...repeatedOrders(flow), ...unsetMarks(contract, flow)], words.says.noFlag, LESS_SURE);
  tellAll(
    fixedAgain(contract, flow).filter((step) => !isChosen(contract, flow, step)),
    words.says.noFlag,
    LESS_SURE,
  );
  tellAll(countedInList(contract, flow), words.says.listedTwice);
  tellAll(unspentAmounts(contract, flow), words.says.unspent);
  tellAll(unnotedTimes(contract, flow), words.says.unnoted);
  tellAll(leftBehind(contract, flow), words.says.leftBehind, LESS_SURE);
  for (const step of keptWhole(flow))
    report(step, words.says.keptWhole, { entry, item: step.action.item.name });
  tellAll(undueInstalments(flow), words.says.undue, LESS_SURE);
  const settled = settledAgain(contract, flow);
  if (settled !== undefined) tell(settled, words.says.noFlag, LESS_SURE);
  const again = COUNTS.test(entry) ? [...countedAgain(flow), ...countedUnread(flow)] : [];
  tellAll([...again, ...countedTowards(flow)], words.says.countedTwice);
  if (!COUNTS.test(entry)) return;
  for (const { step, mark } of executedAgain(contract, flow))
    tell(step, words.says.flagUnread, LESS_SURE, mark.name);
  tellAll([...countedForNobody(flow), ...weighedUnnoted(flow)], words.says.countedTwice, LESS_SURE);
}

/** What is paid, or part of it, is looked up under a name that the caller gives. */
function isKeptForThing(flow: Flow, amount: Value): boolean {
  const kept = new Set(storageOrigins(amount));
  return stepsOf(flow, 'read').some(
    ({ action }) => kept.has(action.item) && hasOrigin(action.keys[0], 'parameter'),
  );
}

/** What comes about again, and the mark that should have kept it from doing so, where there is one. */
interface Effect {
  readonly entry: string;
  readonly effect: string;
  readonly flag: string;
}
