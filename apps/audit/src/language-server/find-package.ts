import { readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Where the package of a file begins. */
export interface PackageFolder {
  readonly folder: string;
  /** It has the `package.json` of a SCORE; without one it is a library. */
  readonly isPackage: boolean;
}

/** A manifest is a few lines; one that is larger belongs to something else. In bytes. */
const LONGEST_MANIFEST = 256 * 1024;
/** Of a path nobody types by hand. */
const DEEPEST = 64;

/**
 * The nearest folder above a file with the `package.json` of a SCORE. Where there is none: the outermost of the folders with an
 * `__init__.py` around the file, or the folder that it lies in.
 */
export async function findPackage(file: string): Promise<PackageFolder> {
  let library = dirname(file);
  let isInside = true;
  let folder = library;
  for (let height = 0; height < DEEPEST; height += 1) {
    if (await holdsManifest(folder)) return { folder, isPackage: true };
    isInside &&= await isFile(join(folder, '__init__.py'));
    if (isInside) library = folder;
    if (dirname(folder) === folder) break;
    folder = dirname(folder);
  }
  return { folder: library, isPackage: false };
}

/** Also one that cannot be read as JSON while it is being written; but not that of an npm package around the contract. */
async function holdsManifest(folder: string): Promise<boolean> {
  const path = join(folder, 'package.json');
  if (!(await isFile(path))) return false;
  try {
    const value: unknown = JSON.parse(await readFile(path, 'utf8'));
    if (typeof value !== 'object' || value === null) return true;
    const has = (key: string) => Object.hasOwn(value, key);
    return ['main_module', 'main_file', 'main_score'].some(has) || !NPM_KEYS.some(has);
  } catch {
    return true;
  }
}

const NPM_KEYS = ['dependencies', 'devDependencies', 'scripts', 'private', 'workspaces', 'engines'];

async function isFile(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found?.isFile() === true && found.size <= LONGEST_MANIFEST;
}
