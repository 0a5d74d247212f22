import { pathToFileURL } from 'node:url';
import { DiagnosticSeverity, DiagnosticTag, type Diagnostic } from 'vscode-languageserver';
import { severities, type Finding, type Severity } from '../catalogue/finding.ts';
import { rulePageFile } from '../catalogue/rule-page.ts';
import { rules } from '../rules/index.ts';
import { toRange } from './places.ts';

export type Language = 'en' | 'ko';

/** How findings are shown. */
export interface Showing {
  readonly language: Language;
  readonly leastSeverity: Severity;
  /** Address of the pages of the rules; where there is none, the files are named. */
  readonly rulePages: string | undefined;
}

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  critical: DiagnosticSeverity.Error,
  high: DiagnosticSeverity.Error,
  medium: DiagnosticSeverity.Warning,
  low: DiagnosticSeverity.Information,
  info: DiagnosticSeverity.Hint,
};

/** Rules about what can be left out, which editors grey, and about what is out of date, which they strike through. */
const TAGS: ReadonlyMap<string, DiagnosticTag> = new Map([
  ['Q05', DiagnosticTag.Unnecessary],
  ['A06', DiagnosticTag.Unnecessary],
  ['X004', DiagnosticTag.Unnecessary],
  ['Q01', DiagnosticTag.Deprecated],
]);

export const isShown = ({ severity }: Finding, { leastSeverity }: Showing): boolean =>
  severities.indexOf(severity) <= severities.indexOf(leastSeverity);

/** A finding as an editor shows it. `uriOf` gives the address of a file of the package. */
export function diagnosticOf(
  finding: Finding,
  { language, rulePages }: Showing,
  uriOf: (path: string) => string,
): Diagnostic {
  const { rule, severity, at, message, advice, reasons, fingerprint } = finding;
  const tag = TAGS.get(rule);
  const href = pageOf(rule, language, rulePages);
  return {
    range: toRange(at),
    severity: SEVERITIES[severity],
    code: rule,
    ...(href === undefined ? {} : { codeDescription: { href } }),
    source: 'madang',
    message: `${message[language]}\n${advice[language]}`,
    ...(tag === undefined ? {} : { tags: [tag] }),
    ...(reasons.length === 0
      ? {}
      : {
          relatedInformation: reasons.map(({ at: place, text }) => ({
            location: { uri: uriOf(place.file), range: toRange(place) },
            message: text[language],
          })),
        }),
    data: { fingerprint },
  };
}

/** Where the page of a rule is read; what the tool itself tells has none. */
function pageOf(id: string, language: Language, rulePages: string | undefined): string | undefined {
  const rule = rules.find((candidate) => candidate.id === id);
  if (rule === undefined) return undefined;
  if (rulePages !== undefined) return `${rulePages.replace(/\/$/, '')}/${rule.id}`;
  return pathToFileURL(rulePageFile(rule, language)).href;
}
