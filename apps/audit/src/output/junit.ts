import { printable, printableLines } from '@madang/errors';
import type { Finding } from '../catalogue/finding.ts';
import type { Rule } from '../catalogue/rule.ts';
import type { CheckedPackage, CheckRun } from '../check-run.ts';
import { allFindings } from '../checklist/obstacles.ts';
import type { PackageComparison } from '../comparison/comparison.ts';
import { comparisonBlocks } from '../comparison/terminal-comparison.ts';
import { verdictSummary } from './checklist-summary.ts';
import type { FormatOptions } from './format.ts';
import { leftOut } from './left-out.ts';
import { TOOL_TITLES } from './names.ts';
import { painter } from './paint.ts';
import { toolOf } from './tool.ts';

type Language = FormatOptions['language'];

/**
 * JUnit's XML: a suite for each package, a case for each rule that ran, a failure for each finding above info. Since an older version,
 * new ones are marked in their type, and a suite ends with what became of the package.
 */
export function junitReport(run: CheckRun, { language }: FormatOptions): string {
  const gone = (run.comparison ?? []).filter(({ root }) => root === undefined);
  const suites = [
    ...run.reports.map((report) => suiteOf(report, run, language)),
    ...gone.map((each) => goneSuite(each, language)),
  ];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name: toolOf().name, ...totals(suites) })}>`,
    ...suites.map(drawSuite),
    '</testsuites>',
  ].join('\n');
}

interface Case {
  readonly id: string;
  readonly title: string;
  readonly failures: readonly Finding[];
  /** The rule itself failed. */
  readonly fault: string | undefined;
  /** Findings that fail nothing: what is only noted, and what is left out. */
  readonly notes: readonly string[];
}

interface Suite {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly cases: readonly Case[];
  /** Findings that the older version has not. */
  readonly added: ReadonlySet<Finding>;
  /** What became of the package since the older version; empty without one. */
  readonly since: string;
  readonly language: Language;
}

function suiteOf(report: CheckedPackage, run: CheckRun, language: Language): Suite {
  const own = [...TOOL_TITLES].filter(
    ([id]) => id !== 'X002' && report.findings.some(({ rule }) => rule === id),
  );
  const compared = run.comparison?.find(({ root }) => root === report.root);
  return {
    name: nameOf(report.root),
    properties: {
      ruleSet: run.ruleSet,
      engine: run.engine,
      checklist: verdictSummary(report.checklist, language),
    },
    cases: [
      ...own.map(([id, title]) => caseOf(id, title[language], report, language)),
      ...report.rules.map(({ id, words }: Rule) => caseOf(id, words.title[language], report, language)),
    ],
    added: new Set(compared?.added),
    since: sinceOf(compared, language),
    language,
  };
}

const nameOf = (root: string): string => (root === '' ? '.' : root);

const sinceOf = (compared: PackageComparison | undefined, language: Language): string =>
  compared === undefined
    ? ''
    : comparisonBlocks({ comparison: [compared] }, language, painter({ colour: false })).join('\n');

/** A package that the newer version has not any more. */
const goneSuite = (compared: PackageComparison, language: Language): Suite => ({
  name: nameOf(compared.olderRoot ?? ''),
  properties: {},
  cases: [],
  added: new Set(),
  since: sinceOf(compared, language),
  language,
});

function caseOf(id: string, title: string, report: CheckedPackage, language: Language): Case {
  const found = report.findings.filter(({ rule }) => rule === id);
  return {
    id,
    title,
    failures: found.filter(({ severity }) => severity !== 'info'),
    fault: report.failed.includes(id) ? allFindings(report).find(faultOf(id))?.message[language] : undefined,
    notes: [
      ...found.filter(({ severity }) => severity === 'info').map((each) => detail(each, language)),
      ...leftOut(report).flatMap(({ title, items }) =>
        items
          .filter(({ finding }) => finding.rule === id)
          .map(({ finding, reason }) => `${detail(finding, language)}\n# ${title[language]}: ${reason}`),
      ),
    ],
  };
}

const faultOf =
  (id: string) =>
  ({ rule, message }: Finding): boolean =>
    rule === 'X002' && message.en.startsWith(`Rule ${id} failed`);

function detail({ at, message, advice, reasons }: Finding, language: Language): string {
  const place = (stretch: Finding['at']) =>
    `${printable(stretch.file, 300)}:${stretch.start.line}:${stretch.start.column + 1}`;
  return [
    `${place(at)} ${message[language]}`,
    ...reasons.map((reason) => `  ${place(reason.at)} ${reason.text[language]}`),
    `  → ${advice[language]}`,
  ].join('\n');
}

const totals = (suites: readonly Suite[]) => {
  const cases = suites.flatMap((suite) => suite.cases);
  return {
    tests: String(cases.length),
    failures: String(cases.filter(({ failures }) => failures.length > 0).length),
    errors: String(cases.filter(({ fault }) => fault !== undefined).length),
  };
};

const drawSuite = (suite: Suite): string =>
  [
    `  <testsuite${attributes({ name: suite.name, ...totals([suite]), skipped: '0' })}>`,
    '    <properties>',
    ...Object.entries(suite.properties).map(
      ([name, value]) => `      <property${attributes({ name, value })}/>`,
    ),
    '    </properties>',
    ...suite.cases.map((each) => drawCase(each, suite)),
    ...(suite.since === '' ? [] : [`    <system-out>${escaped(suite.since)}</system-out>`]),
    '  </testsuite>',
  ].join('\n');

function drawCase({ id, title, failures, fault, notes }: Case, { name, added, language }: Suite): string {
  const head = `    <testcase${attributes({ classname: name, name: `${id} ${title}` })}`;
  const inner = [
    ...(fault === undefined ? [] : [`      <error${attributes({ message: fault, type: 'X002' })}/>`]),
    ...failures.map((finding) => drawFailure(finding, added.has(finding), language)),
    ...(notes.length === 0 ? [] : [`      <system-out>${escaped(notes.join('\n'))}</system-out>`]),
  ];
  return inner.length === 0 ? `${head}/>` : `${head}>\n${inner.join('\n')}\n    </testcase>`;
}

function drawFailure(finding: Finding, isNew: boolean, language: Language): string {
  const message = finding.message[language];
  const type = `${finding.severity}, ${finding.confidence} confidence${isNew ? ', new' : ''}`;
  return `      <failure${attributes({ message, type })}>${escaped(detail(finding, language))}</failure>`;
}

const attributes = (all: Readonly<Record<string, string>>): string =>
  Object.entries(all)
    .map(([name, value]) => ` ${name}="${escaped(printable(value))}"`)
    .join('');

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** What XML cannot hold is made visible; the rest stands as text. */
const escaped = (text: string): string =>
  printableLines(text, 20_000)
    .replace(/[\ufffe\uffff]/g, '\ufffd')
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
