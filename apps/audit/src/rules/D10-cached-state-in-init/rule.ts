import { defineRule, type Report } from '../../catalogue/rule.ts';
import { stepsOf, type StepOf } from '../../domain/flow/flow.ts';
import { sourceOf, type Origin, type Value } from '../../domain/flow/values.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'D10',
  name: 'cached-state-in-init',
  severity: 'high',
  confidence: 'high',
  checklist: ['CL-C17', 'CL-C19'],
  words,
  check({ contracts }, report) {
    for (const { judged } of contracts) {
      for (const flow of judged) {
        if (flow.entry.kind !== 'constructor') continue;
        for (const step of stepsOf(flow, 'attribute')) checkAttribute(step, report);
      }
    }
  },
});

function checkAttribute(step: StepOf<'attribute'>, report: Report): void {
  const { value } = step.action;
  if (value.reference?.kind === 'container' || value.reference?.kind === 'database') return;
  const attribute = sourceOf(step.module, step.node);
  const stored = sourceIn(value, ofState);
  const context = sourceIn(value, ofContext);
  if (value.reference?.kind === 'contract') {
    if (stored !== undefined) report(step, words.says.interface, { attribute, source: stored });
  } else if (context !== undefined) report(step, words.says.context, { attribute, source: context });
  else if (stored !== undefined) report(step, words.says.state, { attribute, source: stored });
}

function sourceIn(value: Value, told: (origin: Origin) => string | undefined): string | undefined {
  for (const origin of value.origins) {
    const source = told(origin);
    if (source !== undefined) return source;
  }
  return undefined;
}

function ofState(origin: Origin): string | undefined {
  if (origin.kind === 'storage') return origin.item.name;
  return origin.kind === 'call' ? `${origin.method}()` : undefined;
}

/** Who calls, and when: the owner and the own address stay what they are. */
function ofContext(origin: Origin): string | undefined {
  switch (origin.kind) {
    case 'sender':
      return 'self.msg.sender';
    case 'sent value':
      return 'self.msg.value';
    case 'tx origin':
      return 'self.tx.origin';
    case 'icx balance':
      return 'self.icx.get_balance(…)';
    case 'block':
      return origin.what === 'time' ? 'self.now()' : `self.block_${origin.what}`;
    case 'transaction':
      return `self.tx.${origin.what === 'time' ? 'timestamp' : origin.what}`;
    default:
      return undefined;
  }
}
