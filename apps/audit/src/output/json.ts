import type { Finding, Text } from '../catalogue/finding.ts';
import type { PackageReport } from '../analyse.ts';
import type { CheckRun } from '../check-run.ts';
import { jsonComparison } from '../comparison/json-comparison.ts';
import type { Evidence, LineVerdict } from '../checklist/verdict.ts';
import type { FormatOptions } from './format.ts';
import { toolOf } from './tool.ts';

/** Findings and verdicts as JSON: the same for the same files, whenever and in whatever order they were read. */
export function jsonReport(run: CheckRun, { language }: FormatOptions): string {
  const { ruleSet, engine, rules, reports } = run;
  const packages = reports.map((report) => ({
    root: report.root,
    manifest: report.package.manifest,
    files: report.package.modules.map(({ path, lines }) => ({ path, lines: lines.count })),
    checklist: report.checklist.map((line) => verdictIn(line, language)),
    findings: report.findings.map((finding) => inLanguage(finding, language)),
    suppressed: report.suppressed.map(({ finding, reason }) => ({
      ...inLanguage(finding, language),
      reason,
    })),
    known: report.known.map((finding) => inLanguage(finding, language)),
    unsure: report.unsure.map((finding) => inLanguage(finding, language)),
    failedRules: report.failed,
    settings: settingsOf(report),
  }));
  const comparison = jsonComparison(run, language, (finding) => inLanguage(finding, language));
  const staleBaseline = run.baseline?.stale;
  const ran = rules.map(({ id }) => id);
  return JSON.stringify(
    { version: 1, tool: toolOf(), ruleSet, engine, rules: ran, packages, comparison, staleBaseline },
    null,
    2,
  );
}

/** What a file of settings changed for one package; null without one. */
function settingsOf({ settings: { file, off, severities, ignored } }: PackageReport) {
  if (file === undefined) return null;
  return {
    file,
    off: [...off].map(([rule, reason]) => ({ rule, reason })),
    severities: Object.fromEntries(severities),
    ignored: ignored.map(({ pattern, reason }) => ({ path: pattern, reason })),
  };
}

type Language = FormatOptions['language'];

function inLanguage({ message, advice, reasons, fix, ...finding }: Finding, language: Language) {
  return {
    ...finding,
    message: message[language],
    advice: advice[language],
    reasons: reasons.map((reason) => told(reason, language)),
    ...(fix === undefined ? {} : { fix }),
  };
}

/** Findings stand in the list of the package already; a verdict names them. */
function verdictIn(
  { line, verdict, why, seen, open, findings, suppressed }: LineVerdict,
  language: Language,
) {
  return {
    id: line.id,
    kind: line.kind,
    title: line.title[language],
    verdict,
    why: why[language],
    seen: seen.map((evidence: Evidence) => told(evidence, language)),
    open: open.map((evidence: Evidence) => told(evidence, language)),
    findings: findings.map(({ fingerprint }) => fingerprint),
    suppressed: suppressed.map(({ finding }) => finding.fingerprint),
  };
}

const told = <At>({ text, at }: { readonly text: Text; readonly at: At }, language: Language) => ({
  at,
  text: text[language],
});
