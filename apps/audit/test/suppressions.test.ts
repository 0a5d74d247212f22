import { describe, expect, it } from 'vitest';
import { checkFiles } from '../src/check-run.ts';
import { jsonReport } from '../src/output/json.ts';
import { rules } from '../src/rules/index.ts';

const ENGLISH = { language: 'en', colour: false } as const;

const run = (line: string, above = '        pass') => {
  const text = `from iconservice import *\n\n\nclass A(IconScoreBase):\n    def key(self, text):\n${above}\n        return ${line}\n`;
  return checkFiles([{ path: 'a.py', bytes: new TextEncoder().encode(text) }], {
    rules: rules.filter(({ id }) => id === 'D06' || id === 'F01'),
  });
};
const told = (line: string, above?: string) =>
  run(line, above).reports[0]!.findings.map(({ rule, at }) => `${rule}:${at.start.line}`);

describe('a comment that suppresses', () => {
  it.each([
    ['hash(text)', undefined, ['D06:7']],
    ['hash(text)  # madang: ignore[D06] only a cache key in a query', undefined, []],
    ['hash(text)', '        # madang: ignore[D06] only a cache key in a query', []],
    ['hash(text)  # madang: ignore[F01, d06] both', undefined, ['X004:7']],
    ['hash(text)  # madang: ignore[D06]', undefined, ['D06:7', 'X003:7']],
    ['hash(text)  # madang: ignore[F01] another one', undefined, ['D06:7', 'X004:7']],
    ['text  # madang: ignore[D06] was here once', undefined, ['X004:7']],
    ['text  # madang: ignore[S01] did not run', undefined, []],
    ["'# madang: ignore[D06] no comment' + str(hash(text))", undefined, ['D06:7']],
  ])('return %s (above: %s) leaves %j', (line, above, expected) => {
    expect(told(line, above)).toEqual(expected);
  });

  it('keeps what it takes out, with the reason', () => {
    const json = JSON.parse(jsonReport(run('hash(text)  # madang: ignore[D06] a cache key'), ENGLISH)) as {
      packages: { suppressed: { rule: string; reason: string }[] }[];
    };
    expect(json.packages[0]!.suppressed.map(({ rule, reason }) => [rule, reason])).toEqual([
      ['D06', 'a cache key'],
    ]);
  });
});
