import { defineRule, type Report } from '../../catalogue/rule.ts';
import { sourceOf } from '../../domain/flow/values.ts';
import { typesOfAnnotation } from '../../domain/model/annotations.ts';
import { loadedTypes } from '../../domain/model/constants.ts';
import { isDeployment } from '../../domain/model/lifecycle.ts';
import { nameOf } from '../../domain/model/name-place.ts';
import type { FunctionModel, Program } from '../../domain/model/program.ts';
import { isOnly, Type } from '../../domain/model/types.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'L10',
  name: 'default-mismatch',
  severity: 'critical',
  confidence: 'high',
  checklist: [],
  words,
  check({ program }, report) {
    for (const fn of program.functions) {
      if (fn.external !== undefined || (isDeployment(fn) && fn.owner?.role === 'contract'))
        checkDefaults(program, fn, report);
    }
  },
});

/** The engine compares the type of a default with the declared one exactly: `True` is no int. `None` always fits. */
function checkDefaults(program: Program, fn: FunctionModel, report: Report): void {
  const { module, name: method } = fn;
  for (const { name: parameter, annotation, default: written } of fn.node.parameters) {
    if (annotation === undefined || written === undefined) continue;
    const wanted = typesOfAnnotation(annotation);
    const given = loadedTypes(program, fn, written);
    if (wanted === 0 || given === 0 || isOnly(given, wanted | Type.none)) continue;
    report(nameOf(fn), words.says.mismatch, {
      method,
      parameter,
      type: sourceOf(module, annotation),
      value: sourceOf(module, written),
    });
  }
}
