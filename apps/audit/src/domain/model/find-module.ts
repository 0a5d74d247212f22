import type { Module, Package } from '../package/package.ts';
import type { Alias, Import, ImportFrom } from '../python/tree.ts';
import type { ImportTarget } from './program.ts';

/** Where the modules of an import statement are: one target for each name of `import`, one for all of `from … import`. */
export function findTargets(pkg: Package, from: Module, node: Import | ImportFrom): ImportTarget[] {
  return node.kind === 'Import'
    ? node.names.map((alias) => absolute(pkg, alias.name))
    : fromTargets(pkg, from, node);
}

function absolute(pkg: Package, name: string): ImportTarget {
  if (name === 'iconservice' || name.startsWith('iconservice.'))
    return { name, found: 'platform', module: undefined };
  return { name, found: 'outside', module: pkg.byName.get(name) };
}

function fromTargets(pkg: Package, from: Module, node: ImportFrom): ImportTarget[] {
  if (node.level === 0) return [absolute(pkg, node.module)];
  const base = climb(from, node.level);
  const written = '.'.repeat(node.level) + node.module;
  if (base === undefined) return [{ name: written, found: 'leaves package', module: undefined }];
  if (node.module !== '') return [inPackage(pkg, written, join(base, node.module))];
  // `from . import a, b`: each is a module of its own, or a name of the package's __init__.
  return node.names.map((alias) => sibling(pkg, base, written, alias));
}

function sibling(pkg: Package, base: string, written: string, alias: Alias): ImportTarget {
  const module = pkg.byName.get(join(base, alias.name));
  return module === undefined
    ? inPackage(pkg, written, base)
    : { name: written + alias.name, found: 'package', module };
}

function inPackage(pkg: Package, written: string, name: string): ImportTarget {
  const module = pkg.byName.get(name);
  return {
    name: written,
    found: module !== undefined || pkg.folders.has(name) ? 'package' : 'missing',
    module,
  };
}

/** The package that `level` dots name, seen from a module; undefined when they climb out of the SCORE. */
function climb(from: Module, level: number): string | undefined {
  const segments = from.name === '' ? [] : from.name.split('.');
  const up = from.isInit ? level - 1 : level;
  return up > segments.length ? undefined : segments.slice(0, segments.length - up).join('.');
}

const join = (base: string, name: string) => (base === '' ? name : `${base}.${name}`);
