import { describe, expect, it } from 'vitest';
import type { CheckRun } from '../../src/check-run.ts';
import { formats } from './every-format.ts';
import { check, teachingFiles } from './packages.ts';

const teaching = check(teachingFiles());

describe('gitlab', () => {
  interface Issue {
    readonly description: string;
    readonly check_name: string;
    readonly fingerprint: string;
    readonly severity: string;
    readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
  }
  const issuesOf = (run: CheckRun, folder?: string) =>
    JSON.parse(formats.gitlab(run, { language: 'en', colour: false, folder })) as Issue[];
  const findings = teaching.reports.flatMap((report) => report.findings);

  it('is a list of what was found, with the severities that GitLab has', () => {
    const issues = issuesOf(teaching);
    expect(
      issues.map(({ check_name: rule, location: { path, lines } }) => `${rule} ${path}:${lines.begin}`),
    ).toEqual(findings.map(({ rule, at }) => `${rule} ${at.file}:${at.start.line}`));
    const mapped = { critical: 'blocker', high: 'critical', medium: 'major', low: 'minor', info: 'info' };
    expect(issues.map(({ severity }) => severity)).toEqual(findings.map(({ severity }) => mapped[severity]));
    expect(new Set(issues.map(({ severity }) => severity)).size).toBeGreaterThan(3);
    expect(issues[0]!.description).toBe(`${findings[0]!.rule}: ${findings[0]!.message.en}`);
  });

  it('has one fingerprint for each, also of packages that are alike', () => {
    const twice = ['a', 'b'].flatMap((root) =>
      teachingFiles().map(({ path, bytes }) => ({ path: `${root}/${path}`, bytes })),
    );
    const issues = issuesOf(check(twice));
    expect(issues).toHaveLength(findings.length * 2);
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length);
  });

  it('names paths from where the command runs', () => {
    expect(issuesOf(teaching, 'contracts/old')[0]!.location.path).toBe(
      `contracts/old/${findings[0]!.at.file}`,
    );
  });
});
