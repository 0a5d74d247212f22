import { defineRule, type Report } from '../../catalogue/rule.ts';
import { dotted } from '../../domain/model/dotted.ts';
import { nameOf } from '../../domain/model/name-place.ts';
import { writtenName } from '../../domain/model/parameter-types.ts';
import type { FunctionModel } from '../../domain/model/program.ts';
import type { TreeFacts } from '../../domain/model/tree-facts.ts';
import type { Expression, Statement } from '../../domain/python/tree.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'L11',
  name: 'fallback-shape',
  severity: 'critical',
  confidence: 'high',
  checklist: [],
  words,
  check({ program, facts }, report) {
    for (const { role, methods } of program.classes) {
      const fallback = role === 'contract' ? methods.get('fallback') : undefined;
      if (fallback !== undefined) checkFallback(fallback, facts, report);
    }
  },
});

function checkFallback(fn: FunctionModel, facts: TreeFacts, report: Report): void {
  const at = nameOf(fn);
  const [parameter] = fn.node.parameters.slice(1);
  if (fn.external !== undefined) report(at, words.says.external, {});
  else if (!fn.payable && fn.node.body.some(doesSomething)) report(at, words.says.payable, {});
  // Nobody writes down a fallback that does nothing in order to be sent nothing.
  else if (!fn.payable && !fn.node.body.some(refuses))
    report(at, words.says.empty, {}, { severity: 'medium', confidence: 'medium' });
  if (parameter !== undefined) report(at, words.says.parameters, { parameter: writtenName(parameter) });
  const returns = facts
    .of('Return')
    .some(({ fn: around, node }) => around === fn && node.value !== undefined && !isNone(node.value));
  if (returns || (fn.node.returns !== undefined && !isNone(fn.node.returns)))
    report(at, words.says.returns, {}, { severity: 'high' });
}

const isNone = (node: Expression): boolean => node.kind === 'Constant' && node.value === null;

/** Refusing is what happens to plain ICX anyway when `fallback` is not payable. */
function doesSomething(statement: Statement): boolean {
  if (statement.kind === 'Pass' || refuses(statement)) return false;
  if (statement.kind === 'Return') return statement.value !== undefined;
  if (statement.kind !== 'ExpressionStatement') return true;
  const { value } = statement;
  return value.kind !== 'String' && value.kind !== 'Constant';
}

const refuses = (statement: Statement): boolean =>
  statement.kind === 'Raise' ||
  (statement.kind === 'ExpressionStatement' &&
    statement.value.kind === 'Call' &&
    (dotted(statement.value.callee) ?? '').split('.').at(-1) === 'revert');
