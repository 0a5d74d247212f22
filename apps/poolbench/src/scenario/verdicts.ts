import { englishText } from '../phrase/phrase-text.ts';
import type { Phrase } from '../record/schema/phrase.schema.ts';
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

/** The fields of a verdict, but for its sentence. */
type Fields = Partial<Omit<VerdictDraft, 'sentence' | 'said'>>;

/** A verdict with those fields that it has; the others are null. */
export function verdict(
  said: Phrase,
  fields: Pick<VerdictDraft, 'subject' | 'answer'> & Fields,
): VerdictDraft {
  return { ...NOTHING_ELSE, ...fields, sentence: englishText(said), said };
}

/** A check that the scenario makes of itself. */
export function check(passed: boolean, said: Phrase, more: Fields = {}): VerdictDraft {
  return verdict(said, { subject: 'check', answer: passed ? 'passed' : 'failed', ...more });
}

/** Something measured that is neither a comparison nor a size to advise. */
export function finding(said: Phrase, more: Fields = {}): VerdictDraft {
  return verdict(said, { subject: 'finding', answer: 'stated', ...more });
}
