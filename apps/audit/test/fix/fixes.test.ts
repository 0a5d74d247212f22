import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/analyse.ts';
import type { Finding } from '../../src/catalogue/finding.ts';
import type { Rule } from '../../src/catalogue/rule.ts';
import type { InputFile } from '../../src/domain/package/package.ts';
import { fixFiles } from '../../src/fix/fix-files.ts';
import { patchOf } from '../../src/fix/patch.ts';
import { rules } from '../../src/rules/index.ts';
import { readSamples } from '../samples/sample.ts';

const folder = join(import.meta.dirname, '../../src/rules');
const findingsOf = (files: readonly InputFile[], which: readonly Rule[] = rules): Finding[] =>
  analyse(files, { rules: which }).flatMap(({ findings }) => findings);

/** Every bad sample in which a rule finds something that it can mend. */
const mendable = rules.flatMap((rule) =>
  readSamples(join(folder, `${rule.id}-${rule.name}`))
    .filter(({ kind, files }) => kind === 'bad' && !files.some(({ path }) => path.startsWith('old/')))
    .flatMap(({ name, files }) => {
      const found = findingsOf(files, [rule]);
      return found.some(({ fix }) => fix !== undefined) ? [{ id: rule.id, name, rule, files, found }] : [];
    }),
);

/** A guard that is taken from the methods of the engine may have no use any more. */
const FOLLOWING: Readonly<Record<string, string>> = { L04: 'A06' };

it('has samples of each rule that mends', () => {
  const fixing = new Set(mendable.map(({ id }) => id));
  expect([...fixing]).toEqual(['L01', 'L04', 'N02', 'Q01', 'Q02', 'Q03', 'Q04', 'T02']);
});

describe.each(mendable.map((each) => [`${each.id} ${each.name}`, each] as const))('%s', (_, sample) => {
  const { rule, files, found } = sample;
  const fixed = fixFiles(files, 'unsafe', { rules: [rule] });

  it('is mended: what could be is not found any more', () => {
    const left = findingsOf(fixed.files, [rule]);
    expect(fixed.refused).toEqual([]);
    expect(fixed.applied.length).toBeGreaterThan(0);
    expect(left.filter(({ fix }) => fix !== undefined)).toEqual([]);
    expect(left).toHaveLength(found.length - found.filter(({ fix }) => fix !== undefined).length);
  });

  it('brings nothing new above info, and all of it can be read', () => {
    const countsOf = (all: readonly Finding[]) => {
      const counts = new Map<string, number>();
      for (const each of all) counts.set(each.rule, (counts.get(each.rule) ?? 0) + 1);
      return counts;
    };
    const before = countsOf(findingsOf(files));
    const after = countsOf(findingsOf(fixed.files).filter(({ severity }) => severity !== 'info'));
    const more = [...after].filter(([id, count]) => count > (before.get(id) ?? 0)).map(([id]) => id);
    expect(more.filter((id) => id !== FOLLOWING[rule.id])).toEqual([]);
  });

  it('changes nothing when it is done again', () => {
    expect(fixFiles(fixed.files, 'unsafe', { rules: [rule] }).applied).toEqual([]);
    expect(patchOf(fixed.files, fixFiles(fixed.files, 'unsafe', { rules: [rule] }).files)).toBe('');
  });

  it('touches no line that has nothing to do with it', () => {
    const patch = patchOf(files, fixed.files);
    expect(patch).toMatch(/^--- a\//);
    const changed = patch.split('\n').filter((line) => /^[-+](?![-+]{2} )/.test(line));
    expect(changed.length).toBeGreaterThan(0);
    expect(changed.length).toBeLessThanOrEqual(fixed.applied.length * 14);
  });
});
