import { defineRule, type Report } from '../../catalogue/rule.ts';
import { judgedFlows } from '../../domain/flow/every-flow.ts';
import { stepsOf, type Flow, type StepOf } from '../../domain/flow/flow.ts';
import { sourceOf, type Value } from '../../domain/flow/values.ts';
import { Bounds } from '../../domain/numbers/bounds.ts';
import { isSmallQuotient } from '../../domain/numbers/exact-floats.ts';
import { believed } from '../../domain/numbers/beliefs.ts';
import { factsAt } from '../../domain/flow/dominance.ts';
import type { Expression } from '../../domain/python/tree.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'N02',
  name: 'int-of-division',
  severity: 'medium',
  confidence: 'high',
  checklist: [],
  words,
  check({ contracts, judgedLoose }, report) {
    const told = new Set<string>();
    for (const flow of judgedFlows({ contracts, judgedLoose })) {
      for (const step of stepsOf(flow, 'platform')) {
        const place = `${step.module.path}:${step.node.start}`;
        if (step.action.name !== 'int' || told.has(place)) continue;
        if (checkInt(flow, step, report)) told.add(place);
      }
    }
  },
});

function checkInt(flow: Flow, step: StepOf<'platform'>, report: Report): boolean {
  const [cut] = step.action.args;
  const division = cut === undefined ? undefined : divisionIn(cut);
  if (cut === undefined || division?.made === undefined) return false;
  const made = stepsOf(flow, 'arithmetic').find(({ action }) => action.result === division);
  if (division === cut && made !== undefined && isSmallQuotient(flow, made)) return false;
  const expression = sourceOf(step.module, step.node);
  const written = argumentOf(step);
  if (division !== cut || written === undefined) {
    report(step, words.says.steps, {
      expression,
      division: sourceOf(made?.module ?? step.module, division.node),
    });
    return true;
  }
  const better = `${bracketed(step, written.left)} // ${bracketed(step, written.right, true)}`;
  const bounds = new Bounds(factsAt(flow, step), believed);
  const safe = bounds.isAtLeast(division.made.left, 0n) && bounds.isAtLeast(division.made.right, 0n);
  const replaced = needsBrackets(step) ? `(${better})` : better;
  report(
    step,
    words.says.direct,
    { expression, better },
    { fix: { safe, edits: [{ start: step.node.start, end: step.node.end, text: replaced }] } },
  );
  return true;
}

/** A side of the division, in brackets where it binds looser; those of the source do not belong to it. */
function bracketed({ module }: StepOf<'platform'>, side: Expression, isDivisor = false): string {
  // `// 1000000.0` would give a float again.
  const text = module.text.slice(side.start, side.end).replace(/^(\d+)\.0*$/, '$1');
  if (LOOSE.has(side.kind)) return `(${text})`;
  const binds = side.kind === 'BinaryOperation' && LOWER.has(side.operator);
  const isTight = side.kind === 'BinaryOperation' && isDivisor && side.operator !== '**';
  return binds || isTight ? `(${text})` : text;
}

const LOWER: ReadonlySet<string> = new Set(['+', '-', '<<', '>>', '&', '|', '^']);

const LOOSE: ReadonlySet<string> = new Set(['Conditional', 'BooleanOperation', 'Compare', 'Lambda']);

/** The division that is written as the argument itself. */
function argumentOf({ node }: StepOf<'platform'>) {
  if (node.kind !== 'Call') return undefined;
  const [argument] = node.args;
  return argument?.kind === 'BinaryOperation' && argument.operator === '/' ? argument : undefined;
}

/** `int(a / b) * c` is not `a // b * c` where something binds tighter; brackets around it never hurt. */
const needsBrackets = ({ module, node }: StepOf<'platform'>): boolean =>
  /[-+*/%&|^<>~]\s*$/.test(module.text.slice(0, node.start)) ||
  /^\s*[-+*/%&|^<>]/.test(module.text.slice(node.end));

/** A float division in what is cut, through sums and products. */
function divisionIn(value: Value, depth = 0): Value | undefined {
  const { made, choices } = value;
  if (made?.operator === '/') return value;
  if (depth > 6) return undefined;
  const inner = made === undefined ? (choices ?? []).map((choice) => choice.value) : [made.left, made.right];
  return inner.map((each) => divisionIn(each, depth + 1)).find((found) => found !== undefined);
}
