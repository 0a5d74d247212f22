import { defineRule, type Report } from '../../catalogue/rule.ts';
import { findMethod, type ClassModel, type FunctionModel } from '../../domain/model/program.ts';
import type { Found } from '../../domain/model/tree-facts.ts';
import { isTestModule } from '../../domain/package/test-modules.ts';
import type { Expression } from '../../domain/python/tree.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'Q10',
  name: 'duplicate-method',
  severity: 'medium',
  confidence: 'high',
  checklist: [],
  words,
  check({ program, facts }, report) {
    for (const cls of program.classes) if (!isTestModule(cls.module)) checkClass(cls, report);
    const contracts = program.classes.filter(({ role }) => role === 'contract');
    for (const found of facts.of('Assign')) {
      const owner = found.fn?.owner;
      // Elsewhere a method may well be replaced on purpose.
      if (
        owner !== undefined &&
        contracts.some(({ order }) => order.includes(owner)) &&
        !isTestModule(found.module)
      )
        for (const target of found.node.targets) checkTarget(found, target, report);
    }
  },
});

/** An attribute of the object under the name of a method hides it. */
function checkTarget(found: Found, target: Expression, report: Report): void {
  const { fn, module } = found;
  const { owner } = fn ?? {};
  if (target.kind !== 'Attribute' || target.value.kind !== 'Name' || owner === undefined) return;
  if (fn?.binding !== 'method' || target.value.id !== fn.node.parameters[0]?.name) return;
  const method = findMethod(owner, target.name);
  const cls = method?.owner;
  if (method?.binding !== 'method' || cls === undefined) return;
  const { line } = cls.module.lines.positionOf(method.node.nameStart);
  const given = { name: method.name, cls: cls.name, line };
  report({ module, node: target }, words.says.replaced, given, {
    severity: method.external === undefined ? 'medium' : 'high',
  });
}

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
