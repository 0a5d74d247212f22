import { Cursor } from './cursor.ts';
import { tokenize, type Tokens } from './lexer.ts';
import { BadFString, readNumber, splitFString, takeStringApart, unescape, type Field } from './literals.ts';
import { T } from './token-kinds.ts';
import type {
  BytesLiteral,
  Call,
  Comprehension,
  Dict,
  DictComprehension,
  Expression,
  FormattedValue,
  FString,
  Generator,
  Keyword,
  Sequence,
  StringLiteral,
} from './tree.ts';

/** A parser of the expression between two places of the same text, as the fields of an f-string need. */
export type ReadInside = (tokens: Tokens) => Expression;

const CONSTANTS: ReadonlyMap<number, true | false | null | '...'> = new Map<
  number,
  true | false | null | '...'
>([
  [T.True, true],
  [T.False, false],
  [T.None, null],
  [T.Ellipsis, '...'],
]);

/** Names, literals, displays, comprehensions, and what follows them: attributes, subscripts, calls. */
export abstract class AtomParser extends Cursor {
  protected abstract readonly readInside: ReadInside;

  /** An expression without a comma: a conditional, a lambda or anything that binds tighter. */
  protected abstract expression(): Expression;
  protected abstract namedExpression(): Expression;
  /** Behind `name=` and `key:`, where a pattern may name what it matches. */
  protected abstract innerValue(): Expression;
  /** `or` and tighter, as the conditions of a comprehension are. */
  protected abstract disjunction(): Expression;
  /** The operand of `*x`. */
  protected abstract bitwiseOr(): Expression;
  protected abstract targetList(): Expression;
  protected abstract yieldExpression(): Expression;
  protected abstract checkTarget(target: Expression): void;

  /** How long a chain of calls, attributes and subscripts may be: each link is one level of the tree. */
  static readonly #maxLinks = 1000;

  protected primary(): Expression {
    const start = this.start;
    let value = this.atom();
    for (let links = 0; ; links += 1) {
      const kind = this.kind;
      if (kind === T.Dot) value = this.#attribute(start, value);
      else if (kind === T.LeftParen) value = this.#call(start, value);
      else if (kind === T.LeftBracket) value = this.#subscript(start, value);
      else return value;
      if (links === AtomParser.#maxLinks) this.fail('too-deep');
    }
  }

  #attribute(start: number, value: Expression): Expression {
    this.next();
    const nameStart = this.start;
    const name = this.name();
    return { kind: 'Attribute', value, name, nameStart, start, end: this.before };
  }

  #subscript(start: number, value: Expression): Expression {
    this.next();
    const index = this.nested(() => this.#subscriptIndex());
    this.expect(T.RightBracket);
    return { kind: 'Subscript', value, index, start, end: this.before };
  }

  #subscriptIndex(): Expression {
    const start = this.start;
    const first = this.#slice();
    if (this.kind !== T.Comma && first.kind === 'Starred')
      this.note('newer-syntax', start, this.before, '3.11');
    else if (this.kind !== T.Comma) return first;
    const elements = [first];
    while (this.accept(T.Comma) && this.peek(0) !== T.RightBracket) elements.push(this.#slice());
    return { kind: 'Tuple', elements, start, end: this.before };
  }

