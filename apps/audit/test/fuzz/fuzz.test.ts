import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Rule } from '../../src/catalogue/rule.ts';
import { rules } from '../../src/rules/index.ts';
import { formats } from '../output/every-format.ts';
import { readSample } from '../samples/sample.ts';
import { readCorpus } from './corpus.ts';
import { judge } from './judge.ts';
import { minimise } from './minimise.ts';
import { mutantOf } from './mutant.ts';

const corpus = readCorpus();
const all = { rules, formats: Object.values(formats) };
const textOf = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

it('mutants of the samples harm nothing', { timeout: 60_000 }, () => {
  const faults = Array.from({ length: 25 }, (_, number) => ({
    number,
    faults: judge(mutantOf(corpus, 1, number).files, all, number),
  }));
  expect(faults.filter((each) => each.faults.length > 0)).toEqual([]);
});

const crashes = join(import.meta.dirname, '../fixtures/crashes');
it.each(readdirSync(crashes))('what once did harm does none: %s', (name) => {
  const { files } = readSample(join(crashes, name), name);
  expect(files.length).toBeGreaterThan(0);
  expect(judge(files, all, 0)).toEqual([]);
});

it('a seed and a number make the same mutant again, and another number another', () => {
  expect(mutantOf(corpus, 7, 3)).toEqual(mutantOf(corpus, 7, 3));
  expect(mutantOf(corpus, 7, 3).files).not.toEqual(mutantOf(corpus, 7, 4).files);
});

it('a rule that throws is found, and the package made small', async () => {
  const broken: Rule = {
    ...rules[0]!,
    id: 'Z99',
    check({ program }) {
      if (program.package.modules.some(({ text }) => text.includes('boom'))) throw new Error('it does');
    },
  };
  const judges = { rules: [broken], formats: all.formats };
  const lines = Array.from({ length: 40 }, (_, line) => (line === 23 ? 'boom = 1' : `x${line} = 1`));
  const files = [
    { path: 'a.py', bytes: new TextEncoder().encode(lines.join('\n')) },
    { path: 'b.py', bytes: new TextEncoder().encode('y = 1\n') },
  ];
  expect(judge(files, judges, 1).map(({ kind }) => kind)).toContain('rule');
  const small = await minimise(files, (fewer) => Promise.resolve(judge(fewer, judges, 1).length > 0));
  expect(small.map(({ path, bytes }) => [path, textOf(bytes)])).toEqual([['a.py', 'boom = 1']]);
});
