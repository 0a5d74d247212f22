import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { contractOf } from './editor-contract.ts';

/** Python files in a folder of their own, which is removed in the end. */
export interface Corpus {
  readonly name: string;
  readonly folder: string;
  readonly files: number;
  readonly lines: number;
}

const SAMPLES = join(import.meta.dirname, '../src/rules');
const MANIFEST = '{"version": "1.0.0", "main_module": "market", "main_score": "Market"}';

/** Python's own library as Debian installs it, its tests apart: code of many authors, none of it a contract. */
export function library(atLeast: number): Corpus {
  const from = execFileSync(
    '/usr/bin/python3',
    ['-c', 'import sysconfig; print(sysconfig.get_path("stdlib"))'],
    {
      encoding: 'utf8',
    },
  ).trim();
  const files = pythonIn(from).filter((file) => !/\/(?:tests?|idlelib|lib2to3|site-packages)\//.test(file));
  const folder = mkdtempSync(join(tmpdir(), 'madang-audit-library-'));
  let lines = 0;
  let count = 0;
  for (const file of files) {
    if (lines >= atLeast) break;
    const target = join(folder, relative(from, file));
    mkdirSync(dirname(target), { recursive: true });
    cpSync(file, target);
    lines += linesOf(file);
    count += 1;
  }
  return { name: 'library', folder, files: count, lines };
}

/** Packages: markets of 200 to 2,000 lines, and between them those of the rules' samples, good and bad. */
export function contracts(atLeast: number): Corpus {
  const folder = mkdtempSync(join(tmpdir(), 'madang-audit-contracts-'));
  const samples = samplePackages();
  let lines = 0;
  for (let number = 0; lines < atLeast; number += 1) {
    const target = join(folder, `p${String(number).padStart(4, '0')}`);
    const sample = samples[number % samples.length];
    if (number % 3 === 0 || sample === undefined) {
      mkdirSync(target);
      // 200, 500, …, 2,000 and from the start again.
      writeFileSync(join(target, 'market.py'), contractOf(200 + 300 * (number % 7)));
      writeFileSync(join(target, '__init__.py'), 'from .market import Market\n');
      writeFileSync(join(target, 'package.json'), MANIFEST);
    } else if (statSync(sample).isDirectory()) cpSync(sample, target, { recursive: true });
    else {
      mkdirSync(target);
      cpSync(sample, join(target, 'market.py'));
    }
    lines += pythonIn(target).reduce((sum, file) => sum + linesOf(file), 0);
  }
  return { name: 'contracts', folder, files: pythonIn(folder).length, lines };
}

/** One contract of about as many lines as asked for. */
export function oneContract(wanted: number): Corpus {
  const folder = mkdtempSync(join(tmpdir(), 'madang-audit-contract-'));
  const text = contractOf(wanted);
  writeFileSync(join(folder, 'market.py'), text);
  writeFileSync(join(folder, '__init__.py'), 'from .market import Market\n');
  writeFileSync(join(folder, 'package.json'), MANIFEST);
  return { name: 'one contract', folder, files: 2, lines: text.split('\n').length };
}

export const remove = ({ folder }: Corpus): void => rmSync(folder, { recursive: true, force: true });

/** `bad.py`, `good-helper.py`, `bad-package/` of every rule. */
function samplePackages(): string[] {
  return readdirSync(SAMPLES, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => readdirSync(join(SAMPLES, name)).map((file) => join(SAMPLES, name, file)))
    .filter((path) => /\/(?:bad|good)[^/]*$/.test(path))
    .toSorted();
}

function pythonIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.py'))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}

const linesOf = (file: string): number => readFileSync(file).filter((byte) => byte === 10).length;
