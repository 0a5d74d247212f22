import type { InputFile } from '../../src/domain/package/package.ts';
import type { Corpus } from './corpus.ts';
import { byteMutations } from './mutate-bytes.ts';
import { lineMutations } from './mutate-lines.ts';
import { packageMutations } from './mutate-package.ts';
import { shapeMutations } from './mutate-shapes.ts';
import { tokenMutations } from './mutate-tokens.ts';
import { Random } from './random.ts';

/** A package that was right once. */
export interface Mutant {
  readonly files: readonly InputFile[];
  /** What was done to it, in this order. */
  readonly changes: readonly string[];
}

/** More text than this comes of doubling again and again, and says nothing new. */
const MOST_BYTES = 400_000;

type Change = (
  files: readonly InputFile[],
  random: Random,
  donor: readonly InputFile[],
) => readonly InputFile[];

// How often each kind has its turn: what stays nearly Python reaches furthest.
const changes: readonly (readonly [string, Change])[] = [
  ...Object.entries(byteMutations).map(([name, mutate]) => [name, onBytes(mutate)] as const),
  ...times(
    2,
    Object.entries(lineMutations).map(([name, mutate]) => [name, onText(mutate)] as const),
  ),
  ...times(
    4,
    Object.entries(tokenMutations).map(([name, mutate]) => [name, onText(mutate)] as const),
  ),
  ...times(
    3,
    Object.entries(shapeMutations).map(([name, mutate]) => [name, onText(mutate)] as const),
  ),
  ...Object.entries(packageMutations),
];

/** The mutant of this number: one to eight changes of one package of the corpus. */
export function mutantOf(corpus: Corpus, seed: number, number: number): Mutant {
  const random = new Random(seed, number);
  let files = random.pick(corpus) ?? [];
  const done: string[] = [];
  do {
    const [name, change] = random.pick(changes) ?? ['nothing', (same: readonly InputFile[]) => same];
    const changed = change(files, random, random.pick(corpus) ?? []);
    done.push(name);
    if (sizeOf(changed) <= MOST_BYTES) files = changed;
  } while (done.length < 8 && !random.onceIn(3));
  return { files, changes: done };
}

function onBytes(mutate: (bytes: Uint8Array, random: Random, donor: Uint8Array) => Uint8Array): Change {
  return (files, random, donor) => {
    const python = files.filter(({ path }) => path.endsWith('.py'));
    const chosen = random.pick(python.length === 0 ? files : python);
    const other = random.pick(donor)?.bytes ?? new Uint8Array();
    return files.map((file) =>
      file === chosen ? { ...file, bytes: mutate(file.bytes, random, other) } : file,
    );
  };
}

function onText(mutate: (text: string, random: Random, donor: string) => string): Change {
  const decoder = new TextDecoder();
  return onBytes((bytes, random, donor) =>
    new TextEncoder().encode(mutate(decoder.decode(bytes), random, decoder.decode(donor))),
  );
}

function times<Item>(count: number, items: readonly Item[]): Item[] {
  return Array.from({ length: count }, () => items).flat();
}

export const sizeOf = (files: readonly InputFile[]): number =>
  files.reduce((sum, { bytes }) => sum + bytes.length, 0);
