import { printable } from '@madang/errors';
import { severities, type Finding, type Severity, type Stretch } from '../catalogue/finding.ts';
import type { CheckedPackage, CheckRun } from '../check-run.ts';
import { comparisonBlocks } from '../comparison/terminal-comparison.ts';
import { fixBlock } from '../fix/terminal-fix.ts';
import { VERDICT_NAMES, type LineVerdict, type Verdict } from '../checklist/verdict.ts';
import { CHECKLIST, VERDICT_SIGNS, verdictSummary } from './checklist-summary.ts';
import { codeFrame, type FrameLine } from './code-frame.ts';
import type { FormatOptions } from './format.ts';
import { painter, type Paint, type Style } from './paint.ts';

const STYLES: Readonly<Record<Severity, Style>> = {
  critical: ['bold', 'red'],
  high: 'red',
  medium: 'yellow',
  low: 'cyan',
  info: 'gray',
};

const VERDICT_STYLES: Readonly<Record<Verdict, Style>> = {
  fail: ['bold', 'red'],
  warning: 'yellow',
  human: 'cyan',
  pass: 'green',
  absent: 'gray',
};

/** Findings as a person reads them on a terminal: each with the line it is about, what to do, and how it was concluded. */
export function terminalReport(run: CheckRun, options: FormatOptions): string {
  const paint = painter(options);
  const blocks = run.reports.flatMap((report) =>
    report.findings.map((finding) => findingBlock(finding, report, options, paint)),
  );
  const checklists = run.reports.map((report) => checklistBlock(report, run, options, paint));
  const compared = comparisonBlocks(run, options.language, paint);
  return [...blocks, ...compared, ...checklists, summary(run, options, paint)].join('\n\n');
}

function findingBlock(
  finding: Finding,
  report: CheckedPackage,
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
  const fix = fixBlock(finding, report, language, paint);
  return [head, where, ...frame(at, report, paint), ...reasons, advice, ...fix].join('\n');
}

const FRAME = { before: 1, after: 0, lines: 1, width: 160 };

/** The line of the finding and the one before it, with a mark below what is meant. */
function frame(at: Stretch, report: CheckedPackage, paint: Paint): string[] {
  const digits = String(at.start.line).length;
  return codeFrame(at, report, FRAME).flatMap((line) => {
    const number = paint('gray', `${String(line.number).padStart(digits)} │`);
    const shown = `  ${number} ${printable(line.text.replaceAll('\t', '    '))}`;
    return line.mark === undefined ? [shown] : [shown, markBelow(line, digits, paint)];
  });
}

function markBelow({ text, mark }: FrameLine, digits: number, paint: Paint): string {
  const { start, end } = mark ?? { start: 0, end: 0 };
  const before = displayWidth(text.slice(0, start));
  const length = Math.max(1, Math.min(100, displayWidth(text.slice(start, end))));
  return `  ${' '.repeat(digits)} ${paint('gray', '│')} ${' '.repeat(before)}${paint('red', '^'.repeat(length))}`;
}

/** Columns on a terminal: a tab is four, as it is shown here; Korean and Chinese characters are two. */
function displayWidth(text: string): number {
  let width = 0;
  for (const character of printable(text.replaceAll('\t', '    ')))
    width +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(
        character,
      )
        ? 2
        : 1;
  return width;
}

/** How many lines came out how, and those that did not pass. */
function checklistBlock(
  report: CheckedPackage,
  run: CheckRun,
  { language }: FormatOptions,
  paint: Paint,
): string {
  const lines = report.checklist;
  const of = run.reports.length > 1 ? ` ${printable(report.root, 300)}` : '';
  const head = `${paint('bold', `${CHECKLIST[language]}${of}`)}: ${verdictSummary(lines, language)}`;
  const told = lines.filter(({ verdict }) => verdict !== 'pass' && verdict !== 'absent');
  return [head, ...told.map((line) => checklistLine(line, language, paint))].join('\n');
}

function checklistLine(
  { line, verdict, why }: LineVerdict,
  language: FormatOptions['language'],
  paint: Paint,
): string {
  const sign = paint(
    VERDICT_STYLES[verdict],
    `${VERDICT_SIGNS[verdict]} ${VERDICT_NAMES[verdict][language]}`,
  );
  return `  ${sign} ${line.id} ${line.title[language]}: ${printable(why[language], 400)}`;
}

/** The last line alone. */
export const terminalSummary = (run: CheckRun, options: FormatOptions): string =>
  summary(run, options, painter(options));

function summary({ reports, ruleSet }: CheckRun, { language }: FormatOptions, paint: Paint): string {
  const findings = reports.flatMap((report) => report.findings);
  const told = severities
    .map(
      (severity) => [severity, findings.filter((finding) => finding.severity === severity).length] as const,
    )
    .filter(([, count]) => count > 0)
    .map(([severity, count]) => paint(STYLES[severity], `${count} ${severity}`));
  const modules = reports.flatMap((report) => report.package.modules);
  const lines = modules.reduce((sum, { lines: { count } }) => sum + count, 0);
  const ko = language === 'ko';
  const read = ko
    ? `파일 ${modules.length}개, ${lines}줄을 규칙 모음 ${ruleSet}(으)로 읽었습니다.`
    : `Read ${counted(modules.length, 'file')}, ${counted(lines, 'line')} with rule set ${ruleSet}.`;
  const result = told.length > 0 ? told.join(', ') : ko ? '찾은 문제가 없습니다.' : 'Nothing found.';
  return [read, result, ...leftOut(reports, language)].join(' ');
}

/** What was found and is not told, and which settings did that. */
function leftOut(reports: CheckRun['reports'], language: FormatOptions['language']): string[] {
  const count = (of: (report: CheckedPackage) => number) =>
    reports.reduce((sum, report) => sum + of(report), 0);
  const ignored = count(({ settings, suppressed }) => (settings.ignored.length > 0 ? suppressed.length : 0));
  const parts = [
    [count(({ suppressed }) => suppressed.length), SUPPRESSED[ignored > 0 ? 'settings' : 'comments']],
    [count(({ known }) => known.length), { en: 'known to the baseline', ko: '기준선에 있는 것' }],
    [count(({ unsure }) => unsure.length), { en: 'less sure than asked', ko: '확신이 기준보다 낮은 것' }],
    [count(({ settings }) => settings.off.size), { en: 'rules off by settings', ko: '설정으로 끈 규칙' }],
  ] as const;
  return parts
    .filter(([amount]) => amount > 0)
    .map(([amount, what]) => (language === 'ko' ? `${what.ko} ${amount}개.` : `${amount} ${what.en}.`));
}

const SUPPRESSED = {
  comments: { en: 'suppressed by comments', ko: '주석으로 덮은 것' },
  settings: { en: 'suppressed by comments and settings', ko: '주석과 설정으로 덮은 것' },
};

const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`;
