import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { InputFile } from '../../src/domain/package/package.ts';
import { readSample } from '../samples/sample.ts';

/** What mutants are made from: the packages of all samples and fixtures. */
export type Corpus = readonly (readonly InputFile[])[];

const RULES = join(import.meta.dirname, '../../src/rules');
const FIXTURES = join(import.meta.dirname, '../fixtures');

/** Packages in the order of their paths, so that a seed means the same on every machine. */
export function readCorpus(): Corpus {
  const fixtures = ['crashes', 'false-alarms', 'loader', 'teaching'].flatMap((name) =>
    entriesOf(join(FIXTURES, name)),
  );
  return [...entriesOf(RULES).flatMap((rule) => entriesOf(rule)), ...fixtures].flatMap((path) => {
    if (!path.endsWith('.py') && !isFolder(path)) return [];
    return [readSample(path, path.slice(path.lastIndexOf('/') + 1)).files];
  });
}

const isFolder = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

function entriesOf(folder: string): string[] {
  if (!isFolder(folder)) return [];
  return readdirSync(folder)
    .toSorted()
    .map((name) => join(folder, name));
}
