import { defineRule, type Report } from '../../catalogue/rule.ts';
import { sourceOf } from '../../domain/flow/values.ts';
import { isDeployment } from '../../domain/model/lifecycle.ts';
import { nameOf } from '../../domain/model/name-place.ts';
import { parameterFault, writtenName } from '../../domain/model/parameter-types.ts';
import type { FunctionModel, Program } from '../../domain/model/program.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'L08',
  name: 'external-param-hint',
  severity: 'critical',
  confidence: 'high',
  checklist: [],
  words,
  check({ program }, report) {
    for (const fn of program.functions) if (isJudged(fn)) checkMethod(program, fn, report);
  },
});

/** External methods; those of lifecycle, fallback and events are judged by L03, L11 and L06. */
const isJudged = (fn: FunctionModel): boolean =>
  fn.external !== undefined &&
  fn.owner !== undefined &&
  fn.event === undefined &&
  fn.name !== 'fallback' &&
  !isDeployment(fn);

function checkMethod(program: Program, fn: FunctionModel, report: Report): void {
  const { module, name: method } = fn;
  for (const each of fn.node.parameters.slice(fn.binding === 'static' ? 0 : 1)) {
    const fault = parameterFault(program, module, each);
    const parameter = writtenName(each);
    if (fault?.fault === 'type')
      report(nameOf(fn), words.says.type, { method, parameter, type: sourceOf(module, fault.annotation) });
    else if (fault !== undefined) report(nameOf(fn), words.says[fault.fault], { method, parameter });
  }
}
