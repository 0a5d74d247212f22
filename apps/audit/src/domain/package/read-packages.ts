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
  const { text, faults } = decodeSource(bytes);
  const parsed = parseModule(text);
  const segments = path.replace(/\.py$/, '').split('/');
  const isInit = segments.at(-1) === '__init__';
  return {
    path,
    name: (isInit ? segments.slice(0, -1) : segments).join('.'),
    isInit,
    text,
    lines: new Lines(text),
    body: parsed.body,
    comments: parsed.comments,
    faults: [...faults, ...parsed.faults],
  };
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
