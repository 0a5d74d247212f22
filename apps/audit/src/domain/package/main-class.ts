import type { Program, SymbolModel } from '../model/program.ts';
import type { Module, Package } from './package.ts';

/** The module that `package.json` names; `a/b` stands for `a.b`, and `__init__` for the file of that name. */
export function findMainModule({ manifest, byName }: Package): Module | undefined {
  if (manifest.state !== 'read' || manifest.mainModule === undefined) return undefined;
  const name = manifest.mainModule.replaceAll('/', '.');
  return byName.get(name) ?? byName.get(name.replace(/(?:^|\.)__init__$/, ''));
}

/** What the name of the main class stands for in the main module. */
export function findMain(program: Program): SymbolModel | undefined {
  const { manifest } = program.package;
  const module = findMainModule(program.package);
  if (module === undefined || manifest.state !== 'read' || manifest.mainScore === undefined) return undefined;
  return program.scopes.get(module)?.names.get(manifest.mainScore);
}

/** Folders between the top of the package and a module that have no `__init__.py`, from the top. */
export function foldersWithoutInit({ paths }: Package, module: Module): string[] {
  const segments = module.path.split('/').slice(0, -1);
  const folders = segments.map((_, index) => segments.slice(0, index + 1).join('/'));
  return folders.filter((folder) => !paths.has(`${folder}/__init__.py`));
}
