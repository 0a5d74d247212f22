import { defineRule, type Report } from '../../catalogue/rule.ts';
import { openPlaces } from '../../domain/access/authorities.ts';
import { addressOf, isHandOver, isOutgoing, trustOf, type Outgoing } from '../../domain/access/callee.ts';
import { isOpenEntry } from '../../domain/access/privileged.ts';
import { isReentrant, lateWrite } from '../../domain/access/reentrancy.ts';
import type { ContractModel, Flow, StepOf } from '../../domain/flow/flow.ts';
import { sourceOf, storageOrigins } from '../../domain/flow/values.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'F01',
  name: 'reentrancy',
  severity: 'high',
  confidence: 'high',
  checklist: ['CL-W07'],
  words,
  check({ contracts }, report) {
    for (const contract of contracts)
      for (const flow of contract.flows) if (isOpenEntry(flow)) checkFlow(contract, flow, report);
  },
});

function checkFlow(contract: ContractModel, flow: Flow, report: Report): void {
  for (const step of flow.steps) {
    if (!isOutgoing(step) || !isReentrant(contract, flow, step)) continue;
    const late = lateWrite(contract, flow, step);
    if (late !== undefined) tell(contract, step, late, report);
  }
}

function tell(contract: ContractModel, call: Outgoing, late: StepOf<'write'>, report: Report): void {
  const given = { item: late.action.item.name, call: sourceOf(call.module, call.node) };
  const places = openPlaces(contract);
  const trust = storageOrigins(addressOf(call)).some((item) => places.has(item)) ? 'caller' : trustOf(call);
  const reasons = [
    {
      at: late,
      text: { en: `${given.item} is written here`, ko: `\`${given.item}\` 항목을 여기에서 씁니다` },
    },
  ];
  if (trust === 'stored' || trust === 'fixed') {
    const severity = isHandOver(call) ? 'medium' : call.action.kind === 'external' ? 'low' : 'info';
    report(call, words.says.ownerSet, given, { severity, confidence: 'medium', reasons });
    return;
  }
  const confidence = trust === 'unknown' ? 'medium' : 'high';
  const loop = call.loops.at(-1);
  const says = loop !== undefined && !late.loops.includes(loop) ? words.says.loop : words.says.late;
  report(call, says, given, { confidence, reasons });
}
