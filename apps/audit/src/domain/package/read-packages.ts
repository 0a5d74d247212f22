import { Lines } from '../python/lines.ts';
import { parseModule } from '../python/parse.ts';
import { decodeSource } from '../python/source.ts';
import type { InputFile, Manifest, Module, Package } from './package.ts';

/** What the engines pass over when they unpack (icon-service: `icon_score_deployer`), and what no engine would run. */
const PASSED_OVER = /(?:^|\/)(?:__MACOSX|__pycache__|\.[^/]*)(?:\/|$)/;

/**
 * Finds the packages in the files handed in: each folder with a `package.json` is one, down to the next such folder. Python files
 * outside all of them are one more, without a manifest. The order of the files does not matter.
 */
export function readPackages(files: readonly InputFile[]): Package[] {
  const kept = files
    .filter(({ path }) => !PASSED_OVER.test(path))
    .toSorted((left, right) => compare(left.path, right.path));
  const roots = kept
    .filter(({ path }) => /(?:^|\/)package\.json$/.test(path))
    .map(({ path }) => path.slice(0, -'package.json'.length));
  const outermost = roots.filter((root) => !roots.some((other) => other !== root && root.startsWith(other)));
  const inPackage = new Map<string, InputFile[]>(outermost.map((root) => [root, []]));
  const loose: InputFile[] = [];
  for (const file of kept) {
    const root = outermost.find((candidate) => file.path.startsWith(candidate));
    (root === undefined ? loose : (inPackage.get(root) ?? loose)).push(file);
  }
  const packages = [...inPackage].map(([root, members]) => readPackage(root, members));
  if (loose.some(({ path }) => path.endsWith('.py'))) packages.push(readPackage('', loose));
  return packages;
}

function readPackage(prefix: string, files: readonly InputFile[]): Package {
  const own = files.map(({ path, bytes }) => ({ path: path.slice(prefix.length), bytes }));
  const modules = own.filter(({ path }) => path.endsWith('.py')).map(readModule);
  return {
    root: prefix.replace(/\/$/, ''),
    manifest: readManifest(own.find(({ path }) => path === 'package.json')),
    modules,
    byName: new Map(modules.map((module) => [module.name, module])),
    folders: foldersOf(modules),
    paths: new Set(own.map(({ path }) => path)),
  };
}

function foldersOf(modules: readonly Module[]): Set<string> {
  const folders = new Set(['']);
  for (const { name } of modules) {
    for (let dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1))
      folders.add(name.slice(0, dot));
  }
  return folders;
}

function readModule({ path, bytes }: InputFile): Module {
  const segments = path.replace(/\.py$/, '').split('/');
  const isInit = segments.at(-1) === '__init__';
  return {
    path,
    name: (isInit ? segments.slice(0, -1) : segments).join('.'),
    isInit,
    ...sourceOf(path, bytes),
  };
}

type Source = Pick<Module, 'text' | 'lines' | 'body' | 'comments' | 'faults'>;

/** An editor hands in the same bytes of all files but one, again with each keystroke. No two modules share a tree. */
const known = new WeakMap<Uint8Array, { readonly path: string; readonly source: Source }>();

function sourceOf(path: string, bytes: Uint8Array): Source {
  const found = known.get(bytes);
  if (found?.path === path) return found.source;
  const source = readSource(bytes);
  known.set(bytes, { path, source });
  return source;
}

/** The tree that was read of these bytes is about to be changed: they are read anew if they come again. */
export function forgetSource(bytes: Uint8Array): void {
  known.delete(bytes);
}

function readSource(bytes: Uint8Array): Source {
  const { text, faults } = decodeSource(bytes);
  const { body, comments, faults: unreadable } = parseModule(text);
  return { text, lines: new Lines(text), body, comments, faults: [...faults, ...unreadable] };
}

function readManifest(file: InputFile | undefined): Manifest {
  if (file === undefined) return { state: 'absent' };
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(file.bytes));
  } catch (error) {
    return { state: 'invalid', why: error instanceof Error ? error.message : 'not JSON' };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { state: 'invalid', why: 'not an object' };
  const text = (key: string) => {
    const found = (value as Record<string, unknown>)[key];
    return typeof found === 'string' && found !== '' ? found : undefined;
  };
  return {
    state: 'read',
    mainModule: text('main_module') ?? text('main_file'),
    mainScore: text('main_score'),
    version: text('version') ?? '',
  };
}

const compare = (left: string, right: string) => (left < right ? -1 : left > right ? 1 : 0);
