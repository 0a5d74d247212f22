import { z } from 'zod';
import { defineRecord } from './envelope.schema.ts';
import { Phrase } from './phrase.schema.ts';
import { Measure, Name, Text } from './vocabulary.schema.ts';

/**
 * What the run allows to say: a comparison of two arms, a size to advise, a finding, a check of the
 * run itself, a threshold of the plan. */
export const Verdict = defineRecord('verdict', {
  scenario: Name,
  subject: z.enum(['comparison', 'size', 'finding', 'check', 'threshold']),
  answer: z.enum(['better', 'worse', 'same', 'undecided', 'advised', 'stated', 'passed', 'failed']),
  workload: Name.nullable(),
  metric: Name.nullable().describe('achieved_rate, durations.response.p99_s'),
  against: Name.nullable().describe('The arm that arm is compared with'),
  cell: Name.nullable().default(null).describe('The cell of arm: an arm may be measured on several ways'),
  against_cell: Name.nullable().default(null),
  value: Measure.describe('The ratio, or the size'),
  low: Measure,
  high: Measure,
  method: Name.nullable().describe('percentile bootstrap, BCa, range, near best, kneedle, usl'),
  confidence: Measure.describe('0.95 for 95 %'),
  delta: Measure.describe('The smallest difference of interest, as a share'),
  floor: Measure.describe('The difference between an arm and itself'),
  p_value: Measure.describe('Adjusted (Holm)'),
  rounds: z.int().nonnegative().nullable(),
  sentence: Text.describe('For people, in English'),
  said: Phrase.optional().describe('The sentence by its code, to be said in another language'),
  reason: Text.nullable(),
});

export type Verdict = z.infer<typeof Verdict>;
