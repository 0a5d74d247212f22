import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { InputFile } from '../../src/domain/package/package.ts';
import { readCorpus } from './corpus.ts';
import { JudgeThread } from './judge-thread.ts';
import { linesOf, type Fault } from './judge.ts';
import { minimise } from './minimise.ts';
import { mutantOf, sizeOf, type Mutant } from './mutant.ts';

export interface FuzzOptions {
  readonly seed: number;
  readonly seconds: number;
  /** Number of the first mutant. */
  readonly from: number;
  /** Each fault, the first time it is seen, gets a folder in this one. */
  readonly output: string;
  readonly say: (line: string) => void;
}

/** What a run came to. */
export interface FuzzCounts {
  readonly mutants: number;
  readonly lines: number;
  readonly bytes: number;
  /** How many times each kind of change was made. */
  readonly changes: ReadonlyMap<string, number>;
  /** How many mutants showed each fault. */
  readonly faults: ReadonlyMap<string, number>;
}

/** Judges one mutant after another until the time is up; what is found is made small and written down. */
export async function fuzz({ seed, seconds, from, output, say }: FuzzOptions): Promise<FuzzCounts> {
  const corpus = readCorpus();
  const thread = new JudgeThread();
  const counts = {
    mutants: 0,
    lines: 0,
    bytes: 0,
    changes: new Map<string, number>(),
    faults: new Map<string, number>(),
  };
  const until = performance.now() + seconds * 1000;
  for (let number = from; performance.now() < until; number += 1) {
    const mutant = mutantOf(corpus, seed, number);
    counts.mutants += 1;
    counts.lines += linesOf(mutant.files);
    counts.bytes += sizeOf(mutant.files);
    for (const change of mutant.changes) count(counts.changes, change);
    for (const fault of distinct(await thread.judge(mutant.files, number))) {
      const key = `${fault.kind}: ${fault.key}`;
      if (count(counts.faults, key) > 1) continue;
      say(`mutant ${number}: ${key}`);
      const small = await minimise(mutant.files, async (files) =>
        (await thread.judge(files, number)).some(
          ({ kind, key: same }) => kind === fault.kind && same === fault.key,
        ),
      );
      write(join(output, `${seed}-${number}-${fault.kind}`), small, noteOf(seed, number, mutant, fault));
    }
  }
  await thread.stop();
  return counts;
}

function count(counts: Map<string, number>, key: string): number {
  const more = (counts.get(key) ?? 0) + 1;
  counts.set(key, more);
  return more;
}

const distinct = (faults: readonly Fault[]): Fault[] => [
  ...new Map(faults.map((fault) => [`${fault.kind} ${fault.key}`, fault])).values(),
];

const noteOf = (seed: number, number: number, { changes }: Mutant, { kind, key, detail }: Fault) =>
  `--seed ${seed} --from ${number}\n${changes.join(', ')}\n\n${kind}: ${key}\n\n${detail}\n`;

function write(folder: string, files: readonly InputFile[], note: string): void {
  for (const { path, bytes } of files) {
    mkdirSync(dirname(join(folder, 'package', path)), { recursive: true });
    writeFileSync(join(folder, 'package', path), bytes);
  }
  writeFileSync(join(folder, 'fault.txt'), note);
}
