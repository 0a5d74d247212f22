import type { ReadInside } from './atoms.ts';
import { CompoundStatementParser } from './compound-statements.ts';
import { MOST_FAULTS, Unreadable, type SyntaxFault } from './faults.ts';
import type { Tokens } from './lexer.ts';
import { T } from './token-kinds.ts';
import type { Broken, Expression, Statement } from './tree.ts';

/** Blocks nest at most as deep as CPython 3.8 allows (Parser/tokenizer.c: MAXINDENT). */
const MAX_BLOCKS = 100;

/** Statements, and how reading goes on after one that makes no sense. */
export class StatementParser extends CompoundStatementParser {
  #blocks = 0;

  /** Where the lexer's faults begin, in order. */
  readonly #lexical: readonly number[];

  constructor(text: string, tokens: Tokens, faults: SyntaxFault[]) {
    super(text, tokens, faults);
    this.#lexical = tokens.faults.map(({ start }) => start).sort((left, right) => left - right);
  }

  protected readonly readInside: ReadInside = (tokens: Tokens) => {
    const inner = new StatementParser(this.text, tokens, this.faults);
    inner.asynchronous = this.asynchronous;
    for (const fault of tokens.faults) this.faults.push(fault);
    return inner.#whole();
  };

  /** The tokens are one expression and nothing else. */
  #whole(): Expression {
    const value = this.kind === T.Yield ? this.yieldExpression() : this.expressionList();
    if (this.kind !== T.End) this.fail();
    return value;
  }

  module(): Statement[] {
    const body: Statement[] = [];
    while (this.kind !== T.End) this.#statementInto(body);
    return body;
  }

  #statementInto(body: Statement[]): void {
    const mark = this.mark;
    const { start, depth } = this;
    try {
      this.#statement(body);
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      this.depth = depth;
      this.leavePattern();
      this.#recover(body, mark, start, error);
      if (this.faults.length >= MOST_FAULTS) this.leave();
    }
  }

  /** Notes the fault, passes the rest of the line and reads the block below it, if there is one. */
  #recover(body: Statement[], mark: number, start: number, error: Unreadable): void {
    // Where the text itself is at fault, that is the reason, and one is enough.
    if (!this.#isKnown(start, error.fault.end))
      this.faults.push(this.#isPython2(mark) ? { ...error.fault, code: 'python-2' } : error.fault);
    while (this.kind !== T.Newline && this.kind !== T.End && this.kind !== T.Indent && this.kind !== T.Dedent)
      this.next();
    if (this.mark === mark && this.kind !== T.Newline) this.next();
    this.accept(T.Newline);
    const inner: Statement[] = [];
    if (this.kind === T.Indent) this.#indentedBlock(inner);
    while (this.#continuesStatement()) this.#passClause(inner);
    const broken: Broken = { kind: 'Broken', body: inner, start, end: this.before };
    body.push(broken);
  }

  /** Whether a fault from `start` to `end` is told already. Looks no further back than the statement: there may be a million faults. */
  #isKnown(start: number, end: number): boolean {
    if (firstFrom(this.#lexical, start) <= end) return true;
    for (let at = this.faults.length - 1; at >= 0; at -= 1) {
      const told = this.faults[at]?.start ?? 0;
      if (told < start) return false;
      if (told <= end) return true;
    }
    return false;
  }

  #continuesStatement(): boolean {
    const kind = this.kind;
    return kind === T.Elif || kind === T.Else || kind === T.Except || kind === T.Finally;
  }

  /** An `else` whose `if` could not be read is no fault of its own. */
  #passClause(inner: Statement[]): void {
    while (this.kind !== T.Newline && this.kind !== T.End) this.next();
    this.accept(T.Newline);
    if (this.peek(0) === T.Indent) this.#indentedBlock(inner);
  }

  /** `print "x"` and `exec "x"`. */
  #isPython2(mark: number): boolean {
    const here = this.mark;
    this.rewind(mark);
    const found =
      this.kind === T.Name && ['print', 'exec'].includes(this.image) && this.peek() !== T.LeftParen;
    this.rewind(here);
    return found;
  }

  #statement(body: Statement[]): void {
    switch (this.kind) {
      case T.If:
        body.push(this.ifStatement());
        return;
      case T.For:
        body.push(this.forStatement(this.start, false));
        return;
      case T.While:
        body.push(this.whileStatement());
        return;
      case T.Try:
        body.push(this.tryStatement());
        return;
      case T.With:
        body.push(this.withStatement(this.start, false));
        return;
      case T.Def:
        body.push(this.functionDefinition(this.start, [], false));
        return;
      case T.Class:
        body.push(this.classDefinition(this.start, []));
        return;
      case T.At:
        body.push(this.decoratedDefinition());
        return;
      case T.Async:
        if (this.peek() === T.Def || this.peek() === T.For || this.peek() === T.With) {
          body.push(this.asyncStatement());
          return;
        }
        break;
      case T.Indent: {
        this.#strayBlock(body);
        return;
      }
      case T.Name:
        if (this.isMatch()) {
          body.push(this.matchStatement());
          return;
        }
        break;
      default:
    }
    this.simpleStatements(body);
  }

  /** A block that no statement opens: said once, and its statements are read where they stand. */
  #strayBlock(body: Statement[]): void {
    this.note('unexpected-indent', this.start, this.start + 1);
    this.#indentedBlock(body);
  }

  #indentedBlock(body: Statement[]): void {
    if (this.#blocks >= MAX_BLOCKS) {
      this.#skipBlock();
      return;
    }
    this.expect(T.Indent);
    this.#blocks += 1;
    while (this.kind !== T.Dedent && this.kind !== T.End) this.#statementInto(body);
    this.#blocks -= 1;
    this.accept(T.Dedent);
  }

  #skipBlock(): void {
    this.note('too-deep', this.start, this.start + 1);
    let open = 0;
    do {
      if (this.kind === T.Indent) open += 1;
      if (this.kind === T.Dedent) open -= 1;
      this.next();
    } while (open > 0 && this.kind !== T.End);
  }

  /** What follows a header: a colon and an indented block, or simple statements on the same line. */
  protected block(): Statement[] {
    this.expect(T.Colon);
    const body: Statement[] = [];
    if (!this.accept(T.Newline)) this.simpleStatements(body);
    else if (this.kind === T.Indent) this.#indentedBlock(body);
    else this.note('expected-block', this.start, this.start + 1);
    return body;
  }
}

/** The first of these ascending numbers that is not less; infinite where there is none. */
function firstFrom(ascending: readonly number[], least: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? Infinity) < least) low = middle + 1;
    else high = middle;
  }
  return ascending[low] ?? Infinity;
}
