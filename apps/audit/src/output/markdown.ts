import { printable } from '@madang/errors';
import { severities, type Finding, type Stretch } from '../catalogue/finding.ts';
import type { CheckedPackage, CheckRun } from '../check-run.ts';
import { counted } from '../checklist/look.ts';
import { VERDICT_NAMES, type Evidence, type LineVerdict } from '../checklist/verdict.ts';
import { comparisonParts } from '../comparison/markdown-comparison.ts';
import { CHECKLIST, VERDICT_SIGNS, verdictSummary } from './checklist-summary.ts';
import { codeFrame } from './code-frame.ts';
import type { FormatOptions } from './format.ts';
import { leftOut, type LeftOut } from './left-out.ts';
import { code, fenced, prose, row } from './markdown-text.ts';
import { CONFIDENCE_NAMES, SEVERITY_NAMES } from './names.ts';
import { toolOf } from './tool.ts';

type Language = FormatOptions['language'];

const WORDS = {
  title: { en: 'Audit', ko: '감사 보고서' },
  findings: { en: 'Findings', ko: '찾은 문제' },
  nothing: { en: 'Nothing found.', ko: '찾은 문제가 없습니다.' },
  open: { en: 'For a person to judge', ko: '사람이 판단할 것' },
  package: { en: 'Package', ko: '패키지' },
  ruleSet: { en: 'rule set', ko: '규칙 모음' },
  line: { en: 'Line', ko: '항목' },
  verdict: { en: 'Verdict', ko: '판정' },
  why: { en: 'Why', ko: '이유' },
};

/** A report to keep beside the code or to paste into a discussion. Nothing in it is read as Markdown but what the report writes. */
export function markdownReport(run: CheckRun, { language }: FormatOptions): string {
  const { name, version } = toolOf();
  const head = `# ${WORDS.title[language]}\n\n${prose(`${name} ${version}, ${WORDS.ruleSet[language]} ${run.ruleSet}`)}`;
  const packages = run.reports.map((report) => packagePart(report, run, language));
  return `${[head, ...comparisonParts(run, language), ...packages].join('\n\n')}\n`;
}

function packagePart(report: CheckedPackage, run: CheckRun, language: Language): string {
  const { modules } = report.package;
  const lines = modules.reduce((sum, module) => sum + module.lines.count, 0);
  const size =
    language === 'ko'
      ? `파일 ${modules.length}개, ${lines}줄`
      : `${counted(modules.length, 'file')}, ${counted(lines, 'line')}`;
  return [
    `## ${WORDS.package[language]} ${code(report.root === '' ? '.' : report.root)}`,
    `${size}. ${countsOf(report.findings, language)}`,
    checklistPart(report.checklist, language),
    `### ${WORDS.findings[language]}`,
    ...(report.findings.length === 0 ? [WORDS.nothing[language]] : []),
    ...report.findings.map((finding) => findingPart(finding, report, language)),
    ...leftOut(report).map((group) => leftOutPart(group, language)),
  ].join('\n\n');
}

function countsOf(findings: readonly Finding[], language: Language): string {
  const told = severities.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [`${count} ${SEVERITY_NAMES[severity][language]}`];
  });
  return told.length === 0 ? WORDS.nothing[language] : `${told.join(', ')}.`;
}

function checklistPart(lines: readonly LineVerdict[], language: Language): string {
  const open = lines.filter((line) => line.open.length > 0);
  return [
    `### ${CHECKLIST[language]}`,
    `${verdictSummary(lines, language)}.`,
    [
      row(['', WORDS.line[language], WORDS.verdict[language], WORDS.why[language]]),
      row(['---', '---', '---', '---']),
      ...lines.map((line) => checklistRow(line, language)),
    ].join('\n'),
    ...(open.length === 0
      ? []
      : [`#### ${WORDS.open[language]}`, open.map((line) => openItems(line, language)).join('\n')]),
  ].join('\n\n');
}

function checklistRow({ line, verdict, why, seen }: LineVerdict, language: Language): string {
  const sign = `${VERDICT_SIGNS[verdict]} ${VERDICT_NAMES[verdict][language]}`;
  const evidence = verdict === 'pass' ? seen.map((each) => evidenceText(each, language)) : [];
  return row([
    line.id,
    prose(line.title[language]),
    sign,
    [prose(why[language]), evidence.join('; ')].join(' ').trim(),
  ]);
}

const openItems = ({ line, open }: LineVerdict, language: Language): string =>
  open.map((each) => `- ${line.id}: ${evidenceText(each, language)}`).join('\n');

/** Places are named as long as they are few. */
function evidenceText({ text, at }: Evidence, language: Language): string {
  const named = at.length > 4 ? '' : at.map((stretch) => ` ${placeOf(stretch)}`).join('');
  return `${prose(text[language])}${named}`;
}

const placeOf = ({ file, start }: Stretch): string => code(`${file}:${start.line}`);

function findingPart(finding: Finding, report: CheckedPackage, language: Language): string {
  const { rule, severity, confidence, at, within, message, advice, reasons } = finding;
  const frame = codeFrame(at, report, { before: 1, after: 1, lines: 3, width: 200 });
  const where = [
    placeOf(at),
    ...(within === '' ? [] : [code(within)]),
    CONFIDENCE_NAMES[confidence][language],
  ];
  return [
    `#### ${SEVERITY_NAMES[severity][language]} ${rule}: ${prose(message[language])}`,
    where.join(', '),
    ...(frame.length === 0
      ? []
      : [
          fenced(
            frame.map(({ text }) => text),
            'python',
          ),
        ]),
    ...(reasons.length === 0
      ? []
      : [reasons.map((reason) => `- ${placeOf(reason.at)} ${prose(reason.text[language])}`).join('\n')]),
    `→ ${prose(advice[language])}`,
  ].join('\n\n');
}

function leftOutPart({ title, items }: LeftOut, language: Language): string {
  const lines = items.map(({ finding, reason }) => {
    const why = reason === '' ? '' : ` (${prose(printable(reason, 300))})`;
    return `- ${finding.rule} ${placeOf(finding.at)} ${prose(finding.message[language])}${why}`;
  });
  return [`### ${title[language]}`, lines.join('\n')].join('\n\n');
}
