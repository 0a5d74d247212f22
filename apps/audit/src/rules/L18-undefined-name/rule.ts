import { defineRule } from '../../catalogue/rule.ts';
import { Completion } from '../../domain/model/completion.ts';
import { nameOf } from '../../domain/model/name-place.ts';
import { earlyNames } from '../../domain/model/early-names.ts';
import { nearestName } from '../../domain/model/nearest-name.ts';
import { localNames } from '../../domain/model/locals.ts';
import type { Program } from '../../domain/model/program.ts';
import { parentCalls, type ParentCall } from '../../domain/model/parent-calls.ts';
import type { Found, TreeFacts } from '../../domain/model/tree-facts.ts';
import { hasKnownMembers, undefinedAttributes } from '../../domain/model/undefined-attributes.ts';
import { undefinedIn } from '../../domain/model/undefined-names.ts';
import { unsetNames } from '../../domain/model/unset-names.ts';
import { isTestModule } from '../../domain/package/test-modules.ts';
import { builtinNames, contractMembers, platformNames } from '../../domain/platform/exports.ts';
import type { Name } from '../../domain/python/tree.ts';
import { words } from './words.ts';

export const rule = defineRule({
  id: 'L18',
  name: 'undefined-name',
  severity: 'high',
  confidence: 'high',
  checklist: [],
  words,
  check({ program, facts }, report) {
    for (const found of facts.judged('Name').filter(undefinedIn(program, facts))) {
      if (isTestModule(found.module)) continue;
      const name = found.node.id;
      if (name === 'self' && found.fn?.owner !== undefined) {
        report(nameOf(found.fn), words.says.noSelf, { method: found.fn.name });
        continue;
      }
      const meant = meantName(program, found);
      if (platformNames.has(name)) report(found, words.says.notImported, { name });
      else if (meant === undefined) report(found, words.says.unknown, { name });
      else report(found, words.says.similar, { name, meant });
    }
    for (const found of earlyNames(program, facts)) {
      if (!isTestModule(found.module)) report(found, words.says.early, { name: found.node.id });
    }
    const completion = new Completion(program, facts);
    for (const fn of facts.functions) {
      if (isTestModule(fn.module) || fn.module.faults.length > 0) continue;
      for (const node of unsetNames(fn, completion))
        report({ module: fn.module, node }, words.says.unset, { name: node.id }, { confidence: 'medium' });
    }
    for (const { found, cls, known } of undefinedAttributes(program, facts)) {
      if (isTestModule(found.module)) continue;
      const { name } = found.node;
      const meant = nearestName(name, known);
      if (meant === undefined) report(found, words.says.attribute, { name, owner: cls.name });
      else report(found, words.says.similarAttribute, { name, owner: cls.name, meant });
    }
    for (const { found, method, owner } of missingParents(program, facts))
      if (!isTestModule(found.module)) report(found, words.says.parent, { method, owner: owner.name });
  },
});

/** Calls of `super()` for a method that no other class here has, nor one of the platform. */
const missingParents = (program: Program, facts: TreeFacts): ParentCall[] =>
  parentCalls(program, facts).filter(
    ({ named, method, owner }) =>
      named === undefined &&
      hasKnownMembers(owner) &&
      !contractMembers.has(method) &&
      !/^__\w*__$/.test(method) &&
      !program.classes.some((cls) => cls !== owner && (cls.methods.has(method) || cls.variables.has(method))),
  );

/** What was probably meant: something of `self`, or the name that differs least. */
function meantName(program: Program, found: Found<Name>): string | undefined {
  const { node, cls, fn, module } = found;
  if (cls !== undefined && fn !== undefined) {
    const isOwn = cls.order.some(({ methods, variables }) => methods.has(node.id) || variables.has(node.id));
    if (isOwn || (cls.role === 'contract' && contractMembers.has(node.id))) return `self.${node.id}`;
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
