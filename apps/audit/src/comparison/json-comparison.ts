import type { Finding } from '../catalogue/finding.ts';
import type { CheckRun } from '../check-run.ts';

/**
 * The comparison for the JSON report. Findings of this version stand in the lists of their packages and are named by fingerprint; those
 * that are fixed stand nowhere else. Undefined where no older version was handed in.
 */
export function jsonComparison<T>(
  { comparison }: CheckRun,
  language: 'en' | 'ko',
  findingOf: (finding: Finding) => T,
) {
  return comparison?.map(({ root, olderRoot, added, fixed, unchanged, changes }) => ({
    root: root ?? null,
    olderRoot: olderRoot ?? null,
    new: added.map(({ fingerprint }) => fingerprint),
    fixed: fixed.map(findingOf),
    unchanged: unchanged.map(({ fingerprint }) => fingerprint),
    changes: changes.map(({ text, effect, ...change }) => ({
      ...change,
      text: text[language],
      effect: effect?.[language] ?? null,
    })),
  }));
}
