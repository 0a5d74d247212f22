import type { Edit, Finding, Severity } from '../../catalogue/finding.ts';
import { artifact, location, plain } from './places.ts';

type Language = 'en' | 'ko';

/** Where each rule stands in the list of the tool. */
export type Indices = ReadonlyMap<string, number>;

/** What viewers know of severities. */
export const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
  info: 'note',
};

export interface Suppression {
  readonly kind: string;
  readonly justification: string;
}

/** A finding; one that is suppressed says why. */
export function resultOf(
  finding: Finding,
  suppressions: readonly Suppression[],
  indices: Indices,
  language: Language,
) {
  const { rule, severity, confidence, at, within, message, advice, fingerprint, fix } = finding;
  return {
    ruleId: rule,
    ruleIndex: indices.get(rule) ?? -1,
    level: LEVELS[severity],
    message: { text: plain(message[language]) },
    locations: [
      {
        ...location(at),
        ...(within === ''
          ? {}
          : { logicalLocations: [{ fullyQualifiedName: plain(within), kind: 'member' }] }),
      },
    ],
    partialFingerprints: { 'madangFinding/v1': fingerprint },
    ...(finding.reasons.length === 0 ? {} : { codeFlows: [codeFlow(finding, language)] }),
    ...(fix === undefined ? {} : { fixes: [fixOf(fix.edits, plain(advice[language]))] }),
    // Where one result says whether it is suppressed, all have to.
    suppressions,
    properties: {
      severity,
      confidence,
      advice: plain(advice[language]),
      ...(fix === undefined ? {} : { fixIsSafe: fix.safe }),
    },
  };
}

/** The path of reasoning, which ends where the finding is. */
function codeFlow({ reasons, at, message }: Finding, language: Language) {
  const steps = [
    ...reasons.map((reason) => location(reason.at, reason.text, language)),
    location(at, message, language),
  ];
  return { threadFlows: [{ locations: steps.map((step) => ({ location: step })) }] };
}

/** Edits by file; several of one file are one change. */
function fixOf(edits: readonly Edit[], description: string) {
  const files = new Map<string, Edit[]>();
  for (const edit of edits) files.set(edit.file, [...(files.get(edit.file) ?? []), edit]);
  return {
    description: { text: description },
    artifactChanges: [...files].map(([file, changes]) => ({
      artifactLocation: artifact(file),
      replacements: changes.map(({ start, end, text }) => ({
        deletedRegion: { charOffset: start, charLength: end - start },
        insertedContent: { text },
      })),
    })),
  };
}

/** A rule that threw. */
export function ruleFailure(
  finding: Finding,
  failed: readonly string[],
  indices: Indices,
  language: Language,
) {
  const text = plain(finding.message[language]);
  const id = failed.find((rule) => finding.message.en.startsWith(`Rule ${rule} failed`));
  return {
    level: 'error',
    message: { text },
    descriptor: { id: 'X002' },
    ...(id === undefined ? {} : { associatedRule: { id, index: indices.get(id) ?? -1 } }),
  };
}
