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
    kind({ path: printable(path, LONGEST_PATH), found: shown(value), expected }, cause),
  { code: kind.code, is: (error: unknown): error is CodedError => kind.is(error) },
);

/** Characters of a path; names in it come from the chain. */
const LONGEST_PATH = 300;
const SHOWN = 80;

/** A value as an error message shows it: short, printable, and without walking through what may be large or nested deep. */
function shown(value: unknown): string {
  if (value === undefined) return 'missing';
  if (typeof value === 'string') return printable(JSON.stringify(value.slice(0, SHOWN + 1)), SHOWN);
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) {
    return printable(`an object with ${Object.keys(value).slice(0, 3).join(', ') || 'nothing'}`, SHOWN);
  }
  return `${value as number | bigint | boolean | null}`;
}
