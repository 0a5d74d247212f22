import { guardsAt } from '../access/authority.ts';
import { isByHand } from '../access/by-hand.ts';
import { isSlice } from '../flow/collections.ts';
import { factsAt } from '../flow/dominance.ts';
import { isEmpty } from '../flow/either.ts';
import { isStep, stepsOf, type ContractModel, type Flow, type StepOf } from '../flow/flow.ts';
import { orderOf } from '../flow/order.ts';
import type { Step } from '../flow/steps.ts';
import {
  hasOrigin,
  storageOrigins,
  valuesOf,
  type Comparison,
  type Fact,
  type StorageItem,
  type Value,
} from '../flow/values.ts';
import { isOnly, Type } from '../model/types.ts';
import { believed } from '../numbers/beliefs.ts';
import { Bounds } from '../numbers/bounds.ts';
import { linearOf } from '../numbers/linear.ts';

/** What makes a list in storage longer: everybody, a few chosen accounts, or nobody beyond a limit. */
export interface Growth {
  readonly flow: Flow;
  readonly step: StepOf<'write'>;
  readonly open: boolean;
  /** A few accounts that were chosen do it by hand, and know how much is too much; a contract does it as often as it is used. */
  readonly byHand: boolean;
  /** Something is seen to be added to it; a text that is written anew may also be as long as before. */
  readonly sure: boolean;
}

const LIFECYCLE: ReadonlySet<string> = new Set(['install', 'update', 'constructor']);

/** The put that makes an array longer without a limit, one that everybody may cause if there is one. */
export const growthOf = (contract: ContractModel, item: StorageItem): Growth | undefined =>
  growthBy(contract, item, grows);

/** The write that makes a chain longer of which each entry names the next. */
export const chainGrowthOf = (contract: ContractModel, item: StorageItem): Growth | undefined =>
  growthBy(contract, item, ({ action: { value, how } }) => value?.constant === undefined && how !== 'remove');

function growthBy(
  contract: ContractModel,
  item: StorageItem,
  grows: (step: StepOf<'write'>, flow: Flow) => boolean,
): Growth | undefined {
  const written = contract.flows.flatMap((flow) =>
    LIFECYCLE.has(flow.entry.kind)
      ? []
      : stepsOf(flow, 'write')
          .filter((step) => step.action.item === item && grows(step, flow))
          .map((step) => writtenBy(contract, flow, step)),
  );
  const puts = written.filter(({ capped }) => !capped);
  // Wherever something is added there is a limit: who writes the text anew makes it no longer.
  if (written.some(({ sure }) => sure) && !puts.some(({ sure }) => sure)) return undefined;
  const open = puts.filter((put) => put.open);
  return open.find(({ sure }) => sure) ?? open[0] ?? puts.find(({ byHand }) => !byHand) ?? puts[0];
}

function writtenBy(contract: ContractModel, flow: Flow, step: StepOf<'write'>) {
  const { item } = step.action;
  const open = flow.entry.kind !== 'unreached' && !isByFew(flow, step);
  const sure = !isOnly(item.valueType, Type.str) || isAddedTo(flow, step);
  const capped = isCapped(contract, flow, step, item);
  return { flow, step, open, byHand: !open && isByHand(contract, flow, step), sure, capped };
}

/** Those who run it, or contracts of any kind that they call: that `tx.origin` was asked is told elsewhere (A02). */
const isByFew = (flow: Flow, step: Step): boolean =>
  guardsAt(flow, step).some(
    ({ kind, principal, inverted }) => kind === 'authority' && principal !== 'parameter' && !inverted,
  );

/** A put, a counter that goes up, a list that is stored as text. */
function grows({ action }: StepOf<'write'>, flow: Flow): boolean {
  const { item, value, how } = action;
  if (item.kind === 'ArrayDB') return how === 'put';
  if (value === undefined || value.constant !== undefined || how === 'remove') return false;
  // A text is as long as what it is made of: of what was there before, or of what the caller brings.
  return (
    !isOnly(item.valueType, Type.str) || storageOrigins(value).includes(item) || isListBrought(flow, value)
  );
}

/** What the caller brings may hold a list: a number, an address and a switch hold none. */
const isListBrought = (flow: Flow, value: Value): boolean =>
  hasOrigin(value, 'json') ||
  [...value.origins].some((origin) => origin.kind === 'parameter' && !isSingle(flow, origin.name));

const isSingle = ({ entry }: Flow, name: string): boolean => {
  const annotation = entry.fn.node.parameters.find((parameter) => parameter.name === name)?.annotation;
  return annotation?.kind === 'Name' && SINGLE.has(annotation.id);
};

const SINGLE: ReadonlySet<string> = new Set(['int', 'bool', 'Address']);

/** What is put into an array, what the caller brings, and what a list was made longer for first. */
function isAddedTo(flow: Flow, { id, action: { item, value } }: StepOf<'write'>): boolean {
  if (item.kind === 'ArrayDB' || value === undefined || !storageOrigins(value).includes(item)) return true;
  if (isLonger(value, item)) return true;
  return flow.steps.some((step) => {
    if (step.id > id) return false;
    if (isStep(step, 'platform'))
      return (
        LENGTHENS.has(step.action.name) &&
        step.action.args.some((part) => storageOrigins(part).includes(item))
      );
    return (
      isStep(step, 'arithmetic') &&
      step.action.operator === '+' &&
      storageOrigins(step.action.result).includes(item)
    );
  });
}

