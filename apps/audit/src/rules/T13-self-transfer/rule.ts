import { defineRule, type Report, type Where } from '../../catalogue/rule.ts';
import { siteIn } from '../../domain/access/site.ts';
import { judgedFlows } from '../../domain/flow/every-flow.ts';
import { areOtherFields } from '../../domain/flow/fields.ts';
import { factsAt } from '../../domain/flow/dominance.ts';
import { stepsAfter, stepsBefore, stepsOf, type Flow, type StepOf } from '../../domain/flow/flow.ts';
import type { Frame } from '../../domain/flow/steps.ts';
import { spellingOf } from '../../domain/flow/spelling.ts';
import { factLeaves } from '../../domain/flow/uses.ts';
import { hasOrigin, type StorageRead, type Value } from '../../domain/flow/values.ts';
import { recordChanges, type RecordChange } from '../../domain/storage/records.ts';
import type { Subject } from '../../domain/model/subject.ts';
import { words } from './words.ts';

type Write = StepOf<'write'>;

export const rule = defineRule({
  id: 'T13',
  name: 'self-transfer',
  severity: 'high',
  confidence: 'high',
  checklist: [],
  words,
  check(subject, report) {
    for (const flow of judgedFlows(subject)) {
      const writes = stepsOf(flow, 'write').filter(isOfAccount);
      for (const second of writes) {
        const first = firstBefore(flow, writes, second);
        if (first !== undefined) tell(first, second, subject, report);
      }
      checkRecords(flow, subject, report);
    }
  },
});

/** Kept under a key: in a DictDB, or in a VarDB whose name is made of one, as objects that stand for an account open it. */
const isOfAccount = ({ action: { item, keys } }: Write): boolean =>
  item.kind === 'DictDB' || (item.kind === 'VarDB' && keys.length > 0);

function tell(first: Write, second: Write, { facts }: Subject, report: Report): void {
  const place = differingKey(first, second) ?? 0;
  const key = (step: Write) => {
    const value = step.action.keys[place];
    return value === undefined ? '?' : spellingOf(facts, value, step.module);
  };
  report(placeOf(first, second), words.says.stale, {
    item: second.action.item.name,
    first: key(first),
    second: key(second),
  });
}

/** A record that is written as it was read, with a change of its own, over what another record's change has left there. */
function checkRecords(flow: Flow, { facts }: Subject, report: Report): void {
  const changes = recordChanges(flow);
  for (const second of changes) {
    const first = changes.find((change) => isPutBack(flow, change, second));
    if (first === undefined) continue;
    const [one, other] = [first, second].map(({ read, write }) => keyOf(write) ?? keyOf(read));
    if (one === undefined || other === undefined) continue;
    report(siteIn(commonFrame(first.write, second.write), second.write), words.says.stale, {
      item: second.write.action.item.name,
      first: spellingOf(facts, one, first.write.module),
      second: spellingOf(facts, other, second.write.module),
    });
  }
}

const keyOf = ({ action }: StepOf<'read'> | Write): Value | undefined => action.keys.at(-1);

function isPutBack(flow: Flow, first: RecordChange, second: RecordChange): boolean {
  const { item } = second.write.action;
  if (first.write.action.item !== item || first.write.id >= second.write.id) return false;
  if (first.write.id < second.read.id || !stepsBefore(second.write).has(first.write)) return false;
  const [one, other] = [keyOf(first.read), keyOf(second.read)];
  if (one === undefined || other === undefined || one.shape === other.shape) return false;
  if (one.origins.size === 0 || other.origins.size === 0) return false;
  return (
    !isFactOf(flow, second.write, [one.shape, other.shape]) &&
    !isFactOf(
      flow,
      second.write,
      [first.write, second.write].map((write) => keyOf(write)?.shape),
    )
  );
}

/** The innermost call that is running in both. */
function commonFrame(first: Write, second: Write): Frame {
  const around = new Set<Frame>();
  for (let each: Frame | undefined = first.frame; each !== undefined; each = each.caller) around.add(each);
  let frame = second.frame;
  while (!around.has(frame) && frame.caller !== undefined) frame = frame.caller;
  return frame;
}

