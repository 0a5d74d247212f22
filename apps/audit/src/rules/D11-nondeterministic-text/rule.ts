import { siteIn } from '../../domain/access/site.ts';
import { argumentsOf } from '../../domain/flow/arguments.ts';
import { defineRule, type Detail, type Report } from '../../catalogue/rule.ts';
import { judgedFlows } from '../../domain/flow/every-flow.ts';
import { isStep, stepsOf, type Flow, type StepOf } from '../../domain/flow/flow.ts';
import { reboundContainers } from '../../domain/storage/rebound.ts';
import type { Step } from '../../domain/flow/steps.ts';
import {
  factsOf,
  sourceOf,
  valuesOf,
  type MadeText,
  type Origin,
  type Value,
} from '../../domain/flow/values.ts';
import { dotted } from '../../domain/model/dotted.ts';
import { isOnly, Type } from '../../domain/model/types.ts';
import { isTestModule } from '../../domain/package/test-modules.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'D11',
  name: 'nondeterministic-text',
  severity: 'high',
  confidence: 'high',
  checklist: ['CL-C07'],
  words,
  check(subject, report) {
    const isRebound = reboundContainers(subject);
    for (const flow of judgedFlows(subject)) checkFlow(flow, isRebound, report);
  },
});

function checkFlow(flow: Flow, isRebound: (value: Value) => boolean, report: Report): void {
  const handlers = handlersOf(flow);
  for (const step of flow.steps) {
    if (isTestModule(step.module)) continue;
    for (const value of recorded(flow, step)) {
      // Passing an exception on says nothing about it.
      if (isStep(step, 'raise') && handlers.some(({ action }) => action.exception.shape === value.shape))
        continue;
      const origin = unequalIn(value);
      if (decides(step) && !isMethod(origin?.text)) continue;
      if (origin === undefined) continue;
      const weight: Detail =
        origin.text !== undefined && isRebound(origin.text.of) ? { confidence: 'low' } : {};
      tell(flow, step, origin, handlers, weight, report);
    }
  }
}

/** What steers the contract is text only by mistake, as where `self.now` is not called and its text becomes a seed. */
const decides = (step: Step): boolean => isStep(step, 'transfer') || isStep(step, 'branch');

function decidedBy(value: Value): Value[] {
  const facts = value.condition === undefined ? [] : factsOf(value.condition, true);
  return [value, ...facts.flatMap(valuesOf)];
}

type Unequal = Extract<Origin, { kind: 'unequal' }>;

/** The first reason why a text differs, that of an exception before all others: one is enough to change it. */
function unequalIn({ origins }: Value): Unequal | undefined {
  const found = [...origins].filter((origin): origin is Unequal => origin.kind === 'unequal');
  return found.find(({ what }) => what === 'exception') ?? found.find(({ what }) => what === 'repr');
}

/** What goes from here into the receipt, the database or an answer. */
function recorded({ entry }: Flow, step: Step): readonly Value[] {
  if (isStep(step, 'raise') || isStep(step, 'write'))
    return step.action.value === undefined ? [] : [step.action.value];
  if (isStep(step, 'event')) return argumentsOf(step.action);
  if (isStep(step, 'transfer')) return [step.action.to, step.action.amount];
  if (isStep(step, 'branch')) return decidedBy(step.action.value);
  const answers =
    isStep(step, 'return') &&
    step.frame.fn === entry.fn &&
    (entry.kind === 'external' || entry.kind === 'readonly');
  return answers && step.action.value !== undefined ? [step.action.value] : [];
}

function tell(
  flow: Flow,
  step: Step,
  origin: Unequal,
  handlers: readonly StepOf<'handler'>[],
  weight: Detail,
  report: Report,
): void {
  const sink = `\`${sourceOf(step.module, step.node)}\``;
  // A query is answered by one node, and its failure is nowhere written down.
  const detail: Detail = flow.entry.kind === 'readonly' ? { ...weight, severity: 'medium' } : weight;
  if (origin.what === 'exception') {
    const handler = handlers.find(({ action }) => action.exception.origins.has(origin));
    // A helper that words a failure has no fault of its own where one of many hands it an exception.
    const at = handler === undefined ? step : siteIn(handler.frame, step);
    report(at, words.says.exception, { name: nameOf(handler), sink }, { ...detail, ...ofPlatform(handler) });
  } else {
    const code =
      origin.text === undefined
        ? sourceOf(step.module, step.node)
        : sourceOf(origin.text.module, origin.text.node);
    // The parentheses are missing where the text was made, and what steers the contract, or a helper that reverts, is far from there.
    const at = origin.text !== undefined && (decides(step) || isMethod(origin.text)) ? origin.text : step;
    report(at, saysOf(origin.text), { code, sink }, detail);
  }
}

function saysOf(text: MadeText | undefined) {
  if (isMethod(text)) return words.says.method;
  return text !== undefined && isOnly(text.of.types, Type.type) ? words.says.type : words.says.object;
}

const isMethod = (text: MadeText | undefined): boolean =>
  ['function', 'method', 'contract method', 'platform'].includes(text?.of.reference?.kind ?? '');

const handlersOf = (flow: Flow): readonly StepOf<'handler'>[] => stepsOf(flow, 'handler');

const nameOf = (handler: StepOf<'handler'> | undefined): string =>
  handler?.node.kind === 'Handler' ? (handler.node.name ?? 'exception') : 'exception';

/** What the platform's own exception says was written by a contract: its text is the same on all nodes as far as that text is. */
function ofPlatform(handler: StepOf<'handler'> | undefined): Detail {
  const type = handler?.node.kind === 'Handler' ? handler.node.type : undefined;
  return type !== undefined && dotted(type) === 'IconScoreException'
    ? { severity: 'low', confidence: 'medium' }
    : {};
}
