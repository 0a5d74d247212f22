import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entryOf } from '../../src/baseline/baseline.ts';
import { checkFiles, type CheckRun } from '../../src/check-run.ts';
import type { InputFile } from '../../src/domain/package/package.ts';
import { formatNames as NAMES, type FormatName } from '../../src/output/formats.ts';
import { formats } from './every-format.ts';
import { rules } from '../../src/rules/index.ts';
import { RULE_SET } from '../../src/rules/version.ts';
import { check, hostileFiles, teachingFiles } from './packages.ts';
import { sarifOf } from './sarif-log.ts';
import { twoVersions } from './two-versions.ts';

const LANGUAGES = ['en', 'ko'] as const;
const teaching = check(teachingFiles());
const hostile = check(hostileFiles());
const draw = (name: FormatName, run: CheckRun, language: 'en' | 'ko' = 'en') =>
  formats[name](run, { language, colour: false });

/** All that makes a terminal, a page or an editor show something other than what is there. */
const HIDING = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/;

it('comes out the same in every format for any order of the files', { timeout: 60_000 }, () => {
  const files = teachingFiles().filter(({ path }) => /^(?:chip|welcome)\//.test(path));
  const all = (order: readonly InputFile[]) => {
    const run = check(order);
    return NAMES.map((name) => draw(name, run));
  };
  const expected = all(files);
  fc.assert(
    fc.property(fc.shuffledSubarray(files, { minLength: files.length }), (order) => {
      expect(all(order)).toEqual(expected);
    }),
    { numRuns: 4 },
  );
});

// GitLab's is a list of findings and nothing else.
it.each(NAMES.filter((name) => name !== 'gitlab'))(
  '%s says which rules it speaks for, and the verdicts',
  (name) => {
    const text = draw(name, teaching);
    expect(text).toContain(RULE_SET);
    expect(text).toMatch(/checklist/i);
  },
);

describe.each(NAMES)('%s', (name) => {
  it.each(LANGUAGES)('has no hole in %s', (language) => {
    const text = draw(name, teaching, language);
    expect(text.replace(/<style>.*?<\/style>/s, '')).not.toMatch(/\bundefined\b|\[object|NaN/);
  });
});

describe.each(NAMES.filter((name) => name !== 'json' && name !== 'sarif'))('%s of hostile text', (name) => {
  it.each(LANGUAGES)('shows nothing other than what is there, in %s', (language) => {
    expect(hostile.reports.flatMap(({ findings }) => findings).length).toBeGreaterThan(30);
    expect(hostile.reports.flatMap(({ suppressed }) => suppressed).length).toBeGreaterThan(5);
    const text = draw(name, hostile, language);
    expect(HIDING.exec(text)).toBeNull();
    expect(text).toContain('\\u{202e}');
  });
});

describe('sarif', () => {
  const schema = JSON.parse(
    readFileSync(
      createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'),
      'utf8',
    ),
  ) as Record<string, unknown>;
  // The published schema says draft 4, of which it uses nothing that later drafts read otherwise but the name of its id.
  const { $schema: _draft, id: _id, ...body } = schema;
  const validate = new Ajv({
    strict: false,
    unicodeRegExp: false,
    allErrors: true,
    formats: { uri: isUri, 'uri-reference': isUri, 'date-time': true },
  }).compile(body);

  it.each([
    ['teaching contracts', teaching],
    ['hostile text', hostile],
    ['nothing', check([])],
    ['two versions', twoVersions],
    [
      'versions of several packages',
      checkFiles(teachingFiles().slice(0, 4), { rules, older: hostileFiles() }),
    ],
  ] as const)('of %s is valid against the published schema', (_, run) => {
    for (const language of LANGUAGES) {
      validate(JSON.parse(draw('sarif', run, language)));
      expect(validate.errors ?? []).toEqual([]);
    }
  });

  it('would be refused with a mistake in it', () => {
    const log = sarifOf(teaching);
    log.runs[0].results[0]!.level = 'terrible';
    expect(validate(log)).toBe(false);
  });

  it('names places in columns of UTF-16 from 1, below the root', () => {
    const text =
      "from iconservice import *\n\n\nclass A(IconScoreBase):\n    def key(self):\n        return ('🎲가', hash('x'))\n";
    const [result] = sarifOf(
      check([{ path: 'a b/😀.py', bytes: new TextEncoder().encode(text) }]),
    ).runs[0].results.filter(({ ruleId }) => ruleId === 'D06');
    const { artifactLocation, region } = result!.locations[0].physicalLocation;
    expect(artifactLocation).toEqual({ uri: 'a%20b/%F0%9F%98%80.py', uriBaseId: '%SRCROOT%' });
    expect(region).toEqual({ startLine: 6, startColumn: 24, endLine: 6, endColumn: 33 });
  });

  it('gives severity, confidence and a fingerprint with each result, and whether it is suppressed', () => {
    const { results } = sarifOf(hostile).runs[0];
    for (const { properties, partialFingerprints, suppressions } of results) {
      expect(['critical', 'high', 'medium', 'low', 'info']).toContain(properties.severity);
      expect(['high', 'medium', 'low']).toContain(properties.confidence);
      expect(partialFingerprints['madangFinding/v1']).toMatch(/^[0-9a-f]{24}$/);
      expect(suppressions).toBeInstanceOf(Array);
    }
    expect(results.filter(({ suppressions }) => suppressions.length === 1).length).toBeGreaterThan(5);
    expect(
      new Set(
        results.map(
          ({ partialFingerprints, locations }) =>
            `${locations[0].physicalLocation.artifactLocation.uri} ${partialFingerprints['madangFinding/v1']}`,
        ),
      ).size,
    ).toBe(results.length);
  });

  it('leads from the reasons to the finding', () => {
    const flows = sarifOf(teaching).runs[0].results.flatMap(({ codeFlows }) => codeFlows ?? []);
    expect(flows.length).toBeGreaterThan(0);
    for (const { threadFlows } of flows) expect(threadFlows[0].locations.length).toBeGreaterThanOrEqual(2);
  });

  it('says nothing that hides or reorders what a viewer shows', () => {
    const shown: string[] = [];
    JSON.parse(draw('sarif', hostile), (_, value: unknown) => {
      if (typeof value === 'string') shown.push(value);
      return value;
    });
    expect(shown.filter((text) => HIDING.test(text.replaceAll('\n', '')))).toEqual([]);
  });
});

function isUri(text: string): boolean {
  return URL.canParse(text, 'file:///');
}

describe('a rule that failed', () => {
  const throws = rules.map((rule) =>
    rule.id === 'F01'
      ? {
          ...rule,
          check: () => {
            throw new Error('broken & <b>');
          },
        }
      : rule,
  );
  const run = checkFiles(
    teachingFiles().filter(({ path }) => path.startsWith('chip/')),
    { rules: throws },
  );

  it('is a notification of the tool in SARIF, and no result', () => {
    const [{ invocations, results }] = sarifOf(run).runs;
    expect(invocations[0].executionSuccessful).toBe(false);
    expect(invocations[0].toolExecutionNotifications.map(({ associatedRule }) => associatedRule.id)).toEqual([
      'F01',
    ]);
    expect(results.filter(({ ruleId }) => ruleId === 'X002')).toEqual([]);
  });

  it('is an error of its case in JUnit', () => {
    expect(draw('junit', run)).toMatch(
      /<testsuite name="chip" tests="\d+" failures="\d+" errors="1"[^]*name="F01 [^"]*">\s*<error message="Rule F01 failed on this package and found nothing: broken &amp; &lt;b&gt;"/,
    );
  });
});

describe('a baseline', () => {
  const files = teachingFiles().filter(({ path }) => path.startsWith('chip/'));
  const all = check(files).reports.flatMap(({ findings }) => findings);
  const run = checkFiles(files, { rules, baseline: all.slice(1).map(entryOf) });

  it('tells old from new in SARIF', () => {
    const states = sarifOf(run).runs[0].results.map(({ baselineState }) => baselineState);
    expect(states.filter((state) => state === 'new')).toHaveLength(1);
    expect(states.filter((state) => state === 'unchanged')).toHaveLength(all.length - 1);
  });

  it('fails no case in JUnit for what is known', () => {
    expect(draw('junit', run).match(/<failure/g)).toHaveLength(1);
  });

  it.each(['html', 'markdown'] as const)('stands apart in %s', (name) => {
    expect(draw(name, run)).toContain('Known to the baseline');
    expect(draw(name, check(files))).not.toContain('Known to the baseline');
  });
});

describe('json', () => {
  it('gives the evidence of every verdict', () => {
    const { packages } = JSON.parse(draw('json', teaching)) as {
      packages: {
        root: string;
        findings: { fingerprint: string }[];
        checklist: {
          id: string;
          verdict: string;
          seen: unknown[];
          open: unknown[];
          findings: string[];
          why: string;
        }[];
      }[];
    };
    expect(packages.length).toBe(5);
    for (const { checklist, findings } of packages) {
      expect(checklist.length).toBe(27);
      const known = new Set(findings.map(({ fingerprint }) => fingerprint));
      for (const line of checklist) {
        expect(line.why).not.toBe('');
        expect(line.findings.every((fingerprint) => known.has(fingerprint))).toBe(true);
        if (line.verdict === 'fail' || line.verdict === 'warning') expect(line.findings).not.toEqual([]);
        if (line.verdict === 'pass') expect(line.seen).not.toEqual([]);
      }
    }
    const verdictsOf = (root: string) =>
      new Map(packages.find((each) => each.root === root)?.checklist.map(({ id, verdict }) => [id, verdict]));
    expect(['CL-C09', 'CL-C11', 'CL-C13', 'CL-W05'].map((id) => verdictsOf('chip').get(id))).toEqual([
      'fail',
      'fail',
      'pass',
      'warning',
    ]);
    expect(['CL-C08', 'CL-C09', 'CL-W01', 'CL-W03'].map((id) => verdictsOf('samplegame').get(id))).toEqual([
      'absent',
      'absent',
      'human',
      'warning',
    ]);
  });
});

describe('terminal', () => {
  it('lists the lines of the checklist that did not pass', () => {
    const text = draw('terminal', teaching);
    expect(text).toContain('✕ Fail CL-C09 IRC2 token standard compliance: ');
    expect(text).toContain('Official checklist chip: ');
    expect(text).not.toContain('✓ Pass');
  });

  it('marks what is meant below the line, whatever stands before it', () => {
    const text =
      "from iconservice import *\n\n\nclass A(IconScoreBase):\n    def key(self):\n        return ('가\u202e', hash('x'))\n";
    const lines = draw('terminal', check([{ path: 'a.py', bytes: new TextEncoder().encode(text) }])).split(
      '\n',
    );
    const at = lines.findIndex((line) => line.includes('return ('));
    // The wide character takes two columns, and the mark that is made visible eight.
    expect(lines[at]).toContain("return ('가\\u{202e}', hash('x'))");
    expect(lines[at + 1]!.indexOf('^')).toBe(lines[at]!.indexOf("hash('x')") + 1);
  });
});
