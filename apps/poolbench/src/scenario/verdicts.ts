import type { VerdictDraft } from '../run/bench.ts';

const NOTHING_ELSE = {
  arm: null,
  workload: null,
  metric: null,
  against: null,
  cell: null,
  against_cell: null,
  value: null,
  low: null,
  high: null,
  method: null,
  confidence: null,
  delta: null,
  floor: null,
  p_value: null,
  rounds: null,
  reason: null,
} as const;

/** A verdict with those fields that it has; the others are null. */
export function verdict(
  draft: Pick<VerdictDraft, 'subject' | 'answer' | 'sentence'> & Partial<VerdictDraft>,
): VerdictDraft {
  return { ...NOTHING_ELSE, ...draft };
}

/** A check that the scenario makes of itself. */
export function check(passed: boolean, sentence: string, more: Partial<VerdictDraft> = {}): VerdictDraft {
  return verdict({ subject: 'check', answer: passed ? 'passed' : 'failed', sentence, ...more });
}

/** Something measured that is neither a comparison nor a size to advise. */
export function finding(sentence: string, more: Partial<VerdictDraft> = {}): VerdictDraft {
  return verdict({ subject: 'finding', answer: 'stated', sentence, ...more });
}
