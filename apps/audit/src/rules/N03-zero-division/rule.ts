import { defineRule, type Detail, type Report } from '../../catalogue/rule.ts';
import { factsAt } from '../../domain/flow/dominance.ts';
import { stepsOf, type ContractModel, type Flow, type StepOf } from '../../domain/flow/flow.ts';
import type { Step } from '../../domain/flow/steps.ts';
import { hasOrigin, storageOrigins, type Value } from '../../domain/flow/values.ts';
import { isOnly, Type } from '../../domain/model/types.ts';
import { Bounds } from '../../domain/numbers/bounds.ts';
import { isCountedUp } from '../../domain/numbers/counted.ts';
import { summandsOf } from '../../domain/numbers/divisions.ts';
import { isFieldOfThing } from '../../domain/numbers/fields-of-things.ts';
import { nameOf } from '../../domain/numbers/naming.ts';
import { isCountOfPieces } from '../../domain/numbers/pieces.ts';
import { inContract } from '../../domain/numbers/stored.ts';
import { isTotalOfSome } from '../../domain/numbers/totals.ts';
import { isLengthOfWalked } from '../../domain/numbers/walked.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'N03',
  name: 'zero-division',
  severity: 'medium',
  confidence: 'high',
  checklist: [],
  words,
  check({ contracts }, report) {
    for (const contract of contracts) {
      const told = new Set<string>();
      for (const flow of contract.judged)
        if (flow.entry.kind !== 'unreached') checkFlow(contract, flow, told, report);
    }
  },
});

const DIVISIONS: ReadonlySet<string> = new Set(['//', '/', '%']);

function checkFlow(contract: ContractModel, flow: Flow, told: Set<string>, report: Report): void {
  for (const step of stepsOf(flow, 'arithmetic')) {
    const { operator, left, right } = step.action;
    const place = `${step.module.path}:${step.node.start}`;
    if (!DIVISIONS.has(operator) || right.constant !== undefined || isText(left) || told.has(place)) continue;
    const bounds = new Bounds(factsAt(flow, step), inContract(contract));
    if (!mayBeZero(bounds, right) || isKnownCount(flow, step, right) || wasTested(contract, flow, right))
      continue;
    if (isTotalOfSome(contract, flow, step, right, bounds) || isFieldOfThing(contract, flow, step, right))
      continue;
    if (tell(flow, step, report)) told.add(place);
  }
}

/** A count that comes to one at least, whatever is counted. */
const isKnownCount = (flow: Flow, step: Step, divisor: Value): boolean =>
  isCountedUp(flow, divisor) || isCountOfPieces(flow, divisor) || isLengthOfWalked(flow, step, divisor);

const isText = ({ types }: Value): boolean => isOnly(types, Type.str | Type.bytes);

/** Of what it may be, what was computed on the way is not looked into: Newton's steps never come to zero. */
function mayBeZero(bounds: Bounds, divisor: Value): boolean {
  if (bounds.isNotZero(divisor) || hasSummand(bounds, divisor)) return false;
  if (divisor.choices === undefined) return true;
  return divisor.choices.some(
    (choice) => choice.value.made === undefined && mayBeZero(bounds.onWay(choice), choice.value),
  );
}

/** Amounts that are added up hardly cancel each other out: of `debt + fees`, it is enough that there is a debt. */
const hasSummand = (bounds: Bounds, divisor: Value): boolean =>
  divisor.made?.operator === '+' &&
  summandsOf(divisor).some((each) => each.constant === undefined && bounds.isNotZero(each));

/** A number that was read only where it was known not to be zero is none later either, whichever ways have met since. */
function wasTested(contract: ContractModel, flow: Flow, divisor: Value): boolean {
  const reads = divisor.read === undefined ? [] : stepsOf(flow, 'read').filter(isAt(divisor));
  return (
    reads.length > 0 &&
    reads.every((read) => new Bounds(factsAt(flow, read), inContract(contract)).isNotZero(divisor))
  );
}

const isAt =
  ({ node }: Value) =>
  (step: StepOf<'read'>): boolean =>
    step.node === node;

/** In the turns of a loop, a sum of written numbers, of which another contract says only how many: `sum(SHARES[:len(answer)])`. */
const isCountedOut = ({ loops }: Step, divisor: Value): boolean => loops.length > 0 && !isAnswered(divisor);

/** Whether an answer itself is in the number, and not only how many are taken. */
function isAnswered(value: Value, depth = 0): boolean {
  const { choices, made, reference, items, element } = value;
  if (!hasOrigin(value, 'call') || depth > MOST_NESTED) return hasOrigin(value, 'call');
  if (choices !== undefined) return choices.some((choice) => isAnswered(choice.value, depth + 1));
  if (made !== undefined) return isAnswered(made.left, depth + 1) || isAnswered(made.right, depth + 1);
  if (reference?.kind === 'builtin' && reference.name === 'sum' && items?.length === 1)
    return isAnswered(items[0]?.element ?? value, depth + 1);
  return element === undefined || isAnswered(element, depth + 1);
}

/** Sums within sums that are looked into. */
const MOST_NESTED = 8;

function tell(flow: Flow, step: StepOf<'arithmetic'>, report: Report): boolean {
  const divisor = step.action.right;
  const given = { divisor: nameOf(flow, step, divisor) };
  const [item] = storageOrigins(divisor);
  const call = [...divisor.origins].flatMap((origin) => (origin.kind === 'call' ? [origin.method] : []))[0];
  const entry = flow.entry.fn.name;
  // Where a float comes to nothing is not worked out, and it has no place in a contract anyway (N01).
  const isFloat: Detail | undefined = hasOrigin(divisor, 'float')
    ? { severity: 'info', confidence: 'low' }
    : undefined;
  // Whoever asks a query with a zero only learns that it fails.
  const isAsked = isFloat ?? { confidence: flow.entry.kind === 'readonly' ? 'medium' : 'high' };
  const isRead = isFloat ?? { confidence: divisor.read?.item.kind === 'VarDB' ? 'high' : 'medium' };
  if (divisor.read?.how === 'length' || divisor.shape.startsWith('len '))
    report(step, words.says.length, given);
  else if (hasOrigin(divisor, 'parameter')) report(step, words.says.parameter, { ...given, entry }, isAsked);
  else if (item !== undefined) report(step, words.says.state, { ...given, item: item.name }, isRead);
  else if (call !== undefined && !isCountedOut(step, divisor))
    report(step, words.says.answer, { ...given, call }, { confidence: 'medium' });
  else return false;
  return true;
}
