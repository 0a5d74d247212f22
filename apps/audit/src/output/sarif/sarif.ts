import type { Finding } from '../../catalogue/finding.ts';
import type { CheckedPackage, CheckRun } from '../../check-run.ts';
import { checklistLines } from '../../checklist/lines.ts';
import { allFindings } from '../../checklist/obstacles.ts';
import type { FormatOptions } from '../format.ts';
import { toolOf } from '../tool.ts';
import { artifact, OLDER_ROOT, plain, ROOT } from './places.ts';
import { CHECKLIST_COMPONENT, descriptors } from './descriptors.ts';
import { ruleFailure, resultOf, type Indices } from './results.ts';
import { absentResults, sinceOlder, stateOf } from './since.ts';

/** SARIF 2.1.0, the form in which code hosts and editors take findings. One run holds all packages. */
export function sarifReport(run: CheckRun, { language }: FormatOptions): string {
  const rules = descriptors(run, language);
  const indices: Indices = new Map(rules.map(({ id }, index) => [id, index]));
  const state = stateOf(run);
  const results = [
    ...run.reports.flatMap((report) => resultsOf(report, state, indices, language)),
    ...absentResults(run, indices, language),
  ];
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
        originalUriBaseIds: rootsOf(run, language),
        artifacts: artifactsOf(run.reports),
        invocations: [{ executionSuccessful: failures.length === 0, toolExecutionNotifications: failures }],
        taxonomies: [taxonomy(language)],
        results,
        properties: {
          checklist: run.reports.map((report) => checklist(report, language)),
          ...(run.comparison === undefined ? {} : { since: sinceOlder(run, language) }),
        },
      },
    ],
  };
  return JSON.stringify(sarif, null, 2);
}

const ROOT_TEXT = { en: 'What was handed in.', ko: '검사 대상으로 받은 것.' };
const OLDER_TEXT = { en: 'Its older version.', ko: '그 이전 버전.' };

type Language = FormatOptions['language'];

const rootsOf = ({ comparison }: CheckRun, language: Language) => ({
  [ROOT]: { description: { text: ROOT_TEXT[language] } },
  ...(comparison === undefined ? {} : { [OLDER_ROOT]: { description: { text: OLDER_TEXT[language] } } }),
});

/** What a baseline knows is told as unchanged; what is less sure than the settings ask is not told. */
function resultsOf(
  report: CheckedPackage,
  state: ReturnType<typeof stateOf>,
  indices: Indices,
  language: Language,
) {
  const isResult = ({ rule }: Finding) => rule !== 'X002';
  const suppression = (finding: Finding, reason: string) => ({
    kind: isIgnored(finding, report) ? 'external' : 'inSource',
    justification: plain(reason),
  });
  return [
    ...[...report.findings, ...report.known]
      .filter(isResult)
      .map((finding) => ({ ...resultOf(finding, [], indices, language), ...state(finding) })),
    ...report.suppressed.map(({ finding, reason }) =>
      resultOf(finding, [suppression(finding, reason)], indices, language),
    ),
  ];
}

/** By the settings, and not by a comment. */
function isIgnored({ at: { file } }: Finding, { root, settings }: CheckedPackage): boolean {
  const path = root === '' ? file : file.slice(root.length + 1);
  return settings.ignored.some(({ matches }) => matches(path));
}

/** Rules that failed are no results; a viewer tells them apart as faults of the tool. */
const failuresOf = (report: CheckedPackage, indices: Indices, language: Language) =>
  allFindings(report)
    .filter(({ rule }) => rule === 'X002')
    .map((finding) => ruleFailure(finding, report.failed, indices, language));

const artifactsOf = (reports: readonly CheckedPackage[]) =>
  reports.flatMap(({ root, package: { modules } }) =>
    modules.map(({ path }) => ({
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

const checklist = (report: CheckedPackage, language: Language) => ({
  package: plain(report.root),
  lines: report.checklist.map(({ line, verdict, why }) => ({
    id: line.id,
    verdict,
    why: plain(why[language]),
  })),
});
