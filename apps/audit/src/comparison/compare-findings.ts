import type { Finding } from '../catalogue/finding.ts';

/**
 * Findings of two versions, told apart by their fingerprints: one of each is the same as one of the other. What is `hidden` in the
 * newer one, by a comment or by settings, is not fixed.
 */
export function compareFindings(
  before: readonly Finding[],
  after: readonly Finding[],
  hidden: readonly Finding[],
) {
  const left = new Map<string, Finding[]>();
  for (const finding of before)
    left.set(finding.fingerprint, [...(left.get(finding.fingerprint) ?? []), finding]);
  const unchanged: Finding[] = [];
  const added: Finding[] = [];
  for (const finding of after)
    (left.get(finding.fingerprint)?.shift() === undefined ? added : unchanged).push(finding);
  for (const { fingerprint } of hidden) left.get(fingerprint)?.shift();
  const gone = new Set([...left.values()].flat());
  return { added, unchanged, fixed: before.filter((finding) => gone.has(finding)) };
}
