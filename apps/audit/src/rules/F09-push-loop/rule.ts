import { defineRule, type Report } from '../../catalogue/rule.ts';
import { isOpen } from '../../domain/access/asked.ts';
import { outflowOf, type Outflow } from '../../domain/access/outflow.ts';
import { canReach, isStep, stepsOf, type Flow } from '../../domain/flow/flow.ts';
import type { LoopFrame, TryFrame } from '../../domain/flow/steps.ts';
import { hasOrigin, sourceOf, storageOrigins, type Value } from '../../domain/flow/values.ts';
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
    for (const flow of contracts.flatMap(({ flows }) => flows))
      if (flow.entry.kind !== 'readonly' && flow.entry.kind !== 'unreached') checkFlow(flow, report);
  },
});

function checkFlow(flow: Flow, report: Report): void {
  for (const step of flow.steps) {
    const outflow = outflowOf(step);
    const loop = step.loops.find(({ bound }) => bound.kind !== 'fixed');
    if (
      outflow?.to === undefined ||
      loop === undefined ||
      !isOneOfMany(outflow.to) ||
      !revertsAll(flow, outflow)
    )
      continue;
    const given = { call: sourceOf(step.module, step.node), list: listOf(outflow.to, loop) };
    // Whoever may start it for a list of their own stops nobody but themselves.
    const isKnown = isOpen(flow, step) && !isAnswered(outflow.to);
    const detail = isKnown ? {} : { confidence: 'medium' as const };
    report(
      siteIn(loop.frame, step),
      outflow.kind === 'icx' ? words.says.icx : words.says.token,
      given,
      detail,
    );
  }
}

/** An address that each round takes from storage: an element of a list, or a record under a number that counts. */
function isOneOfMany(to: Value): boolean {
  if (hasOrigin(to, 'parameter', 'sender')) return false;
  if (to.read !== undefined)
    return to.read.keys.length > 0 || to.read.item.kind === 'ArrayDB' || to.read.how === 'iterate';
  return isAnswered(to) || storageOrigins(to).some(({ kind }) => kind !== 'VarDB');
}

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

const listOf = (to: Value, loop: LoopFrame): string =>
  to.read?.item.name ?? storageOrigins(to)[0]?.name ?? sourceOf(loop.module, loop.node);
