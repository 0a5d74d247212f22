import { argumentsOf } from '../../domain/flow/arguments.ts';
import { defineRule, type Detail, type Report } from '../../catalogue/rule.ts';
import { judgedFlows } from '../../domain/flow/every-flow.ts';
import { canReach, isStep, stepsOf, type Flow, type StepOf } from '../../domain/flow/flow.ts';
import type { Step } from '../../domain/flow/steps.ts';
import { isWithin } from '../../domain/flow/uses.ts';
import { hasOrigin, sourceOf, type Comparison, type Fact, type Value } from '../../domain/flow/values.ts';
import { dotted } from '../../domain/model/dotted.ts';
import type { Found, TreeFacts } from '../../domain/model/tree-facts.ts';
import { isOnly, Type } from '../../domain/model/types.ts';
import type { Place } from '../../domain/python/tree.ts';
import { isExact } from '../../domain/numbers/exact-floats.ts';
import { usedIn } from '../../domain/numbers/reached.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'N01',
  name: 'float-value',
  severity: 'high',
  confidence: 'high',
  checklist: [],
  words,
  check({ contracts, judgedLoose, facts }, report) {
    const flows = judgedFlows({ contracts, judgedLoose });
    const told = new Set<string>();
    for (const flow of [...flows.filter(changesState), ...flows.filter((each) => !changesState(each))]) {
      for (const entrance of [...computed(flow), ...compared(flow, facts)])
        tell(flow, entrance, { facts, told }, report);
    }
  },
});

const changesState = ({ entry }: Flow): boolean => entry.kind !== 'readonly' && entry.kind !== 'unreached';

/** Where a float comes into a computation. */
interface Entrance {
  readonly at: Pick<Step, 'module' | 'node'>;
  readonly step: Step;
  readonly literal: string | undefined;
  readonly kind: 'division' | 'literal' | 'conversion';
}

function tell(
  flow: Flow,
  { at, step, kind, literal }: Entrance,
  { facts, told }: { readonly facts: TreeFacts; readonly told: Set<string> },
  report: Report,
): void {
  // Of several in one line the first is told.
  const key = `${at.module.path}:${at.module.lines.positionOf(at.node.start).line}`;
  if (told.has(key)) return;
  told.add(key);
  const sink =
    kind === 'literal' && step.action.kind === 'way'
      ? step
      : flow.steps.find((each) => each.id > step.id && isSink(each));
  const expression = at.module.text.slice(at.node.start, at.node.end).replace(/\s+/g, ' ').slice(0, 80);
  const reaches = sink === undefined ? `return (${flow.entry.fn.name})` : sourceOf(sink.module, sink.node);
  const given = { expression, reaches, literal: literal ?? '' };
  if (sink === undefined && isUnused(flow, step)) {
    report(at, words.says.unused, given, ONLY_SAID);
    return;
  }
  report(
    at,
    words.says[kind],
    given,
    textOf(facts, at) ?? (endsInRevert(step) ? ONLY_SAID : weight(flow, sink)),
  );
}

/** Nothing that happens further on has anything to do with it: it stays in a variable. */
const isUnused = (flow: Flow, { id }: Step): boolean =>
  !flow.steps.some((step) => step.id >= id && usedIn(flow, step).some(isFloat));

/** What is only said, or not even that, harms nothing: a message to whoever calls, or to whoever reads the log. */
function textOf(facts: TreeFacts, { node }: Entrance['at']): Detail | undefined {
  const place = facts.find(node);
  if (!isWithin(place, 'FString')) return undefined;
  if (isWithin(place, 'Assign')) return { severity: 'medium', confidence: 'low' };
  return isMessage(place) ? ONLY_SAID : undefined;
}

/** Whatever is computed here, nothing comes of the transaction. */
const endsInRevert = (step: Step): boolean =>
  canReach(step, ({ action }) => action.kind === 'exit') === undefined;

