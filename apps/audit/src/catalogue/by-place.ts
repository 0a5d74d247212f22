import { severities, type Finding } from './finding.ts';

type Placed = Omit<Finding, 'fingerprint'>;

/** The order in which findings are told: by file, place, how bad they are, and rule. */
export function byPlace(left: Placed, right: Placed): number {
  return (
    compare(left.at.file, right.at.file) ||
    left.at.start.line - right.at.start.line ||
    left.at.start.column - right.at.start.column ||
    severities.indexOf(left.severity) - severities.indexOf(right.severity) ||
    compare(left.rule, right.rule) ||
    compare(left.message.en, right.message.en)
  );
}

const compare = (left: string, right: string) => (left < right ? -1 : left > right ? 1 : 0);
