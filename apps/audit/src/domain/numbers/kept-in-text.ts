import { isQuestion } from '../access/callee.ts';
import { outflowOf } from '../access/outflow.ts';
import { argumentsOf } from '../flow/arguments.ts';
import { isStep, type Flow, type StepOf } from '../flow/flow.ts';
import type { Step } from '../flow/steps.ts';
import { hasOrigin, storageOrigins, valuesOf, type StorageItem, type Value } from '../flow/values.ts';
import { isOnly, Type } from '../model/types.ts';
import { Bounds } from './bounds.ts';
import { lastingFacts } from './lasting.ts';

/** Numbers that stand under a name in a text in storage, `{"stake": 5, …}`, and the flow that moves as much. */
export type AmountsInText = ReadonlyMap<StorageItem, ReadonlyMap<string, Flow>>;

/** Amounts that go out, or that another contract is told beside an account, as they stand in a stored text, whatever their sign. */
export function amountsInText(flows: readonly Flow[]): AmountsInText {
  const found = new Map<StorageItem, Map<string, Flow>>();
  for (const flow of flows)
    for (const step of flow.steps)
      for (const amount of amountsMovedBy(step)) {
        const field = fieldOf(amount);
        const [item] = storageOrigins(amount);
        if (field === undefined || item === undefined || isChecked(flow, step, amount)) continue;
        found.set(item, (found.get(item) ?? new Map<string, Flow>()).set(field, flow));
      }
  return found;
}

function amountsMovedBy(step: Step): readonly Value[] {
  const outflow = outflowOf(step);
  if (outflow !== undefined) return outflow.amount === undefined ? [] : factorsOf(outflow.amount);
  if (!isStep(step, 'external') || isQuestion(step)) return [];
  const given = argumentsOf(step.action);
  return given.some(({ types }) => isOnly(types, Type.address)) ? given : [];
}

/** `room.stake * 2` */
const factorsOf = (amount: Value): Value[] =>
  amount.made === undefined ? [amount] : [amount.made.left, amount.made.right];

/** `json_loads(self._rooms[id])['stake']` */
function fieldOf(value: Value): string | undefined {
  const { node } = value;
  if (!hasOrigin(value, 'json') || node.kind !== 'Subscript') return undefined;
  const [, field] = /\[string (\w+)\]$/.exec(value.shape) ?? [];
  return field === undefined ? undefined : plainName(field);
}

const isChecked = (flow: Flow, step: Step, amount: Value): boolean =>
  new Bounds(lastingFacts(flow, step)).isAtLeast(amount, 0n);

/** Numbers that the caller names and that go into a text as they are: of the same name there as here. */
export function numbersPutIn(flow: Flow, { action }: StepOf<'write'>, amounts: AmountsInText) {
  const fields = amounts.get(action.item);
  if (fields === undefined || !isOnly(action.item.valueType, Type.str)) return [];
  return [...(action.value?.origins ?? [])].flatMap((origin) => {
    const mover = origin.kind === 'parameter' ? fields.get(plainName(origin.name)) : undefined;
    if (origin.kind !== 'parameter' || mover === undefined) return [];
    const value = parameterIn(flow, origin.name);
    return value !== undefined && isOnly(value.types, Type.int) ? [{ name: origin.name, value, mover }] : [];
  });
}

/** The parameter as some step has it: in a test, or where it is passed on. */
const parameterIn = (flow: Flow, name: string): Value | undefined =>
  flow.steps.flatMap(valuesAt).find(({ shape }) => shape === `parameter ${name}`);

const valuesAt = ({ action }: Step): readonly Value[] => {
  if (action.kind === 'way') return action.facts.flatMap(valuesOf);
  return action.kind === 'call' || action.kind === 'platform' ? argumentsOf(action) : [];
};

/** `_prizePerGame`, `prize_per_game`: one name in two spellings. */
const plainName = (name: string): string => name.replaceAll('_', '').toLowerCase();
