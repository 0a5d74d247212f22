import { defineRule, type Report } from '../../catalogue/rule.ts';
import type { ClassModel, FunctionModel } from '../../domain/model/program.ts';
import { isTestModule } from '../../domain/package/test-modules.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'Q10',
  name: 'duplicate-method',
  severity: 'medium',
  confidence: 'high',
  checklist: [],
  words,
  check({ program }, report) {
    for (const cls of program.classes) if (!isTestModule(cls.module)) checkClass(cls, report);
  },
});

function checkClass(cls: ClassModel, report: Report): void {
  const known = new Map<string, FunctionModel>();
  for (const fn of cls.definitions) {
    const before = known.get(fn.name);
    known.set(fn.name, fn);
    if (before === undefined || isPartOfProperty(fn) || !isAlways(cls, fn) || !isAlways(cls, before))
      continue;
    const { line } = cls.module.lines.positionOf(before.node.nameStart);
    const node = { start: fn.node.nameStart, end: fn.node.nameStart + fn.name.length };
    // What declares another contract, and what says the same again, changes nothing.
    const harmless = cls.role === 'interface' || textOf(fn) === textOf(before);
    report(
      { module: cls.module, node },
      words.says.again,
      { name: fn.name, cls: cls.name, line },
      harmless ? { severity: 'low' } : {},
    );
  }
}

/** `@x.setter`, and what typing's `overload` declares. */
const isPartOfProperty = (fn: FunctionModel): boolean =>
  fn.decorators.some(({ name }) => /\.(?:getter|setter|deleter)$|(?:^|\.)overload$/.test(name));

/** Of two definitions in the branches of an `if` one counts. */
const isAlways = (cls: ClassModel, fn: FunctionModel): boolean => cls.node.body.includes(fn.node);

const textOf = ({ module, node }: FunctionModel): string =>
  module.text.slice(node.start, node.end).replace(/\s+/g, ' ');
