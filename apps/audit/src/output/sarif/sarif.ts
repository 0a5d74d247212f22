import type { PackageReport } from '../../analyse.ts';
import type { Finding } from '../../catalogue/finding.ts';
import type { CheckRun } from '../../check-run.ts';
import { checklistLines } from '../../checklist/lines.ts';
import { allFindings } from '../../checklist/obstacles.ts';
import { checklistOf } from '../checklist-summary.ts';
import type { FormatOptions } from '../format.ts';
import { toolOf } from '../tool.ts';
import { artifact, plain, ROOT } from './places.ts';
import { CHECKLIST_COMPONENT, descriptors } from './descriptors.ts';
import { ruleFailure, resultOf, type Indices } from './results.ts';

/** SARIF 2.1.0, the form in which code hosts and editors take findings. One run holds all packages. */
export function sarifReport(run: CheckRun, { language }: FormatOptions): string {
  const rules = descriptors(run, language);
  const indices: Indices = new Map(rules.map(({ id }, index) => [id, index]));
  const results = run.reports.flatMap((report) => resultsOf(report, run, indices, language));
  const failures = run.reports.flatMap((report) => failuresOf(report, indices, language));
  const { name, version } = toolOf();
  const sarif = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name,
            version,
            semanticVersion: version,
            language,
            rules,
            properties: { ruleSet: run.ruleSet, engine: run.engine },
          },
        },
        language,
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [ROOT]: { description: { text: ROOT_TEXT[language] } } },
        artifacts: artifactsOf(run.reports),
        invocations: [{ executionSuccessful: failures.length === 0, toolExecutionNotifications: failures }],
        taxonomies: [taxonomy(language)],
        results,
        properties: { checklist: run.reports.map((report) => checklist(report, language)) },
      },
    ],
  };
  return JSON.stringify(sarif, null, 2);
}

const ROOT_TEXT = { en: 'What was handed in.', ko: '검사 대상으로 받은 것.' };

type Language = FormatOptions['language'];

/** What a baseline knows is told as unchanged; what is less sure than the settings ask is not told. */
function resultsOf(report: PackageReport, run: CheckRun, indices: Indices, language: Language) {
  const isResult = ({ rule }: Finding) => rule !== 'X002';
  const state = (baselineState: string) => (run.baseline === undefined ? {} : { baselineState });
  const suppression = (finding: Finding, reason: string) => ({
    kind: isIgnored(finding, report) ? 'external' : 'inSource',
    justification: plain(reason),
  });
  return [
    ...report.findings
      .filter(isResult)
      .map((finding) => ({ ...resultOf(finding, [], indices, language), ...state('new') })),
    ...report.known
      .filter(isResult)
      .map((finding) => ({ ...resultOf(finding, [], indices, language), ...state('unchanged') })),
    ...report.suppressed.map(({ finding, reason }) =>
      resultOf(finding, [suppression(finding, reason)], indices, language),
    ),
  ];
}

/** By the settings, and not by a comment. */
function isIgnored({ at: { file } }: Finding, { root, settings }: PackageReport): boolean {
  const path = root === '' ? file : file.slice(root.length + 1);
  return settings.ignored.some(({ matches }) => matches(path));
}

/** Rules that failed are no results; a viewer tells them apart as faults of the tool. */
const failuresOf = (report: PackageReport, indices: Indices, language: Language) =>
  allFindings(report)
    .filter(({ rule }) => rule === 'X002')
    .map((finding) => ruleFailure(finding, report.failed, indices, language));

const artifactsOf = (reports: readonly PackageReport[]) =>
  reports.flatMap(({ root, subject }) =>
    subject.program.package.modules.map(({ path }) => ({
      location: artifact(root === '' ? path : `${root}/${path}`),
      sourceLanguage: 'python',
    })),
  );

/** The lines of the official checklist, to which rules are related. */
const taxonomy = (language: Language) => ({
  name: CHECKLIST_COMPONENT,
  taxa: checklistLines.map(({ id, kind, title, asks }) => ({
    id,
    shortDescription: { text: title[language] },
    fullDescription: { text: asks[language] },
    properties: { kind },
  })),
});

const checklist = (report: PackageReport, language: Language) => ({
  package: plain(report.root),
  lines: checklistOf(report).map(({ line, verdict, why }) => ({
    id: line.id,
    verdict,
    why: plain(why[language]),
  })),
});
