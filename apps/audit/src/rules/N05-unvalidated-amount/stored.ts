import type { Report } from '../../catalogue/rule.ts';
import { endsWell } from '../../domain/access/asked.ts';
import { isAuthorised } from '../../domain/access/authority.ts';
import { isOther } from '../../domain/access/money.ts';
import { stepsOf, type ContractModel, type Flow, type StepOf } from '../../domain/flow/flow.ts';
import { hasOrigin, type StorageItem, type Value } from '../../domain/flow/values.ts';
import { isOnly, Type } from '../../domain/model/types.ts';
import { believed } from '../../domain/numbers/beliefs.ts';
import { Bounds } from '../../domain/numbers/bounds.ts';
import { isChosen, isTokenValue } from '../../domain/numbers/chosen-amounts.ts';
import { amountsInText, numbersPutIn } from '../../domain/numbers/kept-in-text.ts';
import { lastingFacts } from '../../domain/numbers/lasting.ts';
import { linearOf } from '../../domain/numbers/linear.ts';
import { movementsOf } from '../../domain/numbers/movements.ts';
import { nameOf } from '../../domain/numbers/naming.ts';
import { alternativesOf, sharesTakenOff } from '../../domain/numbers/shares.ts';
import { isTold } from './told.ts';
import { words } from './words.ts';

/** What is stored first and moves a balance later. */
export function checkStored(
  { flows }: ContractModel,
  open: readonly Flow[],
  told: Set<string>,
  report: Report,
): void {
  const later = movers(flows.filter(({ entry }) => entry.kind === 'external' || entry.kind === 'fallback'));
  for (const flow of open) {
    for (const step of stepsOf(flow, 'write')) {
      const mover = later.get(step.action.item);
      const amount = step.action.value;
      if (mover === undefined || amount === undefined || !isStoredOpenly(flow, step, amount)) continue;
      if (!endsWell(flow, step)) continue;
      if (isTold(step, amount, told)) continue;
      const given = {
        amount: nameOf(flow, step, amount),
        target: step.action.item.name,
        later: mover.entry.fn.name,
      };
      report(step, words.says.stored, given, { confidence: 'medium' });
    }
  }
}

/** As `checkStored`, of a number that stands in a text beside others. */
export function checkTexts(
  { flows }: ContractModel,
  open: readonly Flow[],
  told: Set<string>,
  report: Report,
): void {
  const amounts = amountsInText(
    flows.filter(({ entry: { kind } }) => kind === 'external' || kind === 'fallback'),
  );
  if (amounts.size === 0) return;
  for (const flow of open)
    for (const step of stepsOf(flow, 'write'))
      for (const { name, value, mover } of numbersPutIn(flow, step, amounts)) {
        if (!isStoredOpenly(flow, step, value) || !endsWell(flow, step) || isTold(step, value, told))
          continue;
        const given = { amount: name, target: step.action.item.name, later: mover.entry.fn.name };
        report(step, words.says.stored, given, { confidence: 'medium' });
      }
}

function isStoredOpenly(flow: Flow, step: StepOf<'write'>, amount: Value): boolean {
  if (!isChosen(amount) || isTokenValue(flow, step, amount)) return false;
  // A few chosen ones may be trusted with what concerns all, and not with what is their own.
  if (isAuthorised(flow, step) && !step.action.keys.some((key) => hasOrigin(key, 'sender'))) return false;
  // More or less of what was there is a movement of its own.
  if ([...linearOf(amount).terms.values()].some(({ value }) => value.read?.item === step.action.item))
    return false;
  return !new Bounds(lastingFacts(flow, step), believed).isAtLeast(amount, 0n);
}

/** Stored numbers by which some flow moves another one without asking again for their sign. */
function movers(flows: readonly Flow[]): Map<StorageItem, Flow> {
  const found = new Map<StorageItem, Flow>();
  for (const movement of flows.flatMap(movementsOf)) {
    const facts = lastingFacts(movement.flow, movement.step);
    const bounds = new Bounds(facts);
    for (const { value } of movement.amounts) {
      if (bounds.isAtLeast(value, 0n)) continue;
      for (const { read } of [value, ...alternativesOf(facts, value)])
        if (read !== undefined && read.how !== 'length' && read.item !== movement.item)
          found.set(read.item, movement.flow);
    }
  }
  for (const flow of flows)
    for (const { action } of stepsOf(flow, 'external').filter(isOther))
      for (const { read } of action.args)
        if (read !== undefined && read.how !== 'length' && isOnly(read.item.valueType, Type.int))
          found.set(read.item, flow);
  for (const flow of flows)
    for (const item of sharesTakenOff(flow)) if (!found.has(item)) found.set(item, flow);
  return found;
}
