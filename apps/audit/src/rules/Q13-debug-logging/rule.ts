import { defineRule, type Report } from '../../catalogue/rule.ts';
import { judgedFlows } from '../../domain/flow/every-flow.ts';
import { stepsOf, type Flow, type StepOf } from '../../domain/flow/flow.ts';
import { sourceOf, type Value } from '../../domain/flow/values.ts';
import { mayBe, Type } from '../../domain/model/types.ts';
import { isTestModule } from '../../domain/package/test-modules.ts';
import type { Node } from '../../domain/python/tree.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'Q13',
  name: 'debug-logging',
  severity: 'info',
  confidence: 'high',
  checklist: [],
  words,
  check(subject, report) {
    const told = new Set<Node>();
    for (const flow of judgedFlows(subject)) {
      for (const step of stepsOf(flow, 'platform')) {
        const { node, module, action } = step;
        if (!action.name.startsWith('Logger.') || told.has(node) || isTestModule(module)) continue;
        if (checkLogging(flow, step, report)) told.add(node);
      }
    }
  },
});

function checkLogging({ entry }: Flow, step: StepOf<'platform'>, report: Report): boolean {
  const tag = misusedTag(step.action.args);
  if (tag !== undefined) {
    // Unlike a line too many, this is not what was meant.
    report(step, words.says.tag, { tag: sourceOf(step.module, argumentAt(step, tag)) }, { severity: 'low' });
    return true;
  }
  // Only what runs in a transaction is paid for.
  if (entry.kind === 'readonly' || entry.kind === 'unreached' || entry.kind === 'constructor') return false;
  report(step, words.says.transaction, { call: sourceOf(step.module, step.node), entry: entry.fn.name });
  return true;
}

/** Where a tag should be and is none: a number, or the message that was put behind a constant tag. */
function misusedTag([message, tag]: readonly Value[]): number | undefined {
  if (message === undefined || tag === undefined) return undefined;
  if (!mayBe(tag.types, Type.str | Type.none)) return 1;
  return typeof message.constant === 'string' && tag.constant === undefined && (tag.types & Type.str) !== 0
    ? 1
    : undefined;
}

function argumentAt({ node }: StepOf<'platform'>, index: number): Node {
  return (node.kind === 'Call' ? node.args[index] : undefined) ?? node;
}
