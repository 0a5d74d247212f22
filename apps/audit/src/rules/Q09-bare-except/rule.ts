import { defineRule, type Report } from '../../catalogue/rule.ts';
import { judgedFlows } from '../../domain/flow/every-flow.ts';
import { canReach, stepsOf, type StepOf } from '../../domain/flow/flow.ts';
import type { Step } from '../../domain/flow/steps.ts';
import { sourceOf } from '../../domain/flow/values.ts';
import { dotted } from '../../domain/model/dotted.ts';
import { isTestModule } from '../../domain/package/test-modules.ts';
import type { Handler } from '../../domain/python/tree.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'Q09',
  name: 'bare-except',
  severity: 'low',
  confidence: 'high',
  checklist: [],
  words,
  check(subject, report) {
    for (const flow of judgedFlows(subject))
      for (const step of stepsOf(flow, 'handler')) checkHandler(step, report);
  },
});

function checkHandler(step: StepOf<'handler'>, report: Report): void {
  const { node, module } = step;
  if (node.kind !== 'Handler' || isTestModule(module) || !takesAll(node) || !goesOn(step)) return;
  const at = { module, node: { start: node.start, end: node.body[0]?.start ?? node.end } };
  if (node.type === undefined) report(at, words.says.bare, {});
  else report(at, words.says.base, { type: sourceOf(module, node.type) });
}

function takesAll({ type }: Handler): boolean {
  if (type === undefined) return true;
  return (type.kind === 'Tuple' ? type.elements : [type]).some((each) => dotted(each) === 'BaseException');
}

/** Some way leads from the handler to an end that keeps what was done. */
function goesOn(handler: Step): boolean {
  const stops = ({ action }: Step) => action.kind === 'raise' || action.kind === 'handler';
  return canReach(handler, ({ action }) => action.kind === 'exit', stops) !== undefined;
}
