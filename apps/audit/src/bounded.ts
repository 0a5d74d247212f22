import { confidences, severities, type Finding } from './catalogue/finding.ts';
import type { CheckedPackage, CheckRun } from './check-run.ts';
import type { PackageComparison } from './comparison/comparison.ts';
import { fingerprinted } from './fingerprint.ts';
import type { Suppressed } from './suppress.ts';

/** Nobody reads more of one rule in one file, and one of ten thousand brackets has as many faults. */
export const MOST_TOLD = 1000;

/**
 * Leaves out what nobody reads: of one rule in one file the first thousand are told, and behind them that there are more (X005), as bad
 * and as sure as the worst of those. What is `preferred` goes before the others.
 */
export function bounded(
  findings: readonly Finding[],
  preferred: ReadonlySet<Finding> = new Set(),
): Finding[] {
  const stands = new Map<Finding, Finding>();
  const dropped = new Set<Finding>();
  for (const group of groupsOf(findings)) {
    if (group.length <= MOST_TOLD) continue;
    const [first, ...others] = leastWanted(group, preferred);
    if (first === undefined) continue;
    stands.set(first, moreOf(first, [first, ...others]));
    for (const other of others) dropped.add(other);
  }
  return findings.filter((each) => !dropped.has(each)).map((each) => stands.get(each) ?? each);
}

function groupsOf(findings: readonly Finding[]): Iterable<readonly Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = `${finding.rule} ${finding.at.file}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  return groups.values();
}

/** Those for which there is no room, in the order of their places. */
function leastWanted(group: readonly Finding[], preferred: ReadonlySet<Finding>): Finding[] {
  const wanted = [
    ...group.filter((each) => preferred.has(each)),
    ...group.filter((each) => !preferred.has(each)),
  ].slice(0, MOST_TOLD);
  const kept = new Set(wanted);
  return group.filter((each) => !kept.has(each));
}

function moreOf({ rule, at }: Finding, rest: readonly Finding[]): Finding {
  const count = rest.length;
  const [more] = fingerprinted([
    {
      rule: 'X005',
      severity: severities.find((each) => rest.some(({ severity }) => severity === each)) ?? 'info',
      confidence: confidences.find((each) => rest.some(({ confidence }) => confidence === each)) ?? 'low',
      at,
      within: '',
      message: {
        en: `${rule} is found ${count} more ${count === 1 ? 'time' : 'times'} in this file, from here on`,
        ko: `여기부터 이 파일에 ${rule} 문제가 ${count}개 더 있습니다`,
      },
      advice: {
        en: 'Mend what is told, or take the file out of the package, and check again.',
        ko: '알려 준 것을 고치거나 이 파일을 패키지에서 빼고 다시 검사하세요.',
      },
      reasons: [],
      fix: undefined,
      key: `X005\n${rule}\n${at.file}`,
    },
  ]);
  if (more === undefined) throw new TypeError('A finding without a fingerprint.');
  return more;
}

/** A check as it is told, in whatever format; what it counts for, such as the exit code, is decided by all of it. */
export function boundedRun(run: CheckRun): CheckRun {
  const added = new Set(run.comparison?.flatMap((each) => each.added));
  const reports = run.reports.map((report) => boundedPackage(report, added));
  const told = new Set(reports.flatMap(({ findings }) => findings));
  return { ...run, reports, comparison: run.comparison?.map((each) => boundedComparison(each, told)) };
}

/** Its verdicts name no finding that is not told. */
function boundedPackage(report: CheckedPackage, added: ReadonlySet<Finding>): CheckedPackage {
  const findings = bounded(report.findings, added);
  const known = bounded(report.known);
  const unsure = bounded(report.unsure);
  const suppressed = boundedSuppressed(report.suppressed);
  const told = new Set([...findings, ...known, ...unsure, ...suppressed.map(({ finding }) => finding)]);
  const checklist = report.checklist.map((line) => ({
    ...line,
    findings: line.findings.filter((finding) => told.has(finding)),
    suppressed: line.suppressed.filter(({ finding }) => told.has(finding)),
  }));
  return { ...report, findings, known, unsure, suppressed, checklist };
}

function boundedSuppressed(suppressed: readonly Suppressed<Finding>[]): Suppressed<Finding>[] {
  const reasons = new Map(suppressed.map(({ finding, reason }) => [finding, reason]));
  return bounded([...reasons.keys()]).map((finding) => ({ finding, reason: reasons.get(finding) ?? '' }));
}

/** Names no finding of this version that is not told. */
function boundedComparison(comparison: PackageComparison, told: ReadonlySet<Finding>): PackageComparison {
  return {
    ...comparison,
    added: bounded(comparison.added),
    unchanged: comparison.unchanged.filter((each) => told.has(each)),
    fixed: bounded(comparison.fixed),
  };
}
