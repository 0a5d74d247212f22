import { defineRule } from '../../catalogue/rule.ts';
import { nameOf } from '../../domain/model/name-place.ts';
import { allMethods, type ClassModel, type FunctionModel } from '../../domain/model/program.ts';
import type { Subject } from '../../domain/model/subject.ts';
import { findMain } from '../../domain/package/main-class.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'L12',
  name: 'no-external',
  severity: 'critical',
  confidence: 'high',
  checklist: [],
  words,
  check(subject, report) {
    for (const cls of deployed(subject)) {
      const methods = [...allMethods(cls).values()];
      if (cls.unknownBase || methods.some(isExposed)) continue;
      const contract = cls.name;
      const hidden = methods.find((fn) => isExposedAbove(cls, fn));
      if (hidden === undefined) report(nameOf(cls), words.says.none, { contract });
      else report(nameOf(cls), words.says.overridden, { contract, method: hidden.name });
    }
  },
});

/** The class that the package names, or all that may be meant to be deployed where it names none. */
function deployed({ program, contracts }: Subject): ClassModel[] {
  const main = findMain(program);
  if (main?.kind === 'class') return main.cls.role === 'contract' ? [main.cls] : [];
  return contracts
    .map(({ cls }) => cls)
    .filter((cls) => ![...allMethods(cls).values()].some(({ abstract }) => abstract));
}

/** The engines pass over names that begin with two underscores. */
const isExposed = (fn: FunctionModel): boolean => fn.external !== undefined && !fn.name.startsWith('__');

const isExposedAbove = ({ order }: ClassModel, { name }: FunctionModel): boolean =>
  order.some(({ methods }) => {
    const method = methods.get(name);
    return method !== undefined && isExposed(method);
  });