const ONLY_SAID: Detail = { severity: 'info' };

const isMessage = (place: Found | undefined): boolean =>
  place !== undefined &&
  ((place.node.kind === 'Call' && MESSAGES.test(dotted(place.node.callee) ?? '')) ||
    place.node.kind === 'Raise' ||
    isMessage(place.parent));

const MESSAGES = /^(?:self\.)?revert$|^Logger\.|^print$/;

/** What a query only shows harms no state. */
function weight(flow: Flow, sink: Step | undefined): Detail {
  if (!changesState(flow))
    return { severity: 'medium', confidence: sink?.action.kind === 'way' ? 'medium' : 'low' };
  return sink === undefined ? { severity: 'medium', confidence: 'medium' } : {};
}

function isSink({ action }: Step): boolean {
  if (action.kind === 'way')
    return action.facts.flatMap(comparisonsOf).some(({ left, right }) => isFloat(left) || isFloat(right));
  if (action.kind === 'write') return isFloat(action.value);
  if (action.kind === 'transfer') return isFloat(action.amount);
  if (action.kind !== 'event' && action.kind !== 'external') return false;
  return argumentsOf(action).some(isFloat);
}

const isFloat = (value: Value | undefined): boolean => hasOrigin(value, 'float');

// --- Entrances -------------------------------------------------------------------------------------------------------------------

function computed(flow: Flow): Entrance[] {
  const converted = new Set(
    stepsOf(flow, 'platform').flatMap(({ action }) => (action.name === 'float' ? [action.result] : [])),
  );
  return flow.steps.flatMap((step): Entrance[] => {
    if (isStep(step, 'platform') && step.action.name === 'float')
      return [{ at: step, step, literal: undefined, kind: 'conversion' }];
    return isStep(step, 'arithmetic') && !isExact(flow, step) ? ofArithmetic(step, converted) : [];
  });
}

function ofArithmetic(step: StepOf<'arithmetic'>, converted: ReadonlySet<Value>): Entrance[] {
  const { left, right, operator } = step.action;
  const written = [left, right].find(
    (side) => isWritten(side) && !converted.has(side) && !isPartOf(side, step.node),
  );
  if (written !== undefined)
    return [{ at: step, step, literal: sourceOf(step.module, written.node), kind: 'literal' }];
  if (operator !== '/' || isOnly(left.types, Type.float) || isOnly(right.types, Type.float)) return [];
  return [{ at: step, step, literal: undefined, kind: 'division' }];
}

/** Computed in the same expression: told where that is. */
const isPartOf = ({ made, node }: Value, around: Place): boolean =>
  made !== undefined && node.start >= around.start && node.end <= around.end;

/** A float in the source, a constant that is one, or one of a table of them: it depends on nothing else. */
const isWritten = ({ types, origins, choices }: Value, depth = 0): boolean =>
  isOnly(types, Type.float) &&
  ([...origins].every(({ kind }) => kind === 'float') ||
    (depth < 4 && choices?.every(({ value }) => isWritten(value, depth + 1)) === true));

function compared(flow: Flow, facts: TreeFacts): Entrance[] {
  const results = new Set(stepsOf(flow, 'arithmetic').map(({ action }) => action.result.shape));
  return stepsOf(flow, 'way').flatMap((step) =>
    step.action.facts.flatMap(comparisonsOf).flatMap((comparison): Entrance[] => {
      const literal = [comparison.left, comparison.right].find(
        (side) => isWritten(side) && !results.has(side.shape),
      );
      const at = facts.find(comparison.node);
      return literal === undefined || at === undefined
        ? []
        : [{ at, step, literal: sourceOf(at.module, literal.node), kind: 'literal' }];
    }),
  );
}

function comparisonsOf(fact: Fact): Comparison[] {
  if (fact.kind === 'compare') return [fact];
  return fact.kind === 'one of' ? fact.choices.flatMap((choice) => choice.flatMap(comparisonsOf)) : [];
}
