import type { Finding } from '../../catalogue/finding.ts';
import type { CheckRun } from '../../check-run.ts';
import type { Change } from '../../comparison/comparison.ts';
import { location, olderLocation, plain } from './places.ts';
import { resultOf, type Indices } from './results.ts';

type Language = 'en' | 'ko';

/** Whether a finding was there before; nothing where there is no before. */
export function stateOf({ comparison, baseline, reports }: CheckRun) {
  if (comparison === undefined && baseline === undefined) return () => ({});
  const known = new Set(reports.flatMap((report) => report.known));
  const unchanged = new Set(comparison?.flatMap((each) => each.unchanged));
  return (finding: Finding) => ({
    baselineState: known.has(finding) || unchanged.has(finding) ? 'unchanged' : 'new',
  });
}

/** Findings of the older version that are gone, where they were. */
export const absentResults = ({ comparison = [] }: CheckRun, indices: Indices, language: Language) =>
  comparison
    .flatMap(({ fixed }) => fixed)
    .filter(({ rule }) => rule !== 'X002')
    .map((finding) => ({
      ...resultOf({ ...finding, reasons: [], fix: undefined }, [], indices, language),
      locations: [olderLocation(finding.at)],
      baselineState: 'absent',
    }));

/** What became of each package since the older version, beside its findings. */
export const sinceOlder = ({ comparison = [] }: CheckRun, language: Language) =>
  comparison.map(({ root, olderRoot, added, fixed, unchanged, changes }) => ({
    package: root === undefined ? null : plain(root),
    olderPackage: olderRoot === undefined ? null : plain(olderRoot),
    new: added.length,
    fixed: fixed.length,
    unchanged: unchanged.length,
    changes: changes.map((change) => changeIn(change, language)),
  }));

function changeIn(
  { area, kind, contract, name, text, effect, risky, at, isInOlder }: Change,
  lang: Language,
) {
  return {
    ...{ area, kind, risky },
    contract: plain(contract),
    name: plain(name),
    text: plain(text[lang]),
    ...(effect === undefined ? {} : { effect: plain(effect[lang]) }),
    ...(at === undefined ? {} : { location: isInOlder ? olderLocation(at) : location(at) }),
  };
}
