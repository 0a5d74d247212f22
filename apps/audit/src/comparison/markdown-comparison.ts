import type { Finding } from '../catalogue/finding.ts';
import type { CheckRun } from '../check-run.ts';
import { code, prose } from '../output/markdown-text.ts';
import type { Change, PackageComparison } from './comparison.ts';
import { AREAS, COMPARISON } from './comparison.words.ts';

type Language = 'en' | 'ko';

/** What became of each package since the older version, as parts of a Markdown report; none where no older version was handed in. */
export function comparisonParts({ comparison = [] }: CheckRun, language: Language): string[] {
  return comparison.map((each) => [head(each, language), ...sections(each, language)].join('\n\n'));
}

function head({ root, olderRoot, added, fixed, unchanged }: PackageComparison, language: Language): string {
  const name = root ?? olderRoot ?? '';
  const title = `## ${COMPARISON.title[language]}: ${code(name === '' ? '.' : name)}`;
  if (root === undefined) return `${title}\n\n${COMPARISON.packageGone[language]}`;
  if (olderRoot === undefined) return `${title}\n\n${COMPARISON.packageNew[language]}`;
  return `${title}\n\n${COMPARISON.counts[language](added.length, fixed.length, unchanged.length)}.`;
}

function sections({ added, fixed, changes }: PackageComparison, language: Language): string[] {
  const findings = (all: readonly Finding[]) => all.map((finding) => findingItem(finding, language));
  return [
    ...section(COMPARISON.added[language], findings(added)),
    ...section(COMPARISON.fixed[language], findings(fixed)),
    ...(['storage', 'interface', 'guards'] as const).flatMap((area) =>
      section(
        AREAS[area][language],
        changes.filter((change) => change.area === area).map((change) => changeItem(change, language)),
      ),
    ),
  ];
}

const section = (title: string, items: readonly string[]): string[] =>
  items.length === 0 ? [] : [`### ${title}`, items.map((item) => `- ${item}`).join('\n')];

const findingItem = ({ rule, severity, at, message }: Finding, language: Language): string =>
  `${severity} ${rule} ${prose(message[language])} ${code(`${at.file}:${at.start.line}`)}`;

function changeItem({ text, effect, risky, at, isInOlder }: Change, language: Language): string {
  const older = isInOlder ? `${COMPARISON.older[language]} ` : '';
  const place = at === undefined ? '' : ` ${older}${code(`${at.file}:${at.start.line}`)}`;
  const told = prose(text[language]);
  return `${risky ? `**${told}**` : told}${place}${effect === undefined ? '' : `. ${prose(effect[language])}`}`;
}
