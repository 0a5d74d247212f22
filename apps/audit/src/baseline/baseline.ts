import type { PackageReport } from '../analyse.ts';
import type { Finding } from '../catalogue/finding.ts';

/** A finding that was there when the baseline was written. The line is left out: it changes with every edit above. */
export interface BaselineEntry {
  readonly fingerprint: string;
  readonly rule: string;
  readonly severity: string;
  readonly file: string;
  readonly within: string;
}

/** What a baseline did to a check. */
export interface BaselineUse {
  /** Entries of which nothing is found any more. */
  readonly stale: readonly BaselineEntry[];
}

export const entryOf = ({ fingerprint, rule, severity, at, within }: Finding): BaselineEntry => ({
  fingerprint,
  rule,
  severity,
  file: at.file,
  within,
});

/**
 * Takes out of the reports what the baseline knows. Each entry stands for one finding: of several with one fingerprint, as two like
 * packages have them, the one in the same file is meant.
 */
export function applyBaseline<Report extends PackageReport>(
  reports: readonly Report[],
  entries: readonly BaselineEntry[],
): { reports: Report[]; use: BaselineUse } {
  const left = new Set(entries);
  const byFingerprint = new Map<string, BaselineEntry[]>();
  for (const entry of entries)
    byFingerprint.set(entry.fingerprint, [...(byFingerprint.get(entry.fingerprint) ?? []), entry]);
  const known = new Set<Finding>();
  const takeWhere = (isMeant: (finding: Finding, entry: BaselineEntry) => boolean) => {
    for (const finding of reports.flatMap(({ findings }) => findings)) {
      if (known.has(finding)) continue;
      const entry = byFingerprint
        .get(finding.fingerprint)
        ?.find((each) => left.has(each) && isMeant(finding, each));
      if (entry === undefined) continue;
      left.delete(entry);
      known.add(finding);
    }
  };
  takeWhere((finding, { file }) => file === finding.at.file);
  takeWhere(() => true);
  return {
    reports: reports.map((report) => ({
      ...report,
      findings: report.findings.filter((finding) => !known.has(finding)),
      known: report.findings.filter((finding) => known.has(finding)),
    })),
    use: { stale: [...left] },
  };
}
