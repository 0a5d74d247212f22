import { platformNames } from '../platform/exports.ts';
import type { Module } from '../package/package.ts';
import type { ImportModel, Program } from './program.ts';

/**
 * What a relative import names and the package does not have, as it is written: a module, or a name that the module does not define.
 * A module that cannot be read in whole, or that takes all names of an unknown one, may define anything.
 */
export function absentFromPackage(program: Program, from: Module, { node, targets }: ImportModel): string[] {
  if (node.kind !== 'ImportFrom' || node.level === 0) return [];
  const [first] = targets;
  if (first?.found === 'missing') return [first.name];
  return node.names.flatMap((alias, index) => {
    const target = targets[index] ?? first;
    if (target?.found !== 'package' || alias.name === '*') return [];
    if (node.module === '' && target.name !== '.'.repeat(node.level)) return [];
    const written = `${target.name}${target.name.endsWith('.') ? '' : '.'}${alias.name}`;
    return isThere(program, from, target.module, alias.name) ? [] : [written];
  });
}

function isThere(program: Program, from: Module, module: Module | undefined, name: string): boolean {
  const scope = module === undefined ? undefined : program.scopes.get(module);
  if (module === undefined || scope === undefined) return folderHas(program, from, name);
  if (module.faults.length > 0 || scope.unknownStar || scope.names.has(name) || name.startsWith('__'))
    return true;
  if (scope.platformStar && platformNames.has(name)) return true;
  return module.isInit && program.package.byName.has(module.name === '' ? name : `${module.name}.${name}`);
}

/** A folder without `__init__.py` holds modules and nothing else. */
function folderHas({ package: { byName } }: Program, from: Module, name: string): boolean {
  const folder = from.name.split('.').slice(0, -1);
  return (
    folder.length > 0 || [...byName.keys()].some((known) => known === name || known.endsWith(`.${name}`))
  );
}
