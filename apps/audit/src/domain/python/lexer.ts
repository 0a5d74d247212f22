import { MOST_FAULTS, type SyntaxFault } from './faults.ts';
import { keywords, operators, statementWords, T } from './token-kinds.ts';

/** A comment, from its `#` to the end of its line. */
export interface Comment {
  readonly start: number;
  readonly end: number;
  /** Nothing but white space stands before it on its line. */
  readonly alone: boolean;
}

/** All tokens of a text, in three arrays of one length; the last one is `T.End`. Offsets are UTF-16 units. */
export interface Tokens {
  readonly kinds: number[];
  readonly starts: number[];
  readonly ends: number[];
  readonly comments: Comment[];
  readonly faults: SyntaxFault[];
}

const NUMBER =
  /0[xX](?:_?[\da-fA-F])+|0[oO](?:_?[0-7])+|0[bB](?:_?[01])+|(?:(?:\d(?:_?\d)*)?\.\d(?:_?\d)*|\d(?:_?\d)*\.?)(?:[eE][+-]?\d(?:_?\d)*)?[jJ]?/y;
const OLD_OCTAL = /^0[\d_]*[1-9][\d_]*$/;
/** Decorators and what they stand above; no more of them are looked at, as there may be a million. */
const DECORATED = /(?:@[^\r\n]*(?:\r\n?|\n)[ \t]*){1,8}(?:async[ \t]+)?(?:def|class)\b/y;
const NAME_START = /[\p{ID_Start}_]/u;
const NAME_PART = /[\p{ID_Continue}_]/u;

const isNewline = (code: number) => code === 10 || code === 13;
const isAsciiNamePart = (code: number) =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || (code >= 48 && code <= 57);
const isDigit = (code: number) => code >= 48 && code <= 57;

/**
 * Splits a text into tokens as CPython 3.6 to 3.8 do, and goes on after whatever is wrong: each fault is kept with its place.
 * `inside` reads an expression within a larger text, such as a field of an f-string, where line ends mean nothing.
 */
export function tokenize(text: string, from = 0, to = text.length, inside = false): Tokens {
  return new Lexer(text, from, to, inside).run();
}

class Lexer {
  readonly #kinds: number[] = [];
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  readonly #comments: Comment[] = [];
  readonly #faults: SyntaxFault[] = [];
  /** Columns of the blocks that are open, with a tab as 8 and as 1: where both orders differ the indentation is ambiguous. */
  readonly #indents = [0];
  readonly #narrowIndents = [0];
  readonly #open: { kind: number; at: number }[] = [];
  readonly #text: string;
  readonly #to: number;
  readonly #inside: boolean;
  #at: number;
  #lineStart: boolean;

  constructor(text: string, from: number, to: number, inside: boolean) {
    this.#text = text;
    this.#at = from;
    this.#to = to;
    this.#inside = inside;
    this.#lineStart = !inside;
  }

