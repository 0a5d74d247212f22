import { printable } from '@madang/errors';
import type { Finding } from '../catalogue/finding.ts';
import type { CheckRun } from '../check-run.ts';
import type { Paint } from '../output/paint.ts';
import type { Change, PackageComparison } from './comparison.ts';
import { AREAS, COMPARISON } from './comparison.words.ts';

type Language = 'en' | 'ko';

/** What became of each package since the older version; empty where none was handed in. */
export function comparisonBlocks(
  { comparison = [] }: Pick<CheckRun, 'comparison'>,
  language: Language,
  paint: Paint,
): string[] {
  return comparison.map((each) =>
    [head(each, comparison.length, language, paint), ...body(each, language, paint)].join('\n'),
  );
}

function head(each: PackageComparison, count: number, language: Language, paint: Paint): string {
  const { added, fixed, unchanged, root, olderRoot } = each;
  const of = count > 1 ? ` ${printable(root ?? olderRoot ?? '', 300)}` : '';
  const title = paint('bold', `${COMPARISON.title[language]}${of}`);
  if (root === undefined) return `${title}: ${COMPARISON.packageGone[language]}`;
  if (olderRoot === undefined) return `${title}: ${COMPARISON.packageNew[language]}`;
  return `${title}: ${COMPARISON.counts[language](added.length, fixed.length, unchanged.length)}`;
}

function body({ added, fixed, changes }: PackageComparison, language: Language, paint: Paint): string[] {
  return [
    ...section(
      COMPARISON.added[language],
      added.map((finding) => findingLine(finding, '+', language, paint)),
    ),
    ...section(
      COMPARISON.fixed[language],
      fixed.map((finding) => findingLine(finding, '-', language, paint)),
    ),
    ...(['storage', 'interface', 'guards'] as const).flatMap((area) =>
      section(
        AREAS[area][language],
        changes.filter((change) => change.area === area).map((change) => changeLine(change, language, paint)),
      ),
    ),
  ];
}

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [`  ${title}`, ...lines.map((line) => `    ${line}`)];

function findingLine(
  { rule, severity, at, message }: Finding,
  sign: '+' | '-',
  language: Language,
  paint: Paint,
): string {
  const place = paint('gray', `${printable(at.file, 300)}:${at.start.line}`);
  return `${paint(sign === '+' ? 'red' : 'green', sign)} ${severity} ${rule} ${printable(message[language], 300)} ${place}`;
}

function changeLine(
  { text, effect, risky, at, isInOlder }: Change,
  language: Language,
  paint: Paint,
): string {
  const sign = risky ? paint('yellow', '!') : ' ';
  const older = isInOlder ? `${COMPARISON.older[language]} ` : '';
  const place =
    at === undefined ? '' : ` ${paint('gray', `${older}${printable(at.file, 300)}:${at.start.line}`)}`;
  const told = effect === undefined ? '' : `\n        ${printable(effect[language], 400)}`;
  return `${sign} ${printable(text[language], 400)}${place}${told}`;
}
