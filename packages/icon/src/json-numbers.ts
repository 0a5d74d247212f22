import { malformed } from './malformed.ts';

/** What a number has to be, for messages. */
export const KEPT_NUMBER = 'a number that 64-bit floating point holds exactly, whole ones below 2^53';

/** Whether a parsed number can be the one that was written. */
export function isKeptNumber(value: number): boolean {
  return Number.isFinite(value) && (Number.isSafeInteger(value) || !Number.isInteger(value));
}

/**
 * ICON_MALFORMED if a text, which must be JSON, has a number that JSON.parse would silently turn into another one: beyond
 * 2^53, or with more digits than a double has.
 *
 * ```ts
 * checkNumbers('[9007199254740993]', 'the answer') // throws: JSON.parse gives [9007199254740992]
 * ```
 */
export function checkNumbers(text: string, path: string): void {
  const changed = findChangedNumber(text);
  if (changed !== undefined) throw malformed(`a number in ${path}`, changed, KEPT_NUMBER);
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const NUMBER_HERE = /-?\d[\d.eE+-]*/y;

// From string to string, which are most of the text: a third of the time that JSON.parse itself takes.
function findChangedNumber(text: string): string | undefined {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = endOfString(text, at);
    else if (code === 0x2d || (code >= 0x30 && code <= 0x39)) {
      NUMBER_HERE.lastIndex = at;
      const number = NUMBER_HERE.exec(text)?.[0] ?? '';
      if (!isWrittenAgain(number)) return number;
      at += number.length - 1;
    }
  }
  return undefined;
}

function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end;
}

function isEscaped(text: string, at: number): boolean {
  let backslashes = 0;
  while (text.charCodeAt(at - 1 - backslashes) === BACKSLASH) backslashes += 1;
  return backslashes % 2 === 1;
}

function isWrittenAgain(number: string): boolean {
  const value = Number(number);
  return isKeptNumber(value) && decimal(number) === decimal(String(value));
}

const DECIMAL = /^-?(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i;

/** A number's digits without the zeros around them, and the power of ten of the last: the same for 1.50 and 15e-1. */
function decimal(number: string): string {
  const [, whole = '', fraction = '', exponent = '0'] = DECIMAL.exec(number) ?? [];
  const digits = (whole + fraction).replace(/^0+/, '');
  let length = digits.length;
  while (digits[length - 1] === '0') length -= 1;
  const power = Number(exponent) - fraction.length + digits.length - length;
  return length === 0 ? '0' : `${digits.slice(0, length)}e${power}`;
}
