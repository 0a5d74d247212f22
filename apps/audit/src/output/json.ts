import type { Finding } from '../catalogue/finding.ts';
import type { CheckRun } from '../check-run.ts';
import type { FormatOptions } from './formats.ts';

/** Findings as JSON: the same for the same files, whenever and in whatever order they were read. */
export function jsonReport({ ruleSet, engine, reports }: CheckRun, { language }: FormatOptions): string {
  const packages = reports.map(({ root, subject, findings, suppressed }) => ({
    root,
    manifest: subject.program.package.manifest,
    files: subject.program.package.modules.map(({ path, lines }) => ({ path, lines: lines.count })),
    findings: findings.map((finding) => inLanguage(finding, language)),
    suppressed: suppressed.map(({ finding, reason }) => ({ ...inLanguage(finding, language), reason })),
  }));
  return JSON.stringify({ version: 1, ruleSet, engine, packages }, null, 2);
}

function inLanguage({ message, advice, reasons, fix, ...finding }: Finding, language: 'en' | 'ko') {
  return {
    ...finding,
    message: message[language],
    advice: advice[language],
    reasons: reasons.map(({ at, text }) => ({ at, text: text[language] })),
    ...(fix === undefined ? {} : { fix }),
  };
}
