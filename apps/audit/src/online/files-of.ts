import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { InputFile } from '../domain/package/package.ts';
import { notAPackage, nothingToRead } from '../reading/errors.ts';
import { fromBytes } from '../reading/read-input.ts';
import { nothingHandedIn } from './errors.ts';
import type { CheckJob } from './messages.ts';

/** The files of what was handed in, as `./madang audit check` reads them. */
export async function filesOf({ bytes, name, isSample }: CheckJob): Promise<readonly InputFile[]> {
  if (isSample) return sampleFiles();
  if (bytes.length === 0) throw nothingHandedIn({});
  const files = await fromBytes(bytes, name, name);
  // A picture that is called a Python file is none.
  if (files[0]?.bytes === bytes && bytes.includes(0)) throw notAPackage({ path: name });
  if (!files.some(({ path }) => /\.py$|(?:^|\/)package\.json$/.test(path)))
    throw nothingToRead({ path: name });
  return files;
}

const SAMPLE = join(import.meta.dirname, 'sample');

/** A small contract of ours with some of the usual mistakes. */
export async function sampleFiles(): Promise<InputFile[]> {
  const names = (await readdir(SAMPLE)).toSorted();
  return Promise.all(names.map(async (path) => ({ path, bytes: await readFile(join(SAMPLE, path)) })));
}
