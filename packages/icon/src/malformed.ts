import { defineError, printable, type CodedError } from '@madang/errors';

/** What was found where something else had to be. */
export interface Malformed {
  /** Where in the answer: `eventLogs[3].indexed`. */
  readonly path: string;
  /** What was found there, shortened and safe to print. */
  readonly found: string;
  /** What belongs there: `a T_INT such as 0x1f`. */
  readonly expected: string;
}

const kind = defineError<Malformed>({
  code: 'ICON_MALFORMED',
  status: 502,
  retry: 'never',
  message: ({ path, found, expected }) =>
    `${path} is ${found}, but must be ${expected}. The node sent something that is not ICON data; compare with another node.`,
});

/** ICON_MALFORMED: a value of the chain that cannot be read without guessing or losing something. */
export const malformed = Object.assign(
  (path: string, value: unknown, expected: string, cause?: unknown) =>
    kind({ path, found: shown(value), expected }, cause),
  { code: kind.code, is: (error: unknown): error is CodedError => kind.is(error) },
);

const SHOWN = 80;

/** A value as an error message shows it: JSON, short, printable. */
function shown(value: unknown): string {
  if (value === undefined) return 'missing';
  const text = typeof value === 'string' ? value.slice(0, SHOWN + 1) : value;
  return printable(JSON.stringify(text), SHOWN);
}
