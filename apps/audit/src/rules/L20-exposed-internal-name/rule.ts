import { defineRule, type Report } from '../../catalogue/rule.ts';
import { nameOf } from '../../domain/model/name-place.ts';
import { isApi } from '../../domain/model/platform-decorators.ts';
import { findAbove, type ClassModel, type FunctionModel } from '../../domain/model/program.ts';
import { selfCalls } from '../../domain/model/self-calls.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'L20',
  name: 'exposed-internal-name',
  severity: 'medium',
  confidence: 'high',
  checklist: [],
  words,
  check({ program, facts }, report) {
    const calls = selfCalls(facts);
    const callersOf = (name: string) => new Set((calls.get(name) ?? []).flatMap(({ cls }) => cls ?? []));
    for (const cls of program.classes) {
      for (const fn of cls.methods.values())
        if (fn.external !== undefined) checkMethod(cls, fn, callersOf(fn.name), report);
    }
  },
});

function checkMethod(
  cls: ClassModel,
  fn: FunctionModel,
  callers: ReadonlySet<ClassModel>,
  report: Report,
): void {
  const method = fn.name;
  if (method.startsWith('__')) {
    report(nameOf(fn), words.says.skipped, { method });
    return;
  }
  if (method.startsWith('_')) {
    report(nameOf(fn), words.says.underscore, { method });
    return;
  }
  const base = hookOf(cls, fn, callers);
  if (base !== undefined) report(nameOf(fn), words.says.hook, { method, base: base.name });
}

/** The base class whose own step this is: it defines the method without a decorator and calls it. A reader may well be opened. */
function hookOf(
  cls: ClassModel,
  fn: FunctionModel,
  callers: ReadonlySet<ClassModel>,
): ClassModel | undefined {
  const above = findAbove(cls, cls, fn.name);
  if (fn.external?.readonly !== false || above?.owner === undefined || isApi(above) || above.abstract)
    return undefined;
  // A class between them may have opened the method already.
  return cls.order.slice(1).some((base) => callers.has(base)) ? above.owner : undefined;
}
