import type { InputFile } from '../../src/domain/package/package.ts';
import type { Random } from './random.ts';

export type MutatePackage = (
  files: readonly InputFile[],
  random: Random,
  donor: readonly InputFile[],
) => readonly InputFile[];

const bytesOf = (text: string) => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const isPython = ({ path }: InputFile) => path.endsWith('.py');
const moduleOf = ({ path }: InputFile) => path.replace(/\.py$/, '').replaceAll('/', '.');

const MANIFESTS = [
  '',
  '{',
  'null',
  '[]',
  '"score"',
  '{}',
  '{"main_module": 1, "main_score": []}',
  '{"version": "1.0.0", "main_module": "no", "main_score": "No"}',
  '{"main_module": "__init__", "main_score": "__class__"}',
  '{"main_module": "constructor", "main_score": "__proto__", "__proto__": {"a": 1}}',
  '{"main_module": "../../a", "main_score": "a.b"}',
  '{"main_module": "a"'.repeat(400),
  '['.repeat(20_000),
  '\ufeff{"main_module": "a"}',
];

/** Changes of which files there are, what they are called and who imports whom. */
export const packageMutations: Readonly<Record<string, MutatePackage>> = {
  'drop a file': (files, random) => files.toSpliced(random.below(files.length), 1),
  'rename a file': onFile((file, random) => {
    const name = random.pick([
      'a.py',
      'b/__init__.py',
      '__init__.py',
      'iconservice.py',
      '한글.py',
      'a b.py',
      'a..py',
      '.py',
      'B/a.py',
      '__main__.py',
      'constructor.py',
    ]);
    return { ...file, path: name ?? file.path };
  }),
  'the same file twice': (files, random) => {
    const file = random.pick(files);
    return file === undefined ? files : [...files, { ...file, bytes: file.bytes.slice() }];
  },
  'another package.json': (files, random) => [
    ...files.filter(({ path }) => path !== 'package.json'),
    { path: 'package.json', bytes: bytesOf(random.pick(MANIFESTS) ?? '') },
  ],
  'a package.json that names what is there': (files, random) => {
    const main = random.pick(files.filter(isPython));
    if (main === undefined) return files;
    const names = [...textOf(main.bytes).matchAll(/^class (\w+)/gm)].map(([, name = '']) => name);
    const manifest = {
      version: '1.0.0',
      main_module: moduleOf(main),
      main_score: random.pick(names) ?? 'Score',
    };
    return [
      ...files.filter(({ path }) => path !== 'package.json'),
      { path: 'package.json', bytes: bytesOf(JSON.stringify(manifest)) },
    ];
  },
  'into a folder': (files, random) => {
    const folder = random.pick(['a', 'a/b', 'tests', '한글', '__proto__', 'a.b']) ?? 'a';
    return files.map((file) => (random.onceIn(2) ? { ...file, path: `${folder}/${file.path}` } : file));
  },
  'all import each other': (files, random) => {
    const names = files.filter(isPython).map(moduleOf);
    const line = (name: string) =>
      random.pick([
        `from .${name} import *`,
        `import ${name}`,
        `from . import ${name}`,
        `from .${name} import ${name}`,
      ]) ?? '';
    return files.map((file) =>
      isPython(file)
        ? { ...file, bytes: bytesOf(`${names.map(line).join('\n')}\n${textOf(file.bytes)}`) }
        : file,
    );
  },
  'files of another': (files, _, donor) => {
    const taken = new Set(files.map(({ path }) => path));
    return [
      ...files,
      ...donor.map((file) => (taken.has(file.path) ? { ...file, path: `other_${file.path}` } : file)),
    ];
  },
  'derived from another': (files, random, donor) => {
    const base = donor.find(isPython);
    const name = base === undefined ? undefined : /^class (\w+)/m.exec(textOf(base.bytes))?.[1];
    if (base === undefined || name === undefined) return files;
    const derive = (text: string) =>
      `from .base import *\n${text.replace(/^class (\w+)\([^)]*\)/m, `class $1(${name})`)}`;
    const at = random.below(files.length);
    return [
      ...files.map((file, index) =>
        index === at && isPython(file) ? { ...file, bytes: bytesOf(derive(textOf(file.bytes))) } : file,
      ),
      { path: 'base.py', bytes: base.bytes },
    ];
  },
};

function onFile(change: (file: InputFile, random: Random) => InputFile): MutatePackage {
  return (files, random) => {
    const at = random.below(files.length);
    return files.map((file, index) => (index === at ? change(file, random) : file));
  };
}