  run(): Tokens {
    while (this.#at < this.#to) {
      if (this.#lineStart) this.#readIndentation();
      if (this.#at < this.#to && !this.#lineStart) this.#readToken();
    }
    this.#finish();
    return {
      kinds: this.#kinds,
      starts: this.#starts,
      ends: this.#ends,
      comments: this.#comments,
      faults: this.#faults,
    };
  }

  #finish(): void {
    for (const { at } of this.#open) this.#fault('never-closed', at, at + 1);
    const last = this.#kinds.at(-1);
    if (!this.#inside && last !== undefined && last !== T.Newline && last !== T.Dedent)
      this.#add(T.Newline, this.#to, this.#to);
    for (let level = this.#indents.length; level > 1; level -= 1) this.#add(T.Dedent, this.#to, this.#to);
    this.#add(T.End, this.#to, this.#to);
  }

  #add(kind: number, start: number, end: number): void {
    this.#kinds.push(kind);
    this.#starts.push(start);
    this.#ends.push(end);
  }

  #fault(code: SyntaxFault['code'], start: number, end: number, shown = Math.min(end, start + 40)): void {
    if (this.#faults.length < MOST_FAULTS)
      this.#faults.push({ code, what: this.#text.slice(start, shown), start, end });
  }

  #code(at: number): number {
    return at < this.#to ? this.#text.charCodeAt(at) : 0;
  }

  /** Measures the white space that begins a line; lines of nothing but white space and comments say nothing. */
  #readIndentation(): void {
    let wide = 0;
    let narrow = 0;
    for (;;) {
      const spaces = this.#passSpaces();
      wide += spaces;
      narrow += spaces;
      const code = this.#code(this.#at);
      if (code === 9) {
        wide = (Math.floor(wide / 8) + 1) * 8;
        narrow += 1;
      } else if (code === 12) {
        wide = 0;
        narrow = 0;
      } else if (code === 92 && isNewline(this.#code(this.#at + 1))) {
        this.#at += 1;
        this.#passNewline();
        continue;
      } else break;
      this.#at += 1;
    }
    const code = this.#code(this.#at);
    if (this.#at >= this.#to) return;
    if (code === 35) this.#readComment(true);
    else if (isNewline(code)) this.#passNewline();
    else {
      this.#lineStart = false;
      this.#settleIndentation(wide, narrow);
    }
  }

  /** Most of a deeply nested text is this. */
  #passSpaces(): number {
    const text = this.#text;
    const start = this.#at;
    let at = start;
    while (at < this.#to && text.charCodeAt(at) === 32) at += 1;
    this.#at = at;
    return at - start;
  }

  #settleIndentation(wide: number, narrow: number): void {
    const top = this.#indents.at(-1) ?? 0;
    const narrowTop = this.#narrowIndents.at(-1) ?? 0;
    if (wide === top) {
      if (narrow !== narrowTop) this.#fault('tabs-and-spaces', this.#at, this.#at + 1);
    } else if (wide > top) {
      if (narrow <= narrowTop) this.#fault('tabs-and-spaces', this.#at, this.#at + 1);
      this.#indents.push(wide);
      this.#narrowIndents.push(narrow);
      this.#add(T.Indent, this.#at, this.#at);
    } else this.#closeBlocks(wide, narrow);
  }

  #closeBlocks(wide: number, narrow: number): void {
    while ((this.#indents.at(-1) ?? 0) > wide) {
      this.#indents.pop();
      this.#narrowIndents.pop();
      this.#add(T.Dedent, this.#at, this.#at);
    }
    if (this.#indents.at(-1) !== wide) this.#fault('unindent', this.#at, this.#at + 1);
    else if (this.#narrowIndents.at(-1) !== narrow) this.#fault('tabs-and-spaces', this.#at, this.#at + 1);
  }

  #passNewline(): void {
    this.#at += this.#code(this.#at) === 13 && this.#code(this.#at + 1) === 10 ? 2 : 1;
  }

  #readComment(alone: boolean): void {
    const start = this.#at;
    while (this.#at < this.#to && !isNewline(this.#code(this.#at))) this.#at += 1;
    this.#comments.push({ start, end: this.#at, alone });
  }

  #readToken(): void {
    const start = this.#at;
    const code = this.#code(start);
    if (code === 32 || code === 9 || code === 12) this.#at += 1;
    else if (isNewline(code)) this.#endLine();
    else if (code === 35) this.#readComment(false);
    else if (code === 34 || code === 39) this.#readString(start);
    else if (isDigit(code) || (code === 46 && isDigit(this.#code(start + 1)))) this.#readNumber();
    else if (isAsciiNamePart(code)) this.#readName();
    else if (code > 127) this.#readForeign();
    else if (code === 92) this.#readContinuation();
    else this.#readOperator();
  }

  #endLine(): void {
    const start = this.#at;
    this.#passNewline();
    if (this.#inside) return;
    if (this.#open.length > 0) {
      if (!this.#statementFollows()) return;
      for (const { at } of this.#open) this.#fault('never-closed', at, at + 1);
      this.#open.length = 0;
    }
    this.#add(T.Newline, start, this.#at);
    this.#lineStart = true;
  }

  /** Whether the line that begins here can only be a statement. */
  #statementFollows(): boolean {
    let at = this.#at;
    while (this.#code(at) === 32 || this.#code(at) === 9) at += 1;
    const start = at;
    if (this.#code(at) === 64) {
      DECORATED.lastIndex = at;
      return DECORATED.test(this.#text);
    }
    while (isAsciiNamePart(this.#code(at)) && at - start < 9) at += 1;
    return at > start && statementWords.has(keywords.get(this.#text.slice(start, at)) ?? T.Name);
  }

  #readContinuation(): void {
    if (isNewline(this.#code(this.#at + 1))) {
      this.#at += 1;
      this.#passNewline();
    } else this.#readBad(1);
  }

  /** A run of one character is one fault: a damaged file may be nothing but nulls. */
  #readBad(length: number): void {
    const start = this.#at;
    const character = this.#text.slice(start, start + length);
    while (this.#at < this.#to && this.#text.startsWith(character, this.#at)) this.#at += length;
    this.#fault('unexpected-character', start, this.#at, start + length);
    this.#add(T.Bad, start, this.#at);
  }

  #readName(): void {
    const start = this.#at;
    let at = start + 1;
    while (isAsciiNamePart(this.#code(at))) at += 1;
    const next = this.#code(at);
    if (next > 127) {
      this.#readForeignName(start);
      return;
    }
    if ((next === 34 || next === 39) && at - start <= 2 && isStringPrefix(this.#text, start, at)) {
      this.#at = at;
      this.#readString(start);
      return;
    }
    this.#at = at;
    const length = at - start;
    const keyword = length >= 2 && length <= 8 ? keywords.get(this.#text.slice(start, at)) : undefined;
    this.#add(keyword ?? T.Name, start, at);
  }

  #readForeign(): void {
    const character = String.fromCodePoint(this.#text.codePointAt(this.#at) ?? 0);
    if (NAME_START.test(character.normalize('NFKC'))) this.#readForeignName(this.#at);
    else this.#readBad(character.length);
  }

  #readForeignName(start: number): void {
    let at = start;
    while (at < this.#to) {
      const character = String.fromCodePoint(this.#text.codePointAt(at) ?? 0);
      if (!NAME_PART.test(character)) break;
      at += character.length;
    }
    this.#at = Math.max(at, start + 1);
    this.#add(T.Name, start, this.#at);
  }

  #readNumber(): void {
    NUMBER.lastIndex = this.#at;
    const found = NUMBER.exec(this.#text)?.[0] ?? '0';
    const start = this.#at;
    this.#at = Math.min(start + found.length, this.#to);
    if (OLD_OCTAL.test(found)) this.#fault('bad-number', start, this.#at);
    this.#add(T.Number, start, this.#at);
  }

  /** `start` is where the prefix begins; the quote is at the current place. */
  #readString(start: number): void {
    const quote = this.#code(this.#at);
    const triple = this.#code(this.#at + 1) === quote && this.#code(this.#at + 2) === quote;
    let at = this.#at + (triple ? 3 : 1);
    for (; at < this.#to; at += 1) {
      const code = this.#code(at);
      if (code === 92) {
        // A line end of two characters counts as the one that is escaped.
        if (this.#code(at + 1) === 13 && this.#code(at + 2) === 10) at += 1;
        at += 1;
      } else if (code === quote) {
        if (!triple) {
          this.#endString(start, at + 1);
          return;
        }
        if (this.#code(at + 1) === quote && this.#code(at + 2) === quote) {
          this.#endString(start, at + 3);
          return;
        }
      } else if (!triple && isNewline(code)) break;
    }
    at = Math.min(at, this.#to);
    this.#fault('unterminated-string', start, at);
    this.#at = at;
    this.#add(T.Bad, start, at);
  }

  #endString(start: number, end: number): void {
    this.#add(T.String, start, end);
    this.#at = end;
  }

  #readOperator(): void {
    const start = this.#at;
    for (let length = Math.min(3, this.#to - start); length > 0; length -= 1) {
      const kind = operators.get(this.#text.slice(start, start + length));
      if (kind === undefined) continue;
      this.#at = start + length;
      this.#add(kind, start, this.#at);
      this.#trackBrackets(kind, start);
      return;
    }
    this.#readBad(1);
  }

  #trackBrackets(kind: number, at: number): void {
    if (kind === T.LeftParen || kind === T.LeftBracket || kind === T.LeftBrace) {
      this.#open.push({ kind, at });
    } else if (kind === T.RightParen || kind === T.RightBracket || kind === T.RightBrace) {
      const opener = this.#open.pop();
      if (opener === undefined) this.#fault('never-opened', at, at + 1);
      else if (opener.kind !== kind - 1) this.#fault('closed-by', at, at + 1);
    }
  }
}

/** r, b, u, f in any case, and rb, br, fr, rf. */
function isStringPrefix(text: string, start: number, end: number): boolean {
  const prefix = text.slice(start, end).toLowerCase();
  return prefix.length === 1
    ? prefix === 'r' || prefix === 'b' || prefix === 'u' || prefix === 'f'
    : prefix === 'rb' || prefix === 'br' || prefix === 'fr' || prefix === 'rf';
}
