import type { Edit, Finding, Fix } from '../catalogue/finding.ts';

/** A finding that mends itself. */
export type Mendable = Finding & { readonly fix: Fix };

export const isMendable = (finding: Finding): finding is Mendable => finding.fix !== undefined;

/** Those of which no edit touches one of another: the first by place wins, and each is taken with all its edits or not at all. */
export function chooseFixes(findings: readonly Mendable[]): Mendable[] {
  const taken = new Map<string, Edit[]>();
  return findings.filter(({ fix: { edits } }) => {
    if (edits.some((edit) => (taken.get(edit.file) ?? []).some((other) => touch(edit, other)))) return false;
    for (const edit of edits) taken.set(edit.file, [...(taken.get(edit.file) ?? []), edit]);
    return true;
  });
}

/** Of two that begin at one place nobody knows which comes first. */
const touch = (one: Edit, other: Edit): boolean =>
  one.start === other.start || (one.start < other.end && other.start < one.end);
