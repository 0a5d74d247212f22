import { defineRule, type Report } from '../../catalogue/rule.ts';
import { absentFromPackage } from '../../domain/model/imported-names.ts';
import { LoadConstants } from '../../domain/model/load-constants.ts';
import type { ImportModel, ModuleScope } from '../../domain/model/program.ts';
import type { Subject } from '../../domain/model/subject.ts';
import { isTestModule } from '../../domain/package/test-modules.ts';
import { words } from './words.ts';

/** Constants with a higher number make the instruction before an import longer than the loader expects (reference §2.1). */
const MOST_CONSTANTS = 256;

export const rule = defineRule({
  id: 'L15',
  name: 'import-position',
  severity: 'medium',
  confidence: 'high',
  checklist: ['CL-C03'],
  words,
  check(subject, report) {
    const constants = new LoadConstants(subject.facts);
    for (const scope of subject.program.scopes.values()) {
      if (isTestModule(scope.module)) continue;
      for (const each of scope.imports) {
        checkPlace(subject, scope, each, constants, report);
        checkTarget(subject, scope, each, report);
      }
    }
  },
});

function checkPlace(
  { facts }: Subject,
  { module }: ModuleScope,
  { node }: ImportModel,
  constants: LoadConstants,
  report: Report,
): void {
  const fn = facts.find(node)?.fn;
  if (fn !== undefined) {
    report({ module, node }, words.says.inside, { method: fn.name });
    return;
  }
  const before = constants.before(module, node.start);
  if (before > MOST_CONSTANTS) report({ module, node }, words.says.late, { constants: before });
}

function checkTarget({ program }: Subject, { module }: ModuleScope, each: ImportModel, report: Report): void {
  const at = { module, node: each.node };
  const outside = each.targets.find(({ found }) => found === 'leaves package');
  if (outside !== undefined) {
    report(at, words.says.outside, { module: outside.name });
    return;
  }
  // What stands in a condition or a `try` may never run, or is caught.
  const confidence = each.nested ? ('medium' as const) : undefined;
  for (const absent of absentFromPackage(program, module, each))
    report(at, words.says.absent, { module: absent }, { confidence });
}
