import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/analyse.ts';
import { rules } from '../../src/rules/index.ts';
import { readSamples, type Sample } from './sample.ts';

const folder = join(import.meta.dirname, '../../src/rules');
const folderOf = new Map(
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => [name.slice(0, 3), name]),
);

/** `file:line` of what a rule finds in a sample, with how severe it is there; line 0 where a mark names the whole file. */
function found(sample: Sample, rule: string): { place: string; severity: string }[] {
  const whole = new Set(sample.marks.filter(({ line }) => line === 0).map(({ file }) => file));
  return analyse(sample.files, { rules }).flatMap(({ findings }) =>
    findings
      .filter((finding) => finding.rule === rule)
      .map(({ at, severity }) => ({
        place: `${at.file}:${whole.has(at.file) ? 0 : at.start.line}`,
        severity,
      })),
  );
}

const eachOnce = (places: readonly string[]) => [...new Set(places)].toSorted();

/** Samples with an older and a newer version are for the comparison of the two. */
const isOneVersion = ({ files }: Sample) => !files.some(({ path }) => path.startsWith('old/'));

const named = (sample: Sample, rule: string, wanted: boolean) =>
  sample.marks.filter((mark) => mark.rule === rule && mark.found === wanted);

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const samples = readSamples(join(folder, folderOf.get(id) ?? '')).filter(isOneVersion);

  it('stands in a folder of its name, with a page in both languages', () => {
    expect(folderOf.get(id)).toBe(`${id}-${rule.name}`);
    for (const page of ['doc.en.md', 'doc.ko.md'])
      expect(existsSync(join(folder, `${id}-${rule.name}`, page))).toBe(true);
    expect(samples.filter(({ kind }) => kind === 'bad').length).toBeGreaterThanOrEqual(2);
    expect(samples.filter(({ kind }) => kind === 'good').length).toBeGreaterThanOrEqual(1);
  });

  it.each(samples.map((sample) => [sample.name, sample] as const))(
    '%s: finds exactly what is marked',
    (_, sample) => {
      const wanted = named(sample, id, true).filter(({ todo }) => !todo);
      const missed = named(sample, id, true).filter(({ todo }) => todo);
      const alarms = named(sample, id, false).filter(({ todo }) => todo);
      const places = [...wanted, ...alarms].map(({ file, line }) => `${file}:${line}`);
      const told = found(sample, id);
      expect(eachOnce(told.map(({ place }) => place))).toEqual(eachOnce(places));
      for (const { file, line, severity } of wanted.filter((mark) => mark.severity !== undefined))
        expect(told).toContainEqual({ place: `${file}:${line}`, severity });
      for (const { file, line } of missed) expect(places).not.toContain(`${file}:${line}`);
    },
  );
});

describe('samples that are right', () => {
  const good = [...folderOf.values()].flatMap((name) =>
    readSamples(join(folder, name))
      .filter((sample) => sample.kind === 'good' && isOneVersion(sample))
      .map((sample) => [`${name}/${sample.name}`, sample] as const),
  );

  it.each(good)('%s has nothing above info', (_, sample) => {
    const known = new Set(sample.marks.filter(({ todo }) => todo).map(({ rule }) => rule));
    const findings = analyse(sample.files, { rules }).flatMap((report) => report.findings);
    const told = findings.filter(({ severity, rule }) => severity !== 'info' && !known.has(rule));
    expect(told.map(({ rule, at, message }) => `${rule} ${at.file}:${at.start.line} ${message.en}`)).toEqual(
      [],
    );
  });
});
