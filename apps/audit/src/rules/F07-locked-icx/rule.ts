import { defineRule, type Report } from '../../catalogue/rule.ts';
import { isBooked, paysBookedOnly } from '../../domain/access/kept-icx.ts';
import { isStep, type ContractModel, type Flow } from '../../domain/flow/flow.ts';
import type { Step } from '../../domain/flow/steps.ts';
import { nameOf } from '../../domain/model/name-place.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'F07',
  name: 'locked-icx',
  severity: 'medium',
  confidence: 'high',
  checklist: [],
  words,
  check({ contracts }, report) {
    for (const contract of contracts) {
      const locked = checkContract(contract, report);
      for (const flow of contract.judged) if (flow.entry !== locked) checkFallback(contract, flow, report);
    }
  },
});

/** What is told of, if anything: the way in of a contract that has no way out. */
function checkContract(contract: ContractModel, report: Report): Flow['entry'] | undefined {
  const { cls, flows } = contract;
  const inlets = flows.filter((flow) => takesIcx(flow) && !flow.steps.some(passesOn));
  const inlet = inlets.find(({ entry }) => entry.kind === 'fallback') ?? inlets[0];
  // What could not be seen may be the way out.
  if (inlet === undefined || cls.unknownBase || flows.some(({ cut }) => cut)) return undefined;
  const outlets = flows.filter(({ steps }) => steps.some((step) => sendsIcx(step) && !passesOn(step)));
  if (outlets.some(({ entry }) => entry.kind !== 'unreached')) return undefined;
  const { fn } = inlet.entry;
  // What a base takes in may well leave from another class.
  const at =
    fn.owner === cls
      ? nameOf(fn)
      : { module: cls.module, node: { start: cls.node.start, end: cls.node.end } };
  const given = { contract: cls.name, entry: fn.name };
  const [outlet] = outlets;
  if (outlet === undefined && flows.some(({ steps }) => steps.some(passesOn)))
    report(at, words.says.kept, given);
  else if (outlet === undefined) report(at, words.says.locked, given);
  else report(at, words.says.unreachable, { ...given, method: outlet.entry.fn.name });
  return inlet.entry;
}

/** What comes without a method, and is put down nowhere, where all payments are of what was put down. */
function checkFallback(contract: ContractModel, flow: Flow, report: Report): void {
  const { entry } = flow;
  if (entry.kind !== 'fallback' || !takesIcx(flow) || isBooked(flow) || !paysBookedOnly(contract)) return;
  const isOwn = entry.fn.owner === contract.cls;
  if (isOwn) report(nameOf(entry.fn), words.says.unbooked, { contract: contract.cls.name });
}

/** Payable, and some way through it ends well. */
const takesIcx = ({ entry, steps }: Flow): boolean =>
  entry.payable &&
  (entry.kind === 'external' || entry.kind === 'fallback') &&
  steps.some(({ action }) => action.kind === 'exit');

/** A payment, a call that carries ICX along, or a call that is not known well enough to say that it does not. */
const sendsIcx = (step: Step): boolean =>
  isStep(step, 'transfer') || (isStep(step, 'external') && step.action.sent !== undefined);

/** What came with this call goes on, and no more: nothing is kept of it, and nothing that was there before leaves. */
const passesOn = (step: Step): boolean =>
  (isStep(step, 'transfer') && step.action.amount.shape === 'msg.value') ||
  (isStep(step, 'external') && step.action.sent?.shape === 'msg.value');