const LENGTHENS: ReadonlySet<string> = new Set([
  '.append',
  '.extend',
  '.insert',
  '.add',
  '.update',
  '.setdefault',
]);

/** Whether something is stored anew with its older value and more beside it. */
export const isMadeLonger = ({ flows }: ContractModel, item: StorageItem): boolean =>
  flows.some((flow) =>
    stepsOf(flow, 'write').some(({ action }) => action.item === item && isLonger(action.value, item)),
  );

/** An older value with something beside it. */
export const isLonger = (value: Value | undefined, item: StorageItem): boolean => {
  const items = value?.items ?? [];
  return items.length > 1 && items.some((part) => storageOrigins(part).includes(item) && !isSlice(part));
};

/** The length, or the number that is written, is held against a limit first. */
function isCapped(contract: ContractModel, flow: Flow, step: StepOf<'write'>, item: StorageItem): boolean {
  const facts = factsAt(flow, step);
  const bounds = new Bounds(facts, believed);
  const { value } = step.action;
  if (item.kind !== 'ArrayDB' && value !== undefined && bounds.intervalOf(value).high !== undefined)
    return true;
  if (isOnly(item.valueType, Type.str) && isLimitedText(flow, step, item)) return true;
  if (isRefilled(flow, step, item)) return true;
  const isLength = (length: Value) => length.read?.item === item && length.read.how === 'length';
  return (
    lengthsIn(facts).some((length) => isLength(length) && bounds.intervalOf(length).high !== undefined) ||
    facts.some(
      (fact) =>
        fact.kind === 'compare' &&
        (isLimit(contract, limitOf(fact, isLength)) || isConstantLimit(fact, item)),
    )
  );
}

/** All that was in an array was taken out of it before, and what is put in comes from a list of limited length. */
function isRefilled(flow: Flow, step: StepOf<'write'>, item: StorageItem): boolean {
  const over = step.loops.at(-1)?.over;
  if (over === undefined || !isShort(flow, step, over)) return false;
  return stepsOf(flow, 'write').some(
    ({ id, loops, action }) =>
      id < step.id && action.item === item && action.how === 'pop' && loops.at(-1) !== step.loops.at(-1),
  );
}

/** `len(array) + 1 <= 50`: a length and a number beside it are held against a number. */
function isConstantLimit(comparison: Comparison, item: StorageItem): boolean {
  const order = orderOf(comparison);
  if (order === undefined) return false;
  const [term, ...others] = linearOf(order.less).terms.values();
  return (
    linearOf(order.more).terms.size === 0 &&
    others.length === 0 &&
    term !== undefined &&
    term.factor > 0n &&
    term.value.read?.item === item &&
    term.value.read.how === 'length'
  );
}

/** What a length is smaller than. */
function limitOf(comparison: Comparison, isLength: (value: Value) => boolean): Value | undefined {
  const order = orderOf(comparison);
  return order !== undefined && isLength(order.less) ? order.more : undefined;
}

/** A number in storage that only chosen accounts set: they know how much is too much. */
function isLimit({ flows }: ContractModel, limit: Value | undefined): boolean {
  const { read } = limit ?? {};
  if (read?.how !== 'get' || read.item.kind !== 'VarDB') return false;
  return !flows.some(
    (flow) =>
      !LIFECYCLE.has(flow.entry.kind) &&
      stepsOf(flow, 'write').some((step) => step.action.item === read.item && !isByFew(flow, step)),
  );
}

const lengthsIn = (facts: readonly Fact[]): Value[] =>
  facts.flatMap(valuesOf).filter(({ read, shape }) => read?.how === 'length' || shape.startsWith('len '));

/** Whether a list that came from outside was held against a limit: its own length, or that of what it was made from. */
export function isShort(flow: Flow, step: Step, list: Value): boolean {
  const facts = factsAt(flow, step);
  const bounds = new Bounds(facts, believed);
  return lengthsIn(facts).some(
    (length) => isAbout(length, list) && bounds.intervalOf(length).high !== undefined,
  );
}

/** Whether the length of what is made from a place in storage was held against a limit. */
export function isLimitedText(flow: Flow, step: Step, item: StorageItem): boolean {
  const facts = factsAt(flow, step);
  const bounds = new Bounds(facts, believed);
  const isOfItem = (length: Value) =>
    [...length.origins].some((origin) => origin.kind === 'storage' && origin.item === item);
  return lengthsIn(facts).some((length) => isOfItem(length) && bounds.intervalOf(length).high !== undefined);
}

function isAbout(length: Value, list: Value): boolean {
  if (length.shape === `len ${list.shape}`) return true;
  return [...length.origins].some(
    (origin) =>
      list.origins.has(origin) &&
      (origin.kind === 'parameter' || origin.kind === 'call' || origin.kind === 'storage'),
  );
}

/** Whether a list was cut to a part, in whatever turn of a loop: what comes out is as long as the cut. */
export const isCut = ({ node, choices }: Value): boolean =>
  (node.kind === 'Subscript' && node.index.kind === 'Slice' && node.index.upper !== undefined) ||
  (choices !== undefined &&
    choices.some(({ value }) => isCut(value)) &&
    choices.every(({ value }) => isCut(value) || isEmpty(value)));

export const comesFromCaller = (value: Value): boolean => hasOrigin(value, 'parameter', 'json');
