import { defineRule, type Report } from '../../catalogue/rule.ts';
import { isOpen } from '../../domain/access/asked.ts';
import { selfWritten } from '../../domain/access/authorities.ts';
import { outflowOf, type Outflow } from '../../domain/access/outflow.ts';
import { canReach, isStep, stepsOf, type ContractModel, type Flow } from '../../domain/flow/flow.ts';
import type { Step, TryFrame } from '../../domain/flow/steps.ts';
import {
  hasOrigin,
  sourceOf,
  storageOrigins,
  type StorageItem,
  type Value,
} from '../../domain/flow/values.ts';
import { isHeadOfQueue } from '../../domain/loops/queue-heads.ts';
import { recursionsAround, unboundedRounds } from '../../domain/loops/recursion.ts';
import { siteIn } from '../../domain/access/site.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'F09',
  name: 'push-loop',
  severity: 'high',
  confidence: 'high',
  checklist: ['CL-C01'],
  words,
  check({ contracts }, report) {
    for (const contract of contracts)
      for (const flow of contract.judged)
        if (flow.entry.kind !== 'readonly' && flow.entry.kind !== 'unreached')
          checkFlow(contract, flow, report);
  },
});

function checkFlow(contract: ContractModel, flow: Flow, report: Report): void {
  for (const step of flow.steps) {
    const outflow = outflowOf(step);
    if (outflow?.to === undefined || !isOneOfMany(outflow.to)) continue;
    const around = repetitionAround(contract, flow, step, outflow.to);
    if (around === undefined || !revertsAll(flow, outflow)) continue;
    const given = { call: sourceOf(step.module, step.node), list: listOf(outflow.to, around) };
    // Whoever may start it for a list of their own stops nobody but themselves.
    const isKnown = isOpen(flow, step) && !isAnswered(outflow.to);
    const detail = isKnown ? {} : { confidence: 'medium' as const };
    report(
      siteIn(around.frame, step),
      outflow.kind === 'icx' ? words.says.icx : words.says.token,
      given,
      detail,
    );
  }
}

/** The loop in which a step runs for each of many, or the call by which a function does so again and again. */
function repetitionAround(contract: ContractModel, flow: Flow, step: Step, to: Value): Around | undefined {
  const loop = step.loops.find(
    (each) => each.bound.kind !== 'fixed' || isHeadOfQueue(flow, each, to) || isFromOpenList(contract, to),
  );
  if (loop !== undefined) return loop;
  const call = recursionsAround(flow, step).find(
    (each) => unboundedRounds(contract, flow, each) !== undefined,
  );
  return call && { ...call, frame: call.action.again };
}

/** A few of a list into which people put themselves are as many as can refuse. */
const isFromOpenList = (contract: ContractModel, { read }: Value): boolean =>
  read?.item.kind === 'ArrayDB' && read.how === 'item' && selfWritten(contract).has(read.item);

type Around = Pick<Step, 'node' | 'module' | 'frame'>;

/** An address that each round takes from storage: an element of a list, or a record under a number that counts. */
function isOneOfMany(to: Value): boolean {
  if (hasOrigin(to, 'parameter', 'sender')) return false;
  if (to.read !== undefined)
    return to.read.keys.length > 0 || to.read.item.kind === 'ArrayDB' || to.read.how === 'iterate';
  return isAnswered(to) || storageOrigins(to).some(isOfMany);
}

/** A linked list keeps each of its nodes under a name of its own. */
const isOfMany = ({ kind, key }: StorageItem): boolean => kind !== 'VarDB' || key.includes('{}');

/** Another contract keeps the list. */
const isAnswered = (to: Value): boolean => hasOrigin(to, 'call') && to.read === undefined;

/** One receiver's refusal undoes the payments of all: nothing catches it, and a `send` that failed is not written down. */
function revertsAll(flow: Flow, { step }: Outflow): boolean {
  if (step.tries.some((frame) => goesOn(flow, frame))) return false;
  if (!isStep(step, 'transfer') || step.action.how === 'transfer') return true;
  return flow.steps.some(
    (way) =>
      isStep(way, 'way') &&
      way.action.facts.some((fact) => fact.kind === 'false' && fact.value === step.action.result) &&
      canReach(way, ({ action }) => action.kind === 'exit') === undefined,
  );
}

/** A handler catches the failure, and the method may still end well. */
const goesOn = (flow: Flow, frame: TryFrame): boolean =>
  frame.handlers.some(({ catches }) => catches) &&
  !stepsOf(flow, 'handler')
    .filter(({ action }) => action.of === frame)
    .every((handler) => canReach(handler, ({ action }) => action.kind === 'exit') === undefined);

const listOf = (to: Value, around: Around): string =>
  to.read?.item.name ?? storageOrigins(to).find(isOfMany)?.name ?? sourceOf(around.module, around.node);
