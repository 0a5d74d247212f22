import { defineRule, type Report, type Where } from '../../catalogue/rule.ts';
import { namedRecords, openPlaces } from '../../domain/access/authorities.ts';
import {
  addressOf,
  isHandOver,
  isOutgoing,
  isQuestion,
  trustOf,
  type Outgoing,
  type Trust,
} from '../../domain/access/callee.ts';
import { overwritten } from '../../domain/access/overwritten.ts';
import { isOpenEntry } from '../../domain/access/privileged.ts';
import { isReentrant, lateWrites } from '../../domain/access/reentrancy.ts';
import type { ContractModel, Flow, StepOf } from '../../domain/flow/flow.ts';
import { sourceOf, storageOrigins } from '../../domain/flow/values.ts';
import { staleRate } from '../../domain/access/stale-rate.ts';
import { siteIn } from '../../domain/access/site.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'F01',
  name: 'reentrancy',
  severity: 'high',
  confidence: 'high',
  checklist: ['CL-W07'],
  words,
  check({ contracts }, report) {
    for (const contract of contracts) {
      for (const flow of contract.judged.filter(isOpenEntry)) {
        checkRates(contract, flow, report);
        checkOverwritten(contract, flow, report);
      }
      const found = contract.judged.filter(isOpenEntry).flatMap((flow) => lateIn(contract, flow));
      // Of several calls at one place, whoever may be the worst is told.
      for (const late of new Map(
        [...found.filter(isOurs), ...found.filter((each) => !isOurs(each))].map((each) => [
          each.at.node,
          each,
        ]),
      ).values())
        tell(late, report);
    }
  },
});

function lateIn(contract: ContractModel, flow: Flow): Late[] {
  return flow.steps.flatMap((call) => {
    if (!isOutgoing(call) || !isReentrant(contract, flow, call)) return [];
    const trust = trustIn(contract, call);
    // Where the order of the two can be changed; one write for each such place, and one in all where the callee is only asked something.
    const places = new Map<Where['node'], Late>();
    const writes = lateWrites(contract, flow, call);
    for (const late of isQuestion(call) ? writes.slice(0, 1) : writes) {
      const at = siteIn(late.frame, call);
      if (!places.has(at.node)) places.set(at.node, { call, late, at, trust });
    }
    return [...places.values()];
  });
}

/** What is told of as a late write already is no matter of a rate. */
function checkRates(contract: ContractModel, flow: Flow, report: Report): void {
  for (const call of flow.steps) {
    if (!isOutgoing(call) || !isReentrant(contract, flow, call) || isOurTrust(trustIn(contract, call)))
      continue;
    const stale = staleRate(contract, flow, call);
    if (stale === undefined || lateWrites(contract, flow, call).length > 0) continue;
    const given = {
      item: stale.write.action.item.name,
      call: sourceOf(call.module, call.node),
      entry: stale.by.entry.fn.name,
    };
    report(siteIn(stale.write.frame, call), words.says.rate, given, {
      confidence: 'medium',
      reasons: [writtenAt(stale.write)],
    });
  }
}

/** A sum that is written back behind several calls is told of once. */
function checkOverwritten(contract: ContractModel, flow: Flow, report: Report): void {
  const told = new Set<StepOf<'write'>>();
  for (const call of flow.steps) {
    if (!isOutgoing(call) || isOurTrust(trustIn(contract, call))) continue;
    const found = overwritten(contract, flow, call);
    if (found === undefined || told.has(found.write)) continue;
    told.add(found.write);
    report(found.write, words.says.overwritten, {
      item: found.write.action.item.name,
      call: sourceOf(call.module, call.node),
      entry: found.by.entry.fn.name,
    });
  }
}

function writtenAt(late: StepOf<'write'>) {
  const { name } = late.action.item;
  return {
    at: late,
    text: { en: `${name} is written here`, ko: `\`${name}\` 항목을 여기에서 씁니다` },
  };
}

function trustIn(contract: ContractModel, call: Outgoing): Trust {
  const address = addressOf(call);
  const isOfCaller =
    storageOrigins(address).some((item) => openPlaces(contract).has(item)) ||
    (address.read !== undefined && namedRecords(contract).has(address.read.item));
  return isOfCaller ? 'caller' : trustOf(call);
}

const isOurs = ({ trust }: Late): boolean => isOurTrust(trust);

const isOurTrust = (trust: Trust): boolean => trust === 'stored' || trust === 'fixed';

interface Late {
  readonly call: Outgoing;
  readonly late: StepOf<'write'>;
  readonly at: Where;
  readonly trust: Trust;
}

function tell({ call, late, at, trust }: Late, report: Report): void {
  const given = { item: late.action.item.name, call: sourceOf(call.module, call.node) };
  const reasons = [writtenAt(late)];
  if (isOurs({ call, late, at, trust })) {
    const severity = isHandOver(call) ? 'medium' : 'low';
    report(at, words.says.ownerSet, given, { severity, confidence: 'medium', reasons });
    return;
  }
  const confidence = trust === 'unknown' ? 'medium' : 'high';
  const loop = call.loops.at(-1);
  const says = loop !== undefined && !late.loops.includes(loop) ? words.says.loop : words.says.late;
  report(at, says, given, { confidence, reasons });
}