/** The second write; where a helper does both, the call of it that the second one came from. */
function placeOf(first: Write, second: Write): Where {
  const places = callsOf(second);
  const others = callsOf(first);
  return places.find((place, index) => place.node !== others[index]?.node) ?? second;
}

/** A step, the call of the function that it stands in, the call of that one's caller, and so on. */
function callsOf(step: Write): Where[] {
  const calls: Where[] = [step];
  for (let frame: Frame | undefined = step.frame; frame?.call !== undefined; frame = frame.caller)
    calls.push(frame.call);
  return calls;
}

/** The first write whose change the second one puts back, should both keys be equal. */
function firstBefore(flow: Flow, writes: readonly Write[], second: Write): Write | undefined {
  const read = operandsOf(second.action.value).find((operand) => isOf(operand.read, second));
  if (read === undefined) return undefined;
  const taken = stepsOf(flow, 'read').find(({ action }) => action.value === read);
  if (taken === undefined) return undefined;
  const between = writes.filter(
    (first) => first.id >= taken.id && first.id < second.id && isAlike(first, second),
  );
  if (between.length === 0) return undefined;
  const [before, after] = [stepsBefore(second), stepsAfter(taken)];
  return between.find((first) => before.has(first) && after.has(first) && !areToldApart(flow, first, second));
}

const isAlike = (first: Write, second: Write): boolean =>
  first.action.item === second.action.item &&
  differingKey(first, second) !== undefined &&
  (isChange(first) || isMovedOver(first, second));

/** Emptied, and what was there goes into the other: `cards[a] + cards[b]`. */
const isMovedOver = (first: Write, second: Write): boolean =>
  (first.action.value === undefined || first.action.value.constant === 0n) &&
  operandsOf(second.action.value).some(({ read }) => isOf(read, first));

const isChange = (write: Write): boolean =>
  operandsOf(write.action.value).some(({ read }) => isOf(read, write));

const isOf = (read: StorageRead | undefined, { action }: Write): boolean =>
  read?.item === action.item &&
  read.keys.length === action.keys.length &&
  read.keys.every((key, place) => key.shape === action.keys[place]?.shape);

/** All that a sum or difference is made of. */
function operandsOf(value: Value | undefined): Value[] {
  const made = value?.made;
  if (value === undefined || made === undefined) return [];
  return [made.left, made.right].flatMap((operand) => [operand, ...operandsOf(operand)]);
}

/** The one key in which two writes differ, if what it is in each may be the same. */
function differingKey(first: Write, second: Write): number | undefined {
  const places = first.action.keys.flatMap((key, place) =>
    key.shape === second.action.keys[place]?.shape ? [] : [place],
  );
  const [only] = places;
  if (only === undefined || places.length > 1) return undefined;
  const keys = [first.action.keys[only], second.action.keys[only]];
  return keys.every((key) => key !== undefined && key.origins.size > 0 && !hasOrigin(key, 'own address'))
    ? only
    : undefined;
}

function areToldApart(flow: Flow, first: Write, second: Write): boolean {
  const place = differingKey(first, second) ?? 0;
  if (areOtherFields(first.action.keys, second.action.keys)) return true;
  return isFactOf(flow, second, [first.action.keys[place]?.shape, second.action.keys[place]?.shape]);
}

/** That two things differ was asked before, of them, of what they are made of, or of what is kept under them. */
const isFactOf = (flow: Flow, step: Write, [one, other]: readonly (string | undefined)[]): boolean =>
  one !== undefined &&
  other !== undefined &&
  factsAt(flow, step)
    .flatMap(factLeaves)
    .some(
      (fact) =>
        fact.kind === 'compare' &&
        fact.operator === '!=' &&
        (areAlike([fact.left.shape, fact.right.shape], [one, other]) ||
          areAlike([fact.right.shape, fact.left.shape], [one, other])),
    );

/** `a` and `b`, `str(a)` and `str(b)`, `owner[a]` and `owner[b]`: where two of these differ, the others do as well. */
const areAlike = (asked: readonly [string, string], keys: readonly [string, string]): boolean =>
  keys[0].replaceAll(asked[0], () => asked[1]) === keys[1] ||
  asked[0].replaceAll(keys[0], () => keys[1]) === asked[1];
