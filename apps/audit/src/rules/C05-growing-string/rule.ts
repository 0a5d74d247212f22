import { defineRule, type Report } from '../../catalogue/rule.ts';
import { isSameCollection } from '../../domain/flow/either.ts';
import { isStep, stepsOf, type Flow, type StepOf } from '../../domain/flow/flow.ts';
import {
  hasOrigin,
  sourceOf,
  storageOrigins,
  type StorageItem,
  type Value,
} from '../../domain/flow/values.ts';
import { isSlice } from '../../domain/flow/collections.ts';
import { isLimitedText, isLonger } from '../../domain/loops/length.ts';
import { Type } from '../../domain/model/types.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'C05',
  name: 'growing-string',
  severity: 'medium',
  confidence: 'high',
  checklist: [],
  words,
  check({ contracts }, report) {
    for (const { judged } of contracts) {
      const told = new Set<string>();
      for (const flow of judged.filter(
        ({ entry }) => entry.kind === 'external' || entry.kind === 'fallback',
      )) {
        for (const step of stepsOf(flow, 'write')) checkWrite(flow, step, told, report);
      }
    }
  },
});

function checkWrite(flow: Flow, step: StepOf<'write'>, told: Set<string>, report: Report): void {
  const { item, value, valueType } = step.action;
  const place = `${step.module.path}:${step.node.start}`;
  if (
    value === undefined ||
    (valueType & (Type.str | Type.bytes)) === 0 ||
    item.kind === 'ArrayDB' ||
    told.has(place)
  )
    return;
  if (!storageOrigins(value).includes(item) || isLimitedText(flow, step, item)) return;
  const given = { item: item.name, entry: flow.entry.fn.name };
  const list = grownList(flow, value);
  if (list !== undefined && storageOrigins(list).includes(item))
    report(step, words.says.json, { ...given, list: listName(flow, list) });
  else if (isLonger(value, item) || growsInside(flow, value, item))
    report(step, words.says.concatenation, given);
  else return;
  told.add(place);
}

/** The list that a text was joined or dumped from, when something was added to it before. */
function grownList(flow: Flow, text: Value): Value | undefined {
  const calls = stepsOf(flow, 'platform');
  const made = calls.find(({ action }) => action.result === text);
  const list =
    made?.action.name === '.join'
      ? made.action.args[1]
      : made?.action.name === 'json_dumps'
        ? made.action.args[0]
        : undefined;
  if (list === undefined || isSlice(list)) return undefined;
  return calls.some(({ action }) => GROWS.has(action.name) && isOf(action.args[0], list)) ? list : undefined;
}

/** Text that is dumped from what was loaded from it, when a list or a text inside was made longer: `game['log'] += move`. */
function growsInside(flow: Flow, text: Value, item: StorageItem): boolean {
  const calls = stepsOf(flow, 'platform');
  const dumped = calls.find(({ action }) => action.name === 'json_dumps' && action.result === text);
  if (dumped === undefined) return false;
  const { element } = dumped.action.args[0] ?? {};
  const inside = [element, ...(element?.choices ?? []).map(({ value }) => value)];
  const isPart = (of: Value | undefined) =>
    of?.node.kind === 'Subscript' && hasOrigin(of, 'json') && storageOrigins(of).includes(item);
  return (
    inside.some((part) => isLonger(part, item)) ||
    calls.some(({ action }) => GROWS.has(action.name) && isPart(action.args[0]))
  );
}

const isOf = (changed: Value | undefined, list: Value): boolean =>
  changed !== undefined && isSameCollection(changed, list);

const GROWS: ReadonlySet<string> = new Set(['.append', '.insert', '.extend']);

function listName(flow: Flow, list: Value): string {
  const change = flow.steps.find(
    (step) => isStep(step, 'platform') && GROWS.has(step.action.name) && isOf(step.action.args[0], list),
  );
  if (change?.node.kind === 'Call' && change.node.callee.kind === 'Attribute')
    return sourceOf(change.module, change.node.callee.value);
  return 'list';
}