  #slice(): Expression {
    const start = this.start;
    const endsPart = () => this.kind === T.Colon || this.kind === T.Comma || this.kind === T.RightBracket;
    if (this.kind === T.Star) return this.#starred();
    const lower = this.kind === T.Colon ? undefined : this.namedExpression();
    if (lower !== undefined && this.kind !== T.Colon) return lower;
    this.expect(T.Colon);
    const upper = endsPart() ? undefined : this.expression();
    const step = this.accept(T.Colon) && !endsPart() ? this.expression() : undefined;
    return { kind: 'Slice', lower, upper, step, start, end: this.before };
  }

  #starred(): Expression {
    const start = this.start;
    this.expect(T.Star);
    const value = this.bitwiseOr();
    return { kind: 'Starred', value, start, end: this.before };
  }

  #call(start: number, callee: Expression): Call {
    const { args, keywords } = this.nested(() => this.callArguments());
    return { kind: 'Call', callee, args, keywords, start, end: this.before };
  }

  /** From the opening to the closing parenthesis, both included; a class statement has the same list. */
  protected callArguments(): { args: Expression[]; keywords: Keyword[] } {
    this.expect(T.LeftParen);
    const args: Expression[] = [];
    const keywords: Keyword[] = [];
    while (this.kind !== T.RightParen) {
      this.#argument(args, keywords);
      if (!this.accept(T.Comma)) break;
    }
    this.expect(T.RightParen);
    return { args, keywords };
  }

  #argument(args: Expression[], keywords: Keyword[]): void {
    const start = this.start;
    if (this.accept(T.DoubleStar)) {
      const value = this.expression();
      keywords.push({ kind: 'Keyword', name: undefined, value, start, end: this.before });
    } else if (this.accept(T.Star)) {
      const value = this.expression();
      args.push({ kind: 'Starred', value, start, end: this.before });
    } else if (this.isName && this.peek() === T.Equal) {
      const name = this.name();
      this.next();
      const value = this.innerValue();
      if (keywords.some((keyword) => keyword.name === name)) this.note('bad-argument', start, this.before);
      keywords.push({ kind: 'Keyword', name, value, start, end: this.before });
    } else this.#positional(args, keywords, start);
  }

  #positional(args: Expression[], keywords: Keyword[], start: number): void {
    const value = this.namedExpression();
    if (this.#comprehensionFollows()) {
      if (args.length > 0 || keywords.length > 0) this.note('bad-argument', start, this.end);
      const generators = this.#generators();
      // As in CPython 3.8 the parentheses of the call belong to the generator, which is alone between them.
      args.push({ kind: 'GeneratorExpression', element: value, generators, start, end: this.before });
      return;
    }
    if (keywords.length > 0) this.note('bad-argument', start, this.before);
    args.push(value);
  }

  protected atom(): Expression {
    const { kind, start } = this;
    switch (kind) {
      case T.Name:
      case T.Async:
      case T.Await: {
        const id = this.name();
        return { kind: 'Name', id, start, end: this.before };
      }
      case T.Number: {
        const number = readNumber(this.image);
        this.next();
        return { kind: 'Number', ...number, start, end: this.before };
      }
      case T.String:
        return this.#strings();
      case T.LeftParen:
        return this.nested(() => this.#parenthesised());
      case T.LeftBracket:
        return this.nested(() => this.#list());
      case T.LeftBrace:
        return this.nested(() => this.#braces());
      default: {
        const value = CONSTANTS.get(kind);
        if (value === undefined) return this.fail();
        this.next();
        return { kind: 'Constant', value, start, end: this.before };
      }
    }
  }

  #comprehensionFollows(): boolean {
    return this.kind === T.For || (this.kind === T.Async && this.peek() === T.For);
  }

  #generators(): Generator[] {
    const generators: Generator[] = [];
    while (this.#comprehensionFollows()) generators.push(this.#generator());
    return generators;
  }

  #generator(): Generator {
    const start = this.start;
    const asynchronous = this.accept(T.Async);
    this.expect(T.For);
    const target = this.targetList();
    this.checkTarget(target);
    this.expect(T.In);
    const iterable = this.disjunction();
    const conditions: Expression[] = [];
    while (this.accept(T.If)) conditions.push(this.#condition());
    return { kind: 'Generator', target, iterable, conditions, asynchronous, start, end: this.before };
  }

  #condition(): Expression {
    if (this.kind === T.Lambda) return this.expression();
    const test = this.disjunction();
    return this.kind === T.ColonEqual ? this.fail() : test;
  }

  #parenthesised(): Expression {
    const start = this.start;
    this.next();
    if (this.accept(T.RightParen)) return { kind: 'Tuple', elements: [], start, end: this.before };
    if (this.kind === T.Yield) {
      const value = this.yieldExpression();
      this.expect(T.RightParen);
      return value;
    }
    const first = this.starOrNamed();
    if (this.#comprehensionFollows()) {
      const generators = this.#generators();
      this.expect(T.RightParen);
      return { kind: 'GeneratorExpression', element: first, generators, start, end: this.before };
    }
    if (this.kind !== T.Comma) {
      this.expect(T.RightParen);
      return first;
    }
    const elements = this.#more(first, T.RightParen);
    return { kind: 'Tuple', elements, start, end: this.before };
  }

  protected starOrNamed(): Expression {
    return this.kind === T.Star ? this.#starred() : this.namedExpression();
  }

  /** The elements after the first one, and the bracket that closes them. */
  #more(first: Expression, close: number): Expression[] {
    const elements = [first];
    while (this.accept(T.Comma) && this.kind !== close) elements.push(this.starOrNamed());
    this.expect(close);
    return elements;
  }

  #list(): Expression {
    const start = this.start;
    this.next();
    if (this.accept(T.RightBracket)) return { kind: 'List', elements: [], start, end: this.before };
    const first = this.starOrNamed();
    if (this.#comprehensionFollows())
      return this.#closeComprehension('ListComprehension', first, T.RightBracket, start);
    const elements = this.#more(first, T.RightBracket);
    return { kind: 'List', elements, start, end: this.before };
  }

  #closeComprehension(
    kind: Comprehension['kind'],
    element: Expression,
    close: number,
    start: number,
  ): Comprehension {
    const generators = this.#generators();
    this.expect(close);
    return { kind, element, generators, start, end: this.before };
  }

  #braces(): Sequence | Dict | Comprehension | DictComprehension {
    const start = this.start;
    this.next();
    if (this.accept(T.RightBrace)) return { kind: 'Dict', keys: [], values: [], start, end: this.before };
    if (this.kind === T.DoubleStar) return this.#dict(start, [], []);
    const first = this.starOrNamed();
    if (this.accept(T.Colon)) return this.#dictFrom(start, first);
    if (this.#comprehensionFollows())
      return this.#closeComprehension('SetComprehension', first, T.RightBrace, start);
    const elements = this.#more(first, T.RightBrace);
    return { kind: 'Set', elements, start, end: this.before };
  }

  #dictFrom(start: number, key: Expression): Dict | DictComprehension {
    const value = this.innerValue();
    if (!this.#comprehensionFollows()) {
      const more = this.accept(T.Comma);
      if (!more && this.kind !== T.RightBrace) this.fail();
      return this.#dict(start, [key], [value]);
    }
    const generators = this.#generators();
    this.expect(T.RightBrace);
    return { kind: 'DictComprehension', key, value, generators, start, end: this.before };
  }

  #dict(start: number, keys: (Expression | undefined)[], values: Expression[]): Dict {
    while (this.kind !== T.RightBrace) {
      if (this.accept(T.DoubleStar)) {
        keys.push(undefined);
        values.push(this.bitwiseOr());
      } else {
        keys.push(this.expression());
        this.expect(T.Colon);
        values.push(this.innerValue());
      }
      if (!this.accept(T.Comma)) break;
    }
    this.expect(T.RightBrace);
    return { kind: 'Dict', keys, values, start, end: this.before };
  }

  /** String tokens side by side are one literal. */
  #strings(): StringLiteral | BytesLiteral | FString {
    const start = this.start;
    const parts: (StringLiteral | FormattedValue)[] = [];
    let formatted = false;
    let bytes = 0;
    let count = 0;
    for (; this.kind === T.String; count += 1) {
      const token = takeStringApart(this.text, this.start, this.end);
      if (token.bytes) bytes += 1;
      if (token.formatted) {
        formatted = true;
        for (const part of this.#formatted(token.from, token.to, token.raw)) parts.push(part);
      } else parts.push(this.#literal(token.from, token.to, token.raw, token.bytes));
      this.next();
    }
    const end = this.before;
    if (bytes > 0 && bytes < count) this.note('mixed-bytes', start, end);
    if (formatted) return { kind: 'FString', parts, start, end };
    const value = parts.length === 1 ? valueOf(parts[0]) : parts.map(valueOf).join('');
    return bytes > 0 ? { kind: 'Bytes', value, start, end } : { kind: 'String', value, start, end };
  }

  #literal(start: number, end: number, raw: boolean, bytes: boolean): StringLiteral {
    return { kind: 'String', value: unescape(this.text.slice(start, end), raw, bytes), start, end };
  }

  #formatted(from: number, to: number, raw: boolean, inFormat = false): (StringLiteral | FormattedValue)[] {
    try {
      return splitFString(this.text, from, to, raw, inFormat).flatMap((part) =>
        'expression' in part ? this.#field(part, raw) : [this.#literal(part.from, part.to, raw, false)],
      );
    } catch (error) {
      if (error instanceof BadFString) return this.fail('bad-f-string', error.at, Math.min(error.at + 1, to));
      throw error;
    }
  }

  #field(field: Field, raw: boolean): (StringLiteral | FormattedValue)[] {
    const { start, end, expression, format, shown } = field;
    if (this.text.slice(expression.from, expression.to).trim() === '') this.fail('bad-f-string', start, end);
    const value = this.nested(() =>
      this.readInside(tokenize(this.text, expression.from, expression.to, true)),
    );
    const made: FormattedValue = {
      kind: 'FormattedValue',
      value,
      conversion:
        field.conversion === '' && shown !== undefined && format === undefined ? 'r' : field.conversion,
      format:
        format === undefined
          ? undefined
          : this.nested(() => ({
              kind: 'FString',
              parts: this.#formatted(format.from, format.to, raw, true),
              start: format.from,
              end: format.to,
            })),
      start,
      end,
    };
    return shown === undefined ? [made] : [this.#literal(expression.from, shown, true, false), made];
  }
}

const valueOf = (part: StringLiteral | FormattedValue | undefined): string =>
  part?.kind === 'String' ? part.value : '';
