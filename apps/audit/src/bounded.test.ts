import { describe, expect, it } from 'vitest';
import { formats } from '../test/output/every-format.ts';
import { bounded, boundedRun, MOST_TOLD } from './bounded.ts';
import { checkFiles, type CheckRun } from './check-run.ts';
import { isFailure } from './command/check-once.ts';
import { rules } from './rules/index.ts';

const prints = rules.filter(({ id }) => id === 'Q02');
const COUNT = 2500;

/** A file of nothing but prints, and one of two. */
const files = (count: number, end = '') => [
  { path: 'many.py', bytes: new TextEncoder().encode(`${'print(1)\n'.repeat(count)}${end}`) },
  { path: 'two.py', bytes: new TextEncoder().encode('print(1)\nprint(2)\n') },
];
const whole = checkFiles(files(COUNT), { rules: prints });
const told = boundedRun(whole);
const [report] = told.reports;

/** `X005 many.py:1001` */
const placesOf = ({ reports }: CheckRun) =>
  reports.flatMap(({ findings }) => findings.map(({ rule, at }) => `${rule} ${at.file}:${at.start.line}`));

describe('more of one rule in one file than anybody reads', () => {
  it('is told as the first ones, and one that says how many more', () => {
    expect(whole.reports[0]?.findings).toHaveLength(COUNT + 2);
    expect(placesOf(told)).toEqual([
      ...Array.from({ length: MOST_TOLD }, (_, at) => `Q02 many.py:${at + 1}`),
      'X005 many.py:1001',
      'Q02 two.py:1',
      'Q02 two.py:2',
    ]);
    const more = report?.findings.find(({ rule }) => rule === 'X005');
    expect(more?.message.en).toBe('Q02 is found 1500 more times in this file, from here on');
    expect(more?.message.ko).toContain('Q02 문제가 1500개 더');
  });

  it('is as bad and as sure as the worst of what is left out', () => {
    const findings = whole.reports[0]?.findings ?? [];
    const last = { ...findings[COUNT - 1]!, severity: 'critical', confidence: 'high' } as const;
    const mixed = findings.with(COUNT - 1, last);
    expect(bounded(mixed).find(({ rule }) => rule === 'X005')).toMatchObject({
      severity: 'critical',
      confidence: 'high',
    });
  });

  it('is what a verdict names, and no more', () => {
    const all = rules.filter(({ id }) => id === 'D06');
    const text = "KEY = hash('x')\n".repeat(1200);
    const full = checkFiles([{ path: 'a.py', bytes: new TextEncoder().encode(text) }], { rules: all });
    const [only] = boundedRun(full).reports;
    const lines = only!.checklist.filter(({ findings }) => findings.length > 0);
    expect(lines.map(({ line, findings }) => `${line.id} ${findings.length}`)).toEqual(['CL-C07 1000']);
    expect(lines[0]!.findings.every((finding) => only!.findings.includes(finding))).toBe(true);
  });

  it.each(Object.entries(formats))('says so in %s', (_, format) => {
    const text = format(told, { language: 'en', colour: false });
    expect(text).toContain('Q02 is found 1500 more times in this file');
    expect(text.length).toBeLessThan(format(whole, { language: 'en', colour: false }).length);
  });

  it('leaves the exit code as it is, and a check of a few as it is told', () => {
    const settings = { ...whole.reports[0]!.settings, failOn: whole.reports[0]!.findings[0]!.severity };
    const strict = (run: CheckRun) => ({
      ...run,
      reports: run.reports.map((each) => ({ ...each, settings })),
    });
    expect([isFailure(strict(whole), false), isFailure(strict(told), false)]).toEqual([true, true]);
    const few = checkFiles(files(MOST_TOLD), { rules: prints });
    expect(boundedRun(few).reports).toEqual(few.reports);
  });
});

it('tells what is new before what was there, and names nothing that is not told', () => {
  const run = boundedRun(
    checkFiles(files(COUNT, 'def f():\n    print(2)\n'), { rules: prints, older: files(COUNT) }),
  );
  const [comparison] = run.comparison!;
  const fresh = comparison!.added.map(({ at }) => at.start.line);
  expect(fresh).toEqual([COUNT + 2]);
  const there = new Set(run.reports[0]!.findings);
  for (const finding of [...comparison!.added, ...comparison!.unchanged]) expect(there).toContain(finding);
});
