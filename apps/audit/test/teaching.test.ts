import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyse } from '../src/analyse.ts';
import { rules } from '../src/rules/index.ts';
import { readSample, type Sample } from './samples/sample.ts';

const known = new Set(rules.map(({ id }) => id));
const foldersIn = (folder: string) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

const teaching = join(import.meta.dirname, 'fixtures/teaching');

describe.each(foldersIn(teaching))('the teaching contract %s', (name) => {
  const sample = readSample(join(teaching, name), name);
  const findings = analyse(sample.files, { rules }).flatMap((report) => report.findings);
  const isFound = (rule: string, file: string, line: number) =>
    findings.some(
      (finding) =>
        finding.rule === rule &&
        finding.at.file === file &&
        finding.at.start.line === line &&
        finding.severity !== 'info',
    );

  it.each(
    sample.marks
      .filter(({ rule }) => known.has(rule))
      .map((mark) => [`${mark.rule} ${mark.file}:${mark.line}`, mark] as const),
  )('%s comes out as the table says', (_, { rule, file, line, found, todo }) => {
    expect(isFound(rule, file, line)).toBe(found !== todo);
  });
});

const askingTheCaller = (bytes: Uint8Array): Uint8Array =>
  new TextEncoder().encode(new TextDecoder().decode(bytes).replaceAll('self.tx.origin', 'self.msg.sender'));

describe('the teaching contracts, checked together', () => {
  const sample = readSample(teaching, 'teaching');
  const told = (files: Sample['files']) =>
    analyse(files, { rules }).flatMap(({ findings }) =>
      findings
        .filter(({ rule }) => rule === 'A02')
        .map(({ rule, at }) => `${rule} ${at.file}:${at.start.line}`),
    );

  it('show what one package alone does not', () => {
    const wanted = sample.marks.filter(({ todo, rule }) => todo && rule === 'A02');
    expect(wanted.map(({ file }) => file)).toEqual(['samplegame/samplegame.py']);
    for (const { rule, file, line } of wanted)
      expect(told(sample.files)).toContain(`${rule} ${file}:${line}`);
  });

  it('say nothing where another contract may be the one that is called, which takes the caller for who it is', () => {
    const twins = sample.files
      .filter(({ path }) => path.startsWith('chip/'))
      .map(({ path, bytes }) => ({ path: `twin/${path}`, bytes: askingTheCaller(bytes) }));
    expect(told([...sample.files, ...twins]).filter((place) => place.includes('samplegame'))).toEqual([]);
  });
});

const falseAlarms = join(import.meta.dirname, 'fixtures/false-alarms');

describe('what looks like a defect and is none', () => {
  it.each(readdirSync(falseAlarms).filter((name) => name.endsWith('.py')))(
    '%s has nothing above info',
    (name) => {
      const { files } = readSample(join(falseAlarms, name), name);
      const told = analyse(files, { rules }).flatMap((report) =>
        report.findings.filter(({ severity }) => severity !== 'info'),
      );
      expect(told.map(({ rule, at, message }) => `${rule} ${at.start.line} ${message.en}`)).toEqual([]);
    },
  );
});
