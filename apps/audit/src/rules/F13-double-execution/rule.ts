import { defineRule, type Report } from '../../catalogue/rule.ts';
import { answeredMarks } from '../../domain/access/answered-marks.ts';
import { isChosen } from '../../domain/access/few.ts';
import { keptWhole } from '../../domain/access/kept-whole.ts';
import { undueInstalments } from '../../domain/access/instalments.ts';
import { isOpenEntry } from '../../domain/access/privileged.ts';
import {
  countedAgain,
  countedForNobody,
  countedUnread,
  deadFlags,
  repetitionsOf,
} from '../../domain/access/repetition.ts';
import type { ContractModel, Flow } from '../../domain/flow/flow.ts';
import { hasOrigin, sourceOf } from '../../domain/flow/values.ts';
import { settledAgain } from '../../domain/access/settlements.ts';
import { repeatedOrders } from '../../domain/access/signed-orders.ts';
import { sitesInEntry } from '../../domain/access/site.ts';
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
      for (const flow of contract.flows.filter(isOpenEntry)) checkFlow(contract, flow, report);
      for (const { step, flag, entry } of deadFlags(contract))
        report(step, words.says.flagUnset, { entry, flag }, { severity: 'medium' });
      tellAnswered(contract, report);
    }
  },
});

/** Each place once, of however many entry points. */
function tellAnswered({ flows }: ContractModel, report: Report): void {
  const told = new Set<unknown>();
  for (const flow of flows)
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

function checkFlow(contract: ContractModel, flow: Flow, report: Report): void {
  const entry = flow.entry.fn.name;
  const siteOf = sitesInEntry(flow);
  for (const { step, mark, amount } of repetitionsOf(contract, flow)) {
    // A wage that those who run the contract pay each month is kept under a number as well.
    const isOfThing = hasOrigin(amount.read?.keys[0], 'parameter') && !isChosen(contract, flow, step);
    if (!ONCE.test(entry) && !isOfThing) continue;
    const effect = sourceOf(step.module, step.node);
    const at = siteOf(step);
    if (at === undefined) continue;
    if (mark === undefined) report(at, words.says.noFlag, { entry, effect });
    else report(at, words.says.flagUnread, { entry, effect, flag: mark.name });
  }
  for (const { step, mark } of unreadMarks(contract, flow)) {
    const at = siteOf(step);
    const given = { entry, effect: sourceOf(step.module, step.node), flag: mark.name };
    if (at !== undefined) report(at, words.says.flagUnread, given, { confidence: 'medium' });
  }
  for (const step of new Set([...repeatedOrders(flow), ...unsetMarks(contract, flow)])) {
    const at = siteOf(step);
    const given = { entry, effect: sourceOf(step.module, step.node) };
    if (at !== undefined) report(at, words.says.noFlag, given, { confidence: 'medium' });
  }
  for (const step of unspentAmounts(contract, flow)) {
    const at = siteOf(step);
    const given = { entry, effect: sourceOf(step.module, step.node) };
    if (at !== undefined) report(at, words.says.unspent, given);
  }
  for (const step of keptWhole(flow)) {
    report(step, words.says.keptWhole, { entry, item: step.action.item.name });
  }
  for (const step of undueInstalments(flow)) {
    const at = siteOf(step);
    const given = { entry, effect: sourceOf(step.module, step.node) };
    if (at !== undefined) report(at, words.says.undue, given, { confidence: 'medium' });
  }
  const settled = settledAgain(contract, flow);
  const place = settled === undefined ? undefined : siteOf(settled);
  if (settled !== undefined && place !== undefined)
    report(
      place,
      words.says.noFlag,
      { entry, effect: sourceOf(settled.module, settled.node) },
      { confidence: 'medium' },
    );
  if (!COUNTS.test(entry)) return;
  for (const step of [...countedAgain(flow), ...countedUnread(flow)]) {
    const at = siteOf(step);
    if (at !== undefined)
      report(at, words.says.countedTwice, { entry, effect: sourceOf(step.module, step.node) });
  }
  for (const step of new Set([...countedForNobody(flow), ...weighedUnnoted(flow)])) {
    const at = siteOf(step);
    if (at !== undefined)
      report(
        at,
        words.says.countedTwice,
        { entry, effect: sourceOf(step.module, step.node) },
        { confidence: 'medium' },
      );
  }
}
