import { sha3 } from '@madang/icon';
import type { Score } from './score.ts';
import { zipOf } from './zip.ts';

/** A contract as it is deployed. */
interface Archive {
  readonly bytes: Buffer;
  readonly codeHash: string;
}

const archives = new WeakMap<Score, Archive>();

/** The archive to deploy a contract with, which is always the same bytes: its Python source in a folder. */
export const archiveOf = (score: Score): Buffer => madeOnce(score).bytes;

/** What nodes know the archive by: the SHA3-256 of its bytes. */
export const codeHashOf = (score: Score): string => madeOnce(score).codeHash;

function madeOnce(score: Score): Archive {
  const made = archives.get(score);
  if (made !== undefined) return made;
  const bytes = zipOf(filesOf(score));
  const archive = { bytes, codeHash: sha3(bytes) };
  archives.set(score, archive);
  return archive;
}

function filesOf({ name, mainClass, source }: Score): Record<string, string> {
  const description = { version: '1.0.0', main_module: 'main', main_score: mainClass };
  return {
    [`${name}/__init__.py`]: `from .main import ${mainClass}\n`,
    [`${name}/main.py`]: source,
    [`${name}/package.json`]: `${JSON.stringify(description, null, 2)}\n`,
  };
}
