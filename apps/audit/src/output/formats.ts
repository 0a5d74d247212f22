import type { CheckRun } from '../check-run.ts';
import { jsonReport } from './json.ts';
import { terminalReport } from './terminal.ts';

export interface FormatOptions {
  readonly language: 'en' | 'ko';
  /** Whether colours may be used; only a terminal has them. */
  readonly colour: boolean;
}

/** Writes a check as text. The same check gives the same text, whenever and wherever. */
export type Format = (run: CheckRun, options: FormatOptions) => string;

/** By the name that `--format` takes. */
export const formats = {
  terminal: terminalReport,
  json: jsonReport,
} as const satisfies Readonly<Record<string, Format>>;

export type FormatName = keyof typeof formats;
