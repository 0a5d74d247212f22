import { defineRule, type Report } from '../../catalogue/rule.ts';
import { orderMatters } from '../../domain/determinism/order.ts';
import {
  isSet,
  loopsOverSets,
  recordedOrders,
  takenOrders,
  type LoopOverSet,
  type TakenOrder,
} from '../../domain/determinism/set-order.ts';
import type { Step } from '../../domain/flow/steps.ts';
import { sourceOf } from '../../domain/flow/values.ts';
import type { Subject } from '../../domain/model/subject.ts';
import { isTestModule } from '../../domain/package/test-modules.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'D07',
  name: 'set-order',
  severity: 'critical',
  confidence: 'high',
  checklist: ['CL-C07'],
  words,
  check(subject, report) {
    const loops = loopsOverSets(subject);
    const orders = takenOrders(subject);
    for (const over of loops) if (!isTestModule(over.loop.module)) checkLoop(subject, over, report);
    for (const taken of orders) if (!isTestModule(taken.step.module)) checkTaken(subject, taken, report);
    const known = new Set<Step>([...loops.map(({ loop }) => loop), ...orders.map(({ step }) => step)]);
    for (const { module, node } of recordedOrders(subject, known)) {
      if (!isTestModule(module))
        report({ module, node }, words.says.record, { code: sourceOf(module, node) });
    }
  },
});

function checkLoop(subject: Subject, { loop, flow, effect }: LoopOverSet, report: Report): void {
  const { node, module } = loop;
  const severity = flow.entry.kind === 'readonly' ? ('high' as const) : undefined;
  if (node.kind === 'For') {
    if (effect === undefined) return;
    const given = {
      set: sourceOf(module, node.iterable),
      effect: `\`${sourceOf(effect.module, effect.node)}\``,
    };
    const at = { module, node: { start: node.start, end: node.iterable.end } };
    report(at, words.says.loop, given, { severity });
    return;
  }
  const comprehension = subject.facts.find(node)?.parent;
  if (comprehension === undefined || comprehension.node.kind === 'SetComprehension') return;
  if (orderMatters(subject, comprehension))
    report(comprehension, words.says.list, { code: sourceOf(module, comprehension.node) }, { severity });
}

function checkTaken(subject: Subject, { kind, step }: TakenOrder, report: Report): void {
  const found = subject.facts.find(step.node);
  if (found === undefined) return;
  if (kind === 'pick') {
    // `next(iter(x))` is one thing.
    const outer = found.parent?.node.kind === 'Call' && step.action.name === 'iter' ? found.parent : found;
    if (found.parent?.node.kind === 'ExpressionStatement' && step.action.name === '.pop') return;
    report(outer, words.says.pick, { code: sourceOf(step.module, outer.node) });
    return;
  }
  if (!orderMatters(subject, found) || !step.action.args.some(isSet)) return;
  report(found, words.says.list, { code: sourceOf(step.module, step.node) });
}
