import { defineRule, type Report } from '../../catalogue/rule.ts';
import { sourceOf } from '../../domain/flow/values.ts';
import { Completion } from '../../domain/model/completion.ts';
import { deadStatements, type DeadStatement } from '../../domain/model/dead-statements.ts';
import { dotted } from '../../domain/model/dotted.ts';
import { isTestModule } from '../../domain/package/test-modules.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'Q05',
  name: 'unreachable',
  severity: 'low',
  confidence: 'high',
  checklist: [],
  words,
  check({ program, facts }, report) {
    const completion = new Completion(program, facts);
    for (const fn of facts.functions) {
      if (!isTestModule(fn.module)) for (const dead of deadStatements(fn, completion)) tell(dead, report);
    }
  },
});

function tell({ fn: { module }, statement, stop }: DeadStatement, report: Report): void {
  const at = { module, node: statement };
  switch (stop.kind) {
    case 'Return':
    case 'Raise':
    case 'Break':
    case 'Continue': {
      report(at, words.says.after, { stop: sourceOf(module, stop) });
      return;
    }
    case 'ExpressionStatement': {
      const callee = stop.value.kind === 'Call' ? (dotted(stop.value.callee) ?? '') : '';
      if (/(?:^|\.)revert$/.test(callee)) {
        report(at, words.says.after, { stop: sourceOf(module, stop) });
        return;
      }
      report(at, words.says.helper, { helper: callee });
      return;
    }
    default: {
      report(at, words.says.branches, {});
      return;
    }
  }
}
