import type { Finding, Stretch, Text } from '../catalogue/finding.ts';
import type { Suppressed } from '../suppress.ts';
import type { ChecklistLine } from './lines.ts';

/** What can be said of a line. Critical lines pass or fail, warnings pass or warn. */
export const verdicts = ['fail', 'warning', 'human', 'pass', 'absent'] as const;
export type Verdict = (typeof verdicts)[number];

/** Something that was looked at, and where it stands. */
export interface Evidence {
  readonly text: Text;
  readonly at: readonly Stretch[];
}

/** The verdict on one line, with all that it rests on. */
export interface LineVerdict {
  readonly line: ChecklistLine;
  readonly verdict: Verdict;
  /** Why it is this verdict, in a sentence. */
  readonly why: Text;
  /** What was looked at. */
  readonly seen: readonly Evidence[];
  /** What a person has to look at, since the tool cannot decide it. */
  readonly open: readonly Evidence[];
  /** Findings that bear on the line, those that decide it first. */
  readonly findings: readonly Finding[];
  /** Those that comments in the source take out. */
  readonly suppressed: readonly Suppressed<Finding>[];
}

/** How verdicts are called. */
export const VERDICT_NAMES: Readonly<Record<Verdict, Text>> = {
  fail: { en: 'Fail', ko: '부적합' },
  warning: { en: 'Warning', ko: '주의' },
  human: { en: 'Needs a human', ko: '사람이 확인' },
  pass: { en: 'Pass', ko: '적합' },
  absent: { en: 'Not applicable', ko: '해당 없음' },
};
