import type { NumberLiteral } from './tree.ts';

/** A string token taken apart: prefix letters in lower case, and where the text between the quotes begins and ends. */
export interface StringToken {
  readonly raw: boolean;
  readonly bytes: boolean;
  readonly formatted: boolean;
  readonly from: number;
  readonly to: number;
}

export function takeStringApart(text: string, start: number, end: number): StringToken {
  let at = start;
  while (text.charCodeAt(at) !== 34 && text.charCodeAt(at) !== 39) at += 1;
  const prefix = text.slice(start, at).toLowerCase();
  const quote = text[at] ?? '';
  const width = end - at >= 6 && text.startsWith(quote.repeat(3), at) ? 3 : 1;
  return {
    raw: prefix.includes('r'),
    bytes: prefix.includes('b'),
    formatted: prefix.includes('f'),
    from: at + width,
    to: end - width,
  };
}

const SIMPLE: Readonly<Record<string, string>> = {
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/** `\N{NAME}` becomes U+FFFD: the analyser needs no table of the names of all characters. */
const ESCAPE =
  /\\(?:\r\n|[\r\n]|([0-7]{1,3})|x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|N\{[^}]*\}|([^]))/g;

/** The value of what stands between quotes. Bytes have no `\u`, `\U` and `\N`; escapes that mean nothing stay as they are. */
export function unescape(image: string, raw: boolean, bytes: boolean): string {
  const lines = image.includes('\r') ? image.replace(/\r\n?/g, '\n') : image;
  if (raw || !lines.includes('\\')) return lines;
  return lines.replace(
    ESCAPE,
    (found: string, octal?: string, hex?: string, short?: string, long?: string, other?: string) => {
      if (octal !== undefined) return String.fromCharCode(parseInt(octal, 8) & (bytes ? 0xff : 0x1ff));
      if (hex !== undefined) return String.fromCharCode(parseInt(hex, 16));
      if (bytes && (short !== undefined || long !== undefined)) return found;
      if (short !== undefined) return String.fromCharCode(parseInt(short, 16));
      if (long !== undefined)
        return parseInt(long, 16) <= 0x10ffff ? String.fromCodePoint(parseInt(long, 16)) : found;
      if (other !== undefined) return SIMPLE[other] ?? found;
      return found.startsWith('\\N') ? '\ufffd' : '';
    },
  );
}

/** Form and value of a number as it is written. */
export function readNumber(image: string): Pick<NumberLiteral, 'form' | 'integer' | 'float'> {
  const plain = image.includes('_') ? image.replaceAll('_', '') : image;
  if (/[jJ]$/.test(plain)) return { form: 'imaginary', integer: 0n, float: 0 };
  if (!/^0[xX]/.test(plain) && /[.eE]/.test(plain))
    return { form: 'float', integer: 0n, float: Number(plain) };
  // An old octal such as 0777 was reported by the lexer.
  const digits = plain.length <= 15 ? plain.replace(/^0+(?=\d)/, '') : plain;
  return { form: 'int', integer: BigInt(digits), float: 0 };
}

/** A replacement field `{expression!conversion:format}` of an f-string, as places in the text. */
export interface Field {
  readonly start: number;
  readonly end: number;
  readonly expression: { readonly from: number; readonly to: number };
  readonly conversion: '' | 's' | 'r' | 'a';
  /** Of `{x=}`: up to where the text before the value is shown as it is written. */
  readonly shown: number | undefined;
  readonly format: { readonly from: number; readonly to: number } | undefined;
}

export type FStringPart = { readonly from: number; readonly to: number } | Field;

/** Thrown where an f-string cannot be read; the caller knows how to say it. */
export class BadFString extends Error {
  readonly at: number;
  constructor(at: number) {
    super('bad f-string');
    this.at = at;
  }
}

/** Splits the inside of an f-string into literal stretches and fields (PEP 498). Within a format specification `{{` is a field. */
export function splitFString(
  text: string,
  from: number,
  to: number,
  raw: boolean,
  inFormat = false,
): FStringPart[] {
  const parts: FStringPart[] = [];
  let literal = from;
  let at = from;
  const flush = (until: number) => {
    if (until > literal) parts.push({ from: literal, to: until });
  };
  while (at < to) {
    const character = text[at];
    if (!raw && character === '\\' && text.startsWith('\\N{', at))
      at = Math.max(text.indexOf('}', at), at) + 1;
    else if (
      (character === '{' || character === '}') &&
      text[at + 1] === character &&
      at + 1 < to &&
      !inFormat
    ) {
      flush(at + 1);
      at += 2;
      literal = at;
    } else if (character === '{') {
      flush(at);
      const field = readField(text, at, to);
      parts.push(field);
      at = field.end;
      literal = at;
    } else if (character === '}') throw new BadFString(at);
    else at += 1;
  }
  flush(to);
  return parts;
}

function readField(text: string, start: number, to: number): Field {
  const stop = endOfExpression(text, start + 1, to);
  const expression = { from: start + 1, to: stop };
  let at = stop;
  if (text[at] === '=') {
    at += 1;
    while (text[at] === ' ') at += 1;
  }
  const shown = at > stop ? at : undefined;
  let conversion: Field['conversion'] = '';
  if (text[at] === '!') {
    const letter = text[at + 1];
    if (letter !== 's' && letter !== 'r' && letter !== 'a') throw new BadFString(at);
    conversion = letter;
    at += 2;
  }
  if (text[at] === '}' && at < to)
    return { start, end: at + 1, expression, conversion, shown, format: undefined };
  if (text[at] !== ':' || at >= to) throw new BadFString(Math.min(at, to));
  const end = endOfFormat(text, at + 1, to);
  return { start, end: end + 1, expression, conversion, shown, format: { from: at + 1, to: end } };
}

/** Where the `}` stands that closes a format specification, which may hold fields of its own. */
function endOfFormat(text: string, from: number, to: number): number {
  let depth = 0;
  for (let at = from; at < to; at += 1) {
    if (text[at] === '{') {
      depth += 1;
      // A string in it may hold braces.
      at = endOfExpression(text, at + 1, to) - 1;
    } else if (text[at] === '}') {
      if (depth === 0) return at;
      depth -= 1;
    }
  }
  throw new BadFString(to);
}

/** Where the expression of a field ends: before `!r`, `:`, `=` or `}` outside brackets and strings. */
function endOfExpression(text: string, from: number, to: number): number {
  let depth = 0;
  let at = from;
  while (at < to) {
    const character = text[at] ?? '';
    if (character === '"' || character === "'") {
      at = endOfString(text, at, to);
      continue;
    }
    if (character === '\\' || character === '#') throw new BadFString(at);
    if (depth === 0 && endsExpression(text, at)) return at;
    if ('([{'.includes(character)) depth += 1;
    else if (')]}'.includes(character)) {
      if (depth === 0) throw new BadFString(at);
      depth -= 1;
    }
    // A comparison is not the end, and its second character is no assignment.
    at += text[at + 1] === '=' && '=!<>'.includes(character) ? 2 : 1;
  }
  throw new BadFString(to);
}

function endsExpression(text: string, at: number): boolean {
  const character = text[at];
  const next = text[at + 1];
  if (character === '}' || character === ':') return true;
  if (character === '!') return next !== '=';
  return character === '=' && next !== '=';
}

function endOfString(text: string, start: number, to: number): number {
  const quote = text[start] ?? '';
  const width = text.startsWith(quote.repeat(3), start) ? 3 : 1;
  const end = text.indexOf(quote.repeat(width), start + width);
  if (end < 0 || end + width > to) throw new BadFString(start);
  return end + width;
}
