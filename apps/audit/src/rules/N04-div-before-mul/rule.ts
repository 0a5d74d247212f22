import { defineRule, type Detail, type Report } from '../../catalogue/rule.ts';
import { judgedFlows } from '../../domain/flow/every-flow.ts';
import { stepsOf, type Flow, type StepOf } from '../../domain/flow/flow.ts';
import { isWithin } from '../../domain/flow/uses.ts';
import type { Step } from '../../domain/flow/steps.ts';
import { sourceOf, type Value } from '../../domain/flow/values.ts';
import { isOfUnseenTable } from '../../domain/model/unseen-table.ts';
import { isOnly, Type } from '../../domain/model/types.ts';
import { factorsOf, isWithoutRest, madeBy, quotientIn, summandsOf } from '../../domain/numbers/divisions.ts';
import type { Place } from '../../domain/python/tree.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'N04',
  name: 'div-before-mul',
  severity: 'medium',
  confidence: 'high',
  checklist: [],
  words,
  check({ contracts, judgedLoose, facts, program }, report) {
    const told = new Set<string>();
    for (const flow of judgedFlows({ contracts, judgedLoose })) {
      for (const step of stepsOf(flow, 'arithmetic')) {
        const place = `${step.module.path}:${step.node.start}`;
        if (step.action.operator !== '*' || told.has(place)) continue;
        // `data[size * i : size * (i + 1)]` cuts whole pieces out, and the size is their number of bytes.
        if (isWithin(facts.find(step.node), 'Slice')) continue;
        const cut = cutIn(flow, step);
        if (cut === undefined) continue;
        told.add(place);
        const isUnseen = isOfUnseenTable(program, facts, (cut.quotient.made?.left ?? cut.quotient).node);
        tell(flow, step, cut, report, isUnseen ? { confidence: 'low' } : {});
      }
    }
  },
});

/** What is rounded and then multiplied: a factor, and the quotient in it. */
interface Cut {
  readonly side: Value;
  readonly quotient: Value;
}

function cutIn(flow: Flow, step: StepOf<'arithmetic'>): Cut | undefined {
  const { left, right } = step.action;
  for (const [side, other] of [
    [left, right],
    [right, left],
  ] as const) {
    const quotient = quotientIn(side);
    const isExpected =
      quotient === undefined ? !isRoundedHere(flow, step, side, other) : isMeant(flow, step, quotient, other);
    if (!isExpected) return { side, quotient: quotient ?? side };
  }
  return undefined;
}

/** `amount * (25 // 10)`, in one line: what is written out is two and not two and a half. */
const isRoundedHere = (flow: Flow, { node }: Step, side: Value, other: Value): boolean =>
  other.constant === undefined &&
  side.node.kind === 'BinaryOperation' &&
  node.start <= side.node.start &&
  side.node.end <= node.end &&
  stepsOf(flow, 'arithmetic').some(({ action }) => action.operator === '//' && action.result === side);

/** Rounding down to a multiple, and numbers with a fixed scale that is divided out again later. */
function isMeant(flow: Flow, step: StepOf<'arithmetic'>, { made }: Value, other: Value): boolean {
  if (made === undefined || isWithoutRest(made)) return true;
  const divisor = made.right;
  if (factorsOf(other).some((factor) => isSame(factor, divisor))) return true;
  // A quotient of constants, or by a power of the unit, is exact or meant.
  if (other.constant === -1n || other.constant === 1n || isOnly(other.types, Type.bool)) return true;
  const isScaled =
    isScale(divisor) ||
    summandsOf(made.left)
      .flatMap((part) => factorsOf(part))
      .some(isUnit);
  return isScaled && isDividedLater(flow, step);
}

const isUnit = ({ constant }: Value): boolean => typeof constant === 'bigint' && constant > 1n;

/** The product of two numbers of a fixed scale is brought back to it. */
const isScale = ({ constant }: Value): boolean =>
  typeof constant === 'bigint' && /^10{6,}$/.test(constant.toString());

const isSame = (left: Value, right: Value): boolean =>
  left.shape === right.shape || (left.constant !== undefined && left.constant === right.constant);

/** Whether the product is the dividend of a later division. */
function isDividedLater(flow: Flow, { action, id }: StepOf<'arithmetic'>): boolean {
  return stepsOf(flow, 'arithmetic').some(
    (later) =>
      later.id > id && later.action.operator === '//' && contains(later.action.left, action.result.shape),
  );
}

function contains(value: Value, shape: string, depth = 0): boolean {
  if (value.shape === shape) return true;
  if (depth > 6 || value.made === undefined)
    return (value.choices ?? []).some((choice) => depth < 4 && contains(choice.value, shape, depth + 1));
  return contains(value.made.left, shape, depth + 1) || contains(value.made.right, shape, depth + 1);
}

function tell(
  flow: Flow,
  step: StepOf<'arithmetic'>,
  { side, quotient }: Cut,
  report: Report,
  detail: Detail,
): void {
  const expression = sourceOf(step.module, step.node);
  const division = madeBy(flow, quotient);
  const { node } = step;
  const direct =
    node.kind === 'BinaryOperation' &&
    side === quotient &&
    division?.module === step.module &&
    node.start <= quotient.node.start &&
    quotient.node.end <= node.end;
  if (direct && quotient.node.kind === 'BinaryOperation') {
    const [by, factor] = [quotient.node, quotient.node.start - node.start <= 1 ? node.right : node.left];
    const text = (part: Place) => step.module.text.slice(part.start, part.end);
    const better = `${text(by.left)} * ${text(factor)} // ${text(by.right)}`;
    report(step, words.says.direct, { expression, better }, detail);
    return;
  }
  const module = division?.module ?? step.module;
  const { line } = module.lines.positionOf(quotient.node.start);
  report(step, words.says.steps, { expression, division: sourceOf(module, quotient.node), line }, detail);
}
