import { Unreadable, type FaultCode, type SyntaxFault } from './faults.ts';
import type { Tokens } from './lexer.ts';
import { T } from './token-kinds.ts';

/**
 * How deep brackets, operators and blocks may nest together. CPython 3.8 itself gives up at 100 blocks and 200 brackets
 * (Parser/tokenizer.c); every level costs up to a dozen frames of our stack, which holds about ten thousand.
 */
const MAX_DEPTH = 300;

/** Reads tokens from left to right. The parser's layers build on it. */
export class Cursor {
  readonly text: string;
  readonly faults: SyntaxFault[];
  readonly #kinds: number[];
  readonly #starts: number[];
  readonly #ends: number[];
  #at = 0;
  protected depth = 0;
  /** Inside `async def`, where `await` is a keyword; in Python 3.6 it is a name elsewhere. */
  protected asynchronous = false;

  constructor(text: string, tokens: Tokens, faults: SyntaxFault[]) {
    this.text = text;
    this.#kinds = tokens.kinds;
    this.#starts = tokens.starts;
    this.#ends = tokens.ends;
    this.faults = faults;
  }

  protected get kind(): number {
    return this.#kinds[this.#at] ?? T.End;
  }

  protected peek(ahead = 1): number {
    return this.#kinds[this.#at + ahead] ?? T.End;
  }

  /** Where the current token begins. */
  protected get start(): number {
    return this.#starts[this.#at] ?? this.text.length;
  }

  protected get end(): number {
    return this.#ends[this.#at] ?? this.text.length;
  }

  /** Where the text before the current token ends: the ends of lines and blocks behind it do not count. */
  protected get before(): number {
    let at = this.#at - 1;
    while (at > 0 && isLayout(this.#kinds[at] ?? T.End)) at -= 1;
    return this.#ends[at] ?? 0;
  }

  protected get image(): string {
    return this.text.slice(this.start, this.end);
  }

  protected get mark(): number {
    return this.#at;
  }

  protected rewind(mark: number): void {
    this.#at = mark;
  }

  /** Reads no further. */
  protected leave(): void {
    this.#at = this.#kinds.length - 1;
  }

  protected next(): void {
    if (this.#at < this.#kinds.length - 1) this.#at += 1;
  }

  /** Whether a name stands here that is a keyword in this place alone. */
  protected isWord(word: string): boolean {
    return this.kind === T.Name && this.image === word;
  }

  protected accept(kind: number): boolean {
    if (this.kind !== kind) return false;
    this.next();
    return true;
  }

  protected expect(kind: number): void {
    if (this.kind !== kind) this.fail();
    this.next();
  }

  protected get isName(): boolean {
    const kind = this.kind;
    return kind === T.Name || kind === T.Async || kind === T.Await;
  }

  protected name(): string {
    if (!this.isName) this.fail();
    const id = identifier(this.image);
    this.next();
    return id;
  }

  /** Runs `read` one level deeper, or refuses what nests too deep. Who catches what it throws sets `depth` back. */
  protected nested<R>(read: () => R): R {
    if (this.depth >= MAX_DEPTH) this.fail('too-deep');
    this.depth += 1;
    const result = read();
    this.depth -= 1;
    return result;
  }

  protected fail(code: FaultCode = 'unexpected', start = this.start, end = this.end, what?: string): never {
    throw new Unreadable(this.faultAt(code, start, end, what));
  }

  protected note(code: FaultCode, start: number, end: number, what?: string): void {
    this.faults.push(this.faultAt(code, start, end, what));
  }

  protected faultAt(code: FaultCode, start: number, end: number, what?: string): SyntaxFault {
    const kind = this.kind;
    const atEnd = code === 'unexpected' && start === this.start && (kind === T.End || kind === T.Newline);
    return {
      code: atEnd ? 'unexpected-end' : code,
      what: what ?? this.text.slice(start, Math.min(end, start + 40)).trim(),
      start,
      end: Math.min(end, this.text.length),
    };
  }
}

const isLayout = (kind: number) => kind === T.Newline || kind === T.Indent || kind === T.Dedent;

/** Identifiers are the same when their NFKC forms are (PEP 3131). */
function identifier(image: string): string {
  for (let index = 0; index < image.length; index += 1) {
    if (image.charCodeAt(index) > 127) return image.normalize('NFKC');
  }
  return image;
}
