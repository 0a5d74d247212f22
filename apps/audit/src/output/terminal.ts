import { printable } from '@madang/errors';
import { styleText } from 'node:util';
import { severities, type Finding, type Severity, type Stretch } from '../catalogue/finding.ts';
import type { PackageReport } from '../analyse.ts';
import type { CheckRun } from '../check-run.ts';
import type { FormatOptions } from './formats.ts';

type Style = Parameters<typeof styleText>[0];

const STYLES: Readonly<Record<Severity, Style>> = {
  critical: ['bold', 'red'],
  high: 'red',
  medium: 'yellow',
  low: 'cyan',
  info: 'gray',
};

/** Findings as a person reads them on a terminal: each with the line it is about, what to do, and how it was concluded. */
export function terminalReport({ reports }: CheckRun, options: FormatOptions): string {
  const paint = (style: Style, text: string) =>
    options.colour ? styleText(style, text, { validateStream: false }) : text;
  const blocks = reports.flatMap((report) =>
    report.findings.map((finding) => findingBlock(finding, report, options, paint)),
  );
  return [...blocks, summary(reports, options, paint)].join('\n\n');
}

type Paint = (style: Style, text: string) => string;

function findingBlock(
  finding: Finding,
  report: PackageReport,
  { language }: FormatOptions,
  paint: Paint,
): string {
  const { at, rule, severity, confidence, within } = finding;
  const place = `${printable(at.file, 300)}:${at.start.line}:${at.start.column + 1}`;
  const head = `${paint(STYLES[severity], `${severity} ${rule}`)} ${paint('bold', printable(finding.message[language], 600))}`;
  const where = paint(
    'gray',
    `  ${place}${within === '' ? '' : `  ${printable(within, 200)}`}  (${confidence} confidence)`,
  );
  const reasons = finding.reasons.map(
    ({ at: step, text }) =>
      `  ${paint('gray', `${printable(step.file, 300)}:${step.start.line}`)} ${printable(text[language], 300)}`,
  );
  const advice = `  ${paint('green', '→')} ${printable(finding.advice[language], 400)}`;
  return [head, where, ...frame(at, report, paint), ...reasons, advice].join('\n');
}

/** The line of the finding and the one before it, with a mark below what is meant. */
function frame(at: Stretch, { subject, root }: PackageReport, paint: Paint): string[] {
  const path = root === '' ? at.file : at.file.slice(root.length + 1);
  const module = subject.program.package.modules.find((candidate) => candidate.path === path);
  if (module === undefined) return [];
  const width = String(at.start.line).length;
  const line = (number: number) =>
    `  ${paint('gray', `${String(number).padStart(width)} │`)} ${printable(module.lines.textOf(number).replaceAll('\t', '    '), 160)}`;
  const text = module.lines.textOf(at.start.line);
  const before = displayWidth(text.slice(0, at.start.column));
  const end = at.end.line === at.start.line ? at.end.column : text.length;
  const length = Math.max(1, Math.min(100, displayWidth(text.slice(at.start.column, end))));
  const mark = `  ${' '.repeat(width)} ${paint('gray', '│')} ${' '.repeat(before)}${paint('red', '^'.repeat(length))}`;
  return [...(at.start.line > 1 ? [line(at.start.line - 1)] : []), line(at.start.line), mark];
}

/** Columns on a terminal: a tab is four, as it is shown here; Korean and Chinese characters are two. */
function displayWidth(text: string): number {
  let width = 0;
  for (const character of text)
    width +=
      character === '\t'
        ? 4
        : /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(
              character,
            )
          ? 2
          : 1;
  return width;
}

function summary(reports: readonly PackageReport[], { language }: FormatOptions, paint: Paint): string {
  const findings = reports.flatMap((report) => report.findings);
  const counts = severities.map(
    (severity) => [severity, findings.filter((finding) => finding.severity === severity).length] as const,
  );
  const told = counts
    .filter(([, count]) => count > 0)
    .map(([severity, count]) => paint(STYLES[severity], `${count} ${severity}`));
  const files = reports.reduce((sum, { subject }) => sum + subject.program.package.modules.length, 0);
  const lines = reports.reduce(
    (sum, { subject }) =>
      sum + subject.program.package.modules.reduce((all, { lines: { count } }) => all + count, 0),
    0,
  );
  const read =
    language === 'ko'
      ? `파일 ${files}개, ${lines}줄을 읽었습니다.`
      : `Read ${counted(files, 'file')}, ${counted(lines, 'line')}.`;
  const result =
    told.length > 0 ? told.join(', ') : language === 'ko' ? '찾은 문제가 없습니다.' : 'Nothing found.';
  const hidden = reports.reduce((sum, { suppressed }) => sum + suppressed.length, 0);
  if (hidden === 0) return `${read} ${result}`;
  const meant = language === 'ko' ? `주석으로 덮은 것 ${hidden}개.` : `${hidden} suppressed by comments.`;
  return `${read} ${result} ${meant}`;
}

const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`;
