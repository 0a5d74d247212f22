import type { CheckRun } from '../check-run.ts';

export interface FormatOptions {
  readonly language: 'en' | 'ko';
  /** Whether colours may be used; only a terminal has them. */
  readonly colour: boolean;
  /** Where what is checked lies, as seen from where the command runs, with `/`; nothing where that is the place itself, or elsewhere. */
  readonly folder?: string | undefined;
}

/** Writes a check as text. The same check gives the same text, whenever and wherever. */
export type Format = (run: CheckRun, options: FormatOptions) => string;
