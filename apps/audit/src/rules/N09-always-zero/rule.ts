import { defineRule, type Report } from '../../catalogue/rule.ts';
import { judgedFlows } from '../../domain/flow/every-flow.ts';
import { factsAt } from '../../domain/flow/dominance.ts';
import { isStep, type Flow } from '../../domain/flow/flow.ts';
import type { Step } from '../../domain/flow/steps.ts';
import { sourceOf, type Arithmetic, type Value } from '../../domain/flow/values.ts';
import { believed } from '../../domain/numbers/beliefs.ts';
import { Bounds } from '../../domain/numbers/bounds.ts';
import { nameOf } from '../../domain/numbers/naming.ts';
import type { Interval } from '../../domain/numbers/interval.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'N09',
  name: 'always-zero',
  severity: 'medium',
  confidence: 'high',
  checklist: [],
  words,
  check({ contracts, judgedLoose }, report) {
    const told = new Set<string>();
    for (const flow of judgedFlows({ contracts, judgedLoose })) {
      for (const step of flow.steps) {
        const place = `${step.module.path}:${step.node.start}`;
        const quotient = quotientOf(step);
        if (quotient === undefined || told.has(place)) continue;
        if (checkQuotient(flow, step, quotient, report)) told.add(place);
      }
    }
  },
});

/** `a // b`, or `int(a / b)`. */
function quotientOf(step: Step): Arithmetic | undefined {
  if (isStep(step, 'arithmetic')) return step.action.operator === '//' ? step.action : undefined;
  if (!isStep(step, 'platform') || step.action.name !== 'int') return undefined;
  const made = step.action.args[0]?.made;
  return made?.operator === '/' ? made : undefined;
}

function checkQuotient(flow: Flow, step: Step, { left, right }: Arithmetic, report: Report): boolean {
  const expression = sourceOf(step.module, step.node);
  const bounds = new Bounds(factsAt(flow, step), believed);
  const isRemainder = left.made?.operator === '%' && left.made.right.shape === right.shape;
  if (isRemainder && bounds.isAtLeast(right, 0n))
    report(step, words.says.remainder, { expression, divisor: nameOf(flow, step, right) });
  else {
    const [numerator, divisor] = [bounds.intervalOf(left), wholeOf(step, right) ?? bounds.intervalOf(right)];
    const { low, high } = numerator;
    if (
      low === undefined ||
      low < 0n ||
      high === undefined ||
      high === 0n ||
      divisor.low === undefined ||
      divisor.low <= high
    )
      return false;
    if (left.constant !== undefined) report(step, words.says.constant, { expression });
    else
      report(step, words.says.range, {
        expression,
        numerator: nameOf(flow, step, left),
        highest: Number(high),
      });
  }
  return true;
}

const WHOLE = /^(\d{1,40})(?:\.0*)?(?:[eE]\+?(\d\d?))?$/;

/** `100000.0` and `1e5` are whole numbers, too. */
function wholeOf({ module }: Step, { node }: Value): Interval | undefined {
  if (node.kind !== 'Number' || node.form !== 'float') return undefined;
  const [, digits, zeros = '0'] = WHOLE.exec(module.text.slice(node.start, node.end)) ?? [];
  if (digits === undefined) return undefined;
  const whole = BigInt(digits) * 10n ** BigInt(zeros);
  return { low: whole, high: whole };
}
