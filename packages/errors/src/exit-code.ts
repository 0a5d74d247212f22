import { CodedError } from './coded-error.ts';

/** Exit codes of every command (sysexits.h for 75). */
export const EXIT = { ok: 0, finding: 1, usage: 2, tryAgain: 75 } as const;

/** The exit code of a command that ended with this error: 75 tells a supervisor to start it again. */
export function exitCodeOf(error: unknown): number {
  if (!(error instanceof CodedError)) return EXIT.finding;
  if (error.retry === 'later') return EXIT.tryAgain;
  return error.code.endsWith('_USAGE') ? EXIT.usage : EXIT.finding;
}
