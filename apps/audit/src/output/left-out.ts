import type { PackageReport } from '../analyse.ts';
import type { Finding, Text } from '../catalogue/finding.ts';

/** Findings that are not among those to act on, and what keeps them out. */
export interface LeftOut {
  readonly kind: 'suppressed' | 'known' | 'unsure';
  readonly title: Text;
  readonly items: readonly { readonly finding: Finding; readonly reason: string }[];
}

const TITLES: Readonly<Record<LeftOut['kind'], Text>> = {
  suppressed: { en: 'Suppressed', ko: '덮은 것' },
  known: { en: 'Known to the baseline', ko: '기준선에 있는 것' },
  unsure: { en: 'Less sure than asked', ko: '확신이 기준보다 낮은 것' },
};

/** By what keeps them out; kinds of which there is nothing are absent. */
export function leftOut({ suppressed, known, unsure }: PackageReport): LeftOut[] {
  const plain = (findings: readonly Finding[]) => findings.map((finding) => ({ finding, reason: '' }));
  const groups: readonly LeftOut[] = [
    { kind: 'suppressed', title: TITLES.suppressed, items: suppressed },
    { kind: 'known', title: TITLES.known, items: plain(known) },
    { kind: 'unsure', title: TITLES.unsure, items: plain(unsure) },
  ];
  return groups.filter(({ items }) => items.length > 0);
}
