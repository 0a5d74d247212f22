import type { Position } from '../domain/python/lines.ts';

/** A sentence in both languages. */
export interface Text {
  readonly en: string;
  readonly ko: string;
}

/** How bad it is when it is so, from bad to harmless. */
export const severities = ['critical', 'high', 'medium', 'low', 'info'] as const;
export type Severity = (typeof severities)[number];

/** How sure it is that it is so. */
export const confidences = ['high', 'medium', 'low'] as const;
export type Confidence = (typeof confidences)[number];

/** A stretch of a file. Lines count from 1, columns from 0 in UTF-16 units; the end is excluded. */
export interface Stretch {
  /** Relative to what was handed in, with `/`. */
  readonly file: string;
  readonly start: Position;
  readonly end: Position;
}

/** One step of the reasoning that leads to a finding: a guard that was looked for, a value on its way, a call. */
export interface Reason {
  readonly at: Stretch;
  readonly text: Text;
}

/** A change of the text that mends a finding. An unsafe one may change what the contract does. */
export interface Fix {
  readonly safe: boolean;
  readonly edits: readonly Edit[];
}

/** Puts `text` in place of what stands from `start` to `end`, which are offsets in UTF-16 units. */
export interface Edit {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Something that is wrong at a place. */
export interface Finding {
  /** Id in the catalogue, such as `F01`; `X…` for what the tool itself has to say. */
  readonly rule: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly at: Stretch;
  /** `Class.method` around the place; empty at the level of a module. */
  readonly within: string;
  readonly message: Text;
  readonly advice: Text;
  readonly reasons: readonly Reason[];
  readonly fix: Fix | undefined;
  /** Stays the same when lines elsewhere change. */
  readonly fingerprint: string;
}
