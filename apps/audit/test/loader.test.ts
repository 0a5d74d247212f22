import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyse } from '../src/analyse.ts';
import { rules } from '../src/rules/index.ts';
import { readSample, type Mark, type Sample } from './samples/sample.ts';

/**
 * Packages that the engines take or refuse when they load a contract (fixtures/loader/README.md says what `expect.txt` means). What is
 * expected of a rule that does not exist yet is left out, so that the test grows with the rules.
 */
const folder = join(import.meta.dirname, 'fixtures/loader');
const engines = ['v1', 'goloop'] as const;
const known = new Set(['X001', ...rules.map(({ id }) => id)]);
const loaderRules = rules.filter(({ id }) => /^[LD]/.test(id));

/** What git leaves out of a working copy: `__pycache__` is ignored, whatever is in it. */
const UNTRACKED: ReadonlyMap<string, Sample['files']> = new Map([
  [
    'hidden-and-cached-files',
    [{ path: '__pycache__/score.py', bytes: new TextEncoder().encode('import os\n') }],
  ],
]);

const packages = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => {
    const { files, marks } = readSample(join(folder, name), name);
    const expected = readFileSync(join(folder, name, 'expect.txt'), 'utf8');
    const untracked = (UNTRACKED.get(name) ?? []).filter(
      ({ path }) => !files.some((file) => file.path === path),
    );
    return { name, files: [...files, ...untracked], marks, isClean: expected.trim() === 'clean' };
  });

/** `rule file:line` of what is found; the line is left out where only the file is named. */
function found(files: Sample['files'], engine?: (typeof engines)[number]): string[] {
  const findings = analyse(files, { rules: loaderRules, engine: engine ?? 'either' }).flatMap(
    (report) => report.findings,
  );
  const told = findings.filter(({ rule }) => /^(?:[LD]\d\d|X001)$/.test(rule));
  return [...new Set(told.map(({ rule, at }) => placed(rule, at.file, at.start.line)))].toSorted();
}

const placed = (rule: string, file: string, line: number) =>
  file.endsWith('.json') ? `${rule} ${file}` : `${rule} ${file}:${line}`;
const placeOf = (told: string) => told.slice(told.indexOf(' ') + 1);

function check(files: Sample['files'], marks: readonly Mark[], engine?: (typeof engines)[number]): void {
  const wanted = marks
    .filter((mark) => mark.found && known.has(mark.rule))
    .map(({ rule, file, line }) => placed(rule, file, line));
  const lines = new Set(marks.map(({ rule, file, line }) => placeOf(placed(rule, file, line))));
  const told = found(files, engine);
  // More on a line that is named is no failure; on any other line it is.
  expect(told.filter((each) => wanted.includes(each) || !lines.has(placeOf(each)))).toEqual(
    [...new Set(wanted)].toSorted(),
  );
}

describe.each(packages)('$name', ({ files, marks, isClean }) => {
  it('says what it expects', () => {
    expect(isClean).toBe(marks.length === 0);
  });

  it('is judged as the engines do', () => {
    check(files, marks);
  });

  const own = marks.filter(({ engine }) => engine !== undefined);
  it.each(own.length > 0 ? engines : [])('is judged as %s does', (engine) => {
    const refused = marks.filter((mark) => mark.engine === undefined || mark.engine === engine);
    const others = own.filter((mark) => mark.engine !== engine && known.has(mark.rule));
    const told = found(files, engine);
    check(files, refused, engine);
    for (const { rule, file, line } of others) expect(told).not.toContain(placed(rule, file, line));
  });
});
