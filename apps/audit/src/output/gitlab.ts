import { createHash } from 'node:crypto';
import { printable } from '@madang/errors';
import type { PackageReport } from '../analyse.ts';
import type { Finding, Severity } from '../catalogue/finding.ts';
import type { CheckRun } from '../check-run.ts';
import type { FormatOptions } from './format.ts';

/** What GitLab knows of severities. */
const SEVERITIES: Readonly<Record<Severity, 'blocker' | 'critical' | 'major' | 'minor' | 'info'>> = {
  critical: 'blocker',
  high: 'critical',
  medium: 'major',
  low: 'minor',
  info: 'info',
};

/** The findings as a code quality report of GitLab, which compares those of two branches by itself. */
export function gitlabReport({ reports }: CheckRun, options: FormatOptions): string {
  const issues = reports.flatMap((report) =>
    report.findings.map((finding) => issueOf(finding, report, options)),
  );
  return JSON.stringify(issues, null, 2);
}

function issueOf(
  { rule, severity, at, message, fingerprint }: Finding,
  { root }: PackageReport,
  { language, folder = '' }: FormatOptions,
) {
  return {
    description: printable(`${rule}: ${message[language]}`, 1000),
    check_name: rule,
    // Two packages may be alike, and GitLab wants each but once.
    fingerprint: createHash('sha256').update(`${folder}\n${root}\n${fingerprint}`).digest('hex').slice(0, 40),
    severity: SEVERITIES[severity],
    location: {
      path: printable(folder === '' ? at.file : `${folder}/${at.file}`, 4000),
      lines: { begin: at.start.line, end: at.end.line },
    },
  };
}
