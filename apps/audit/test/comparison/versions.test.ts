import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkFiles } from '../../src/check-run.ts';
import type { InputFile } from '../../src/domain/package/package.ts';
import { rules } from '../../src/rules/index.ts';
import { readSamples, type Sample } from '../samples/sample.ts';

const folder = join(import.meta.dirname, '../../src/rules');
const below = ({ files }: Sample, version: string): InputFile[] =>
  files
    .filter(({ path }) => path.startsWith(`${version}/`))
    .map(({ path, bytes }) => ({ path: path.slice(version.length + 1), bytes }));

const samples = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) => readSamples(join(folder, name)).map((sample) => [name.slice(0, 3), sample] as const))
  .filter(([, { files }]) => files.some(({ path }) => path.startsWith('old/')))
  .map(([rule, sample]) => [`${rule} ${sample.name}`, rule, sample] as const);

it('there are samples in two versions', () => {
  expect(samples.map(([name]) => name)).toEqual([
    'S09 bad-diff',
    'S09 good-diff',
    'T06 bad-added',
    'T06 bad-renamed',
    'T06 good-same-name',
  ]);
});

describe.each(samples)('%s', (_, rule, sample) => {
  const { reports } = checkFiles(below(sample, 'new'), { rules, older: below(sample, 'old') });
  const findings = reports.flatMap((report) => report.findings);

  it('is told of exactly where it is marked', () => {
    const marked = sample.marks
      .filter((mark) => mark.rule === rule && mark.found && mark.file.startsWith('new/'))
      .map(({ file, line }) => `${file.slice(4)}:${line}`);
    expect(
      findings.filter((finding) => finding.rule === rule).map(({ at }) => `${at.file}:${at.start.line}`),
    ).toEqual(marked);
  });

  it('is right otherwise, where it is said to be good', () => {
    const told = findings.filter(({ severity }) => severity !== 'info');
    if (sample.kind === 'good')
      expect(told.map(({ rule: id, message }) => `${id} ${message.en}`)).toEqual([]);
    else expect(told.some((finding) => finding.rule === rule)).toBe(true);
  });
});
