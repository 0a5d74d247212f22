import { defineRule, type Report } from '../../catalogue/rule.ts';
import type { ImportModel, ImportTarget } from '../../domain/model/program.ts';
import type { Module } from '../../domain/package/package.ts';
import { isTestModule } from '../../domain/package/test-modules.ts';
import { platformNames } from '../../domain/platform/exports.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'D01',
  name: 'forbidden-import',
  severity: 'critical',
  confidence: 'high',
  checklist: ['CL-C03'],
  words,
  check({ program, engine }, report) {
    for (const { module, imports } of program.scopes.values()) {
      for (const each of imports) {
        for (const target of each.targets) checkTarget(module, each, target, report);
        if (engine !== 'goloop') checkNames(module, each, report);
      }
    }
  },
});

/** The loader reads test files too, but authors take them out before they deploy. */
const detailOf = (module: Module) =>
  isTestModule(module) ? ({ severity: 'info', confidence: 'low' } as const) : {};

function checkTarget(module: Module, { node }: ImportModel, target: ImportTarget, report: Report): void {
  const given = { module: target.name };
  if (target.found === 'platform') {
    // Only the package itself is on the list, and not what stands in it.
    if (target.name !== 'iconservice') report({ module, node }, words.says.module, given, detailOf(module));
  } else if (target.found === 'outside') {
    report(
      { module, node },
      target.module === undefined ? words.says.module : words.says.own,
      given,
      detailOf(module),
    );
  }
}

/** What `iconservice` imports from elsewhere itself comes with the star only. */
function checkNames(module: Module, { node }: ImportModel, report: Report): void {
  if (node.kind !== 'ImportFrom' || node.level > 0 || node.module !== 'iconservice') return;
  const refused = node.names.filter(({ name }) => name !== '*' && platformNames.get(name) !== 'own');
  for (const { name } of refused) {
    const known = platformNames.has(name);
    report(
      { module, node },
      words.says.name,
      { name },
      { ...(known ? {} : { confidence: 'medium' }), ...detailOf(module) },
    );
  }
}
