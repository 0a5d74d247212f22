import { defineRule } from '../../catalogue/rule.ts';
import { localNames } from '../../domain/model/locals.ts';
import type { Program } from '../../domain/model/program.ts';
import type { Found } from '../../domain/model/tree-facts.ts';
import { undefinedNames } from '../../domain/model/undefined-names.ts';
import { isTestModule } from '../../domain/package/test-modules.ts';
import { builtinNames, platformNames } from '../../domain/platform/exports.ts';
import type { Name } from '../../domain/python/tree.ts';
import { nearestName } from './nearest-name.ts';
import { words } from './words.ts';

/** What a contract has and reaches through `self`. */
const OF_CONTRACTS: ReadonlySet<string> = new Set([
  'msg',
  'tx',
  'icx',
  'db',
  'block',
  'block_height',
  'now',
  'owner',
  'address',
  'create_interface_score',
]);

export const rule = defineRule({
  id: 'L18',
  name: 'undefined-name',
  severity: 'high',
  confidence: 'high',
  checklist: [],
  words,
  check({ program, facts }, report) {
    for (const found of undefinedNames(program, facts)) {
      if (isTestModule(found.module)) continue;
      const name = found.node.id;
      const meant = meantName(program, found);
      if (platformNames.has(name)) report(found, words.says.notImported, { name });
      else if (meant === undefined) report(found, words.says.unknown, { name });
      else report(found, words.says.similar, { name, meant });
    }
  },
});

/** What was probably meant: something of `self`, or the name that differs least. */
function meantName(program: Program, found: Found<Name>): string | undefined {
  const { node, cls, fn, module } = found;
  if (cls !== undefined && fn !== undefined) {
    const isOwn = cls.order.some(({ methods, variables }) => methods.has(node.id) || variables.has(node.id));
    if (isOwn || (cls.role === 'contract' && OF_CONTRACTS.has(node.id))) return `self.${node.id}`;
  }
  const locals = fn === undefined ? [] : localNames(fn.node);
  const scope = program.scopes.get(module);
  const known = [
    ...locals,
    ...(scope?.names.keys() ?? []),
    ...(scope?.platformStar === true ? platformNames.keys() : []),
    ...builtinNames,
  ];
  return nearestName(node.id, known);
}
