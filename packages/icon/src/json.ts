import { isKeptNumber, KEPT_NUMBER } from './json-numbers.ts';
import { malformed } from './malformed.ts';

/**
 * Lists and objects within one another that are taken in. The parameters of a contract's method need a few; what hands
 * JSON on by recursion, JSON.stringify to begin with, gives up at some four thousand.
 */
const MOST_LEVELS = 1000;

interface Fault {
  /** Where, from the value that is looked at: `.data.params[3]`. */
  readonly path: string;
  readonly found: unknown;
  readonly expected: string;
}

/**
 * ICON_MALFORMED if a JSON value is nested deeper than 1,000 levels, or has a whole number beyond 2^53, which has lost
 * digits when it was parsed.
 */
export function checkJson(value: unknown, path: string): void {
  const fault = faultIn(value, MOST_LEVELS);
  if (fault !== undefined) throw malformed(path + fault.path, fault.found, fault.expected);
}

function faultIn(value: unknown, levels: number): Fault | undefined {
  if (typeof value === 'number' && !isKeptNumber(value))
    return { path: '', found: value, expected: KEPT_NUMBER };
  if (typeof value !== 'object' || value === null) return undefined;
  if (levels === 0) return { path: '', found: value, expected: `nested at most ${MOST_LEVELS} levels deep` };
  for (const [key, item] of Object.entries(value)) {
    const fault = faultIn(item, levels - 1);
    if (fault !== undefined) {
      return { ...fault, path: `${Array.isArray(value) ? `[${key}]` : `.${key}`}${fault.path}` };
    }
  }
  return undefined;
}
