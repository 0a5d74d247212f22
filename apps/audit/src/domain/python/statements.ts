import type { ReadInside } from './atoms.ts';
import { ExpressionParser } from './expressions.ts';
import { MOST_FAULTS, Unreadable, type SyntaxFault } from './faults.ts';
import type { Tokens } from './lexer.ts';
import { T } from './token-kinds.ts';
import type {
  Alias,
  Branch,
  Broken,
  Expression,
  Handler,
  MatchCase,
  BinaryOperator,
  Statement,
  WithItem,
} from './tree.ts';

/** Blocks nest at most as deep as CPython 3.8 allows (Parser/tokenizer.c: MAXINDENT). */
const MAX_BLOCKS = 100;

/** Statements, and how reading goes on after one that makes no sense. */
export class StatementParser extends ExpressionParser {
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
        body.push(this.#if());
        return;
      case T.For:
        body.push(this.#for(this.start, false));
        return;
      case T.While:
        body.push(this.#while());
        return;
      case T.Try:
        body.push(this.#try());
        return;
      case T.With:
        body.push(this.#with(this.start, false));
        return;
      case T.Def:
        body.push(this.#function(this.start, [], false));
        return;
      case T.Class:
        body.push(this.#class(this.start, []));
        return;
      case T.At:
        body.push(this.#decorated());
        return;
      case T.Async:
        if (this.peek() === T.Def || this.peek() === T.For || this.peek() === T.With) {
          body.push(this.#async());
          return;
        }
        break;
      case T.Indent: {
        this.#strayBlock(body);
        return;
      }
      case T.Name:
        if (this.#isMatch()) {
          body.push(this.#match());
          return;
        }
        break;
      default:
    }
    this.#simpleStatements(body);
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
  #block(): Statement[] {
    this.expect(T.Colon);
    const body: Statement[] = [];
    if (!this.accept(T.Newline)) this.#simpleStatements(body);
    else if (this.kind === T.Indent) this.#indentedBlock(body);
    else this.note('expected-block', this.start, this.start + 1);
    return body;
  }

  #simpleStatements(body: Statement[]): void {
    do {
      if (this.kind === T.Newline) break;
      body.push(this.#simpleStatement());
    } while (this.accept(T.Semicolon));
    if (this.kind !== T.End) this.expect(T.Newline);
  }

  #simpleStatement(): Statement {
    const { kind, start } = this;
    switch (kind) {
      case T.Pass:
      case T.Break:
      case T.Continue:
        this.next();
        return {
          kind: kind === T.Pass ? 'Pass' : kind === T.Break ? 'Break' : 'Continue',
          start,
          end: this.before,
        };
      case T.Return: {
        this.next();
        const value = this.#endsStatement() ? undefined : this.expressionList();
        return { kind: 'Return', value, start, end: this.before };
      }
      case T.Raise:
        return this.#raise(start);
      case T.Del:
        return this.#delete(start);
      case T.Assert:
        return this.#assert(start);
      case T.Import:
        return this.#import(start);
      case T.From:
        return this.#importFrom(start);
      case T.Global:
      case T.Nonlocal:
        return this.#scoped(start, kind === T.Global ? 'Global' : 'Nonlocal');
      default:
        return this.#expressionStatement(start);
    }
  }

  #endsStatement(): boolean {
    return this.kind === T.Newline || this.kind === T.Semicolon || this.kind === T.End;
  }

  #raise(start: number): Statement {
    this.next();
    const exception = this.#endsStatement() ? undefined : this.expression();
    const cause = exception !== undefined && this.accept(T.From) ? this.expression() : undefined;
    return { kind: 'Raise', exception, cause, start, end: this.before };
  }

  #delete(start: number): Statement {
    this.next();
    const list = this.targetList();
    this.checkTarget(list);
    const targets = list.kind === 'Tuple' && this.text[list.start] !== '(' ? list.elements : [list];
    return { kind: 'Delete', targets, start, end: this.before };
  }

  #assert(start: number): Statement {
    this.next();
    const test = this.expression();
    const message = this.accept(T.Comma) ? this.expression() : undefined;
    return { kind: 'Assert', test, message, start, end: this.before };
  }

  #dottedName(): string {
    let name = this.name();
    while (this.accept(T.Dot)) name += `.${this.name()}`;
    return name;
  }

  #alias(read: () => string): Alias {
    const start = this.start;
    const name = read();
    const as = this.accept(T.As) ? this.name() : undefined;
    return { kind: 'Alias', name, as, start, end: this.before };
  }

  #import(start: number): Statement {
    this.next();
    const names = [this.#alias(() => this.#dottedName())];
    while (this.accept(T.Comma)) names.push(this.#alias(() => this.#dottedName()));
    return { kind: 'Import', names, start, end: this.before };
  }

  #importFrom(start: number): Statement {
    this.next();
    let level = 0;
    for (;;) {
      if (this.accept(T.Dot)) level += 1;
      else if (this.accept(T.Ellipsis)) level += 3;
      else break;
    }
    const module = level > 0 && this.kind === T.Import ? '' : this.#dottedName();
    this.expect(T.Import);
    const names = this.#importedNames();
    return { kind: 'ImportFrom', level, module, names, start, end: this.before };
  }

  #importedNames(): Alias[] {
    const start = this.start;
    if (this.accept(T.Star)) return [{ kind: 'Alias', name: '*', as: undefined, start, end: this.before }];
    const bracketed = this.accept(T.LeftParen);
    const names = [this.#alias(() => this.name())];
    while (this.accept(T.Comma)) {
      if (bracketed && this.kind === T.RightParen) break;
      names.push(this.#alias(() => this.name()));
    }
    if (bracketed) this.expect(T.RightParen);
    return names;
  }

  #scoped(start: number, kind: 'Global' | 'Nonlocal'): Statement {
    this.next();
    const names = [this.name()];
    while (this.accept(T.Comma)) names.push(this.name());
    return { kind, names, start, end: this.before };
  }

  #expressionStatement(start: number): Statement {
    const first = this.#value();
    if (this.kind === T.Equal) return this.#assign(start, first);
    if (this.kind === T.Augmented) return this.#augmentedAssign(start, first);
    if (this.kind === T.Colon) return this.#annotatedAssign(start, first);
    return { kind: 'ExpressionStatement', value: first, start, end: this.before };
  }

  #value(): Expression {
    return this.kind === T.Yield ? this.yieldExpression() : this.expressionList();
  }

  #assign(start: number, first: Expression): Statement {
    const values = [first];
    while (this.accept(T.Equal)) values.push(this.#value());
    const targets = values.slice(0, -1);
    for (const target of targets) this.checkTarget(target);
    const value = values.at(-1) ?? first;
    return { kind: 'Assign', targets, value, start, end: this.before };
  }

  #augmentedAssign(start: number, target: Expression): Statement {
    this.#checkSingleTarget(target);
    const operator = this.image.slice(0, -1) as BinaryOperator;
    this.next();
    const value = this.#value();
    return { kind: 'AugmentedAssign', target, operator, value, start, end: this.before };
  }

  #annotatedAssign(start: number, target: Expression): Statement {
    this.#checkSingleTarget(target);
    this.expect(T.Colon);
    const annotation = this.expression();
    const value = this.accept(T.Equal) ? this.#value() : undefined;
    return { kind: 'AnnotatedAssign', target, annotation, value, start, end: this.before };
  }

  #checkSingleTarget(target: Expression): void {
    if (target.kind === 'Name' || target.kind === 'Attribute' || target.kind === 'Subscript') return;
    this.note('bad-target', target.start, target.end);
  }

  #if(): Statement {
    const start = this.start;
    const branches: Branch[] = [];
    do {
      const branchStart = this.start;
      this.next();
      const test = this.namedExpression();
      const body = this.#block();
      branches.push({ kind: 'Branch', test, body, start: branchStart, end: this.before });
    } while (this.kind === T.Elif);
    const orelse = this.#else();
    return { kind: 'If', branches, orelse, start, end: this.before };
  }

  #else(): Statement[] {
    return this.accept(T.Else) ? this.#block() : [];
  }

  #for(start: number, asynchronous: boolean): Statement {
    this.expect(T.For);
    const target = this.targetList();
    this.checkTarget(target);
    this.expect(T.In);
    const iterable = this.expressionList();
    const body = this.#block();
    const orelse = this.#else();
    return { kind: 'For', target, iterable, body, orelse, asynchronous, start, end: this.before };
  }

  #while(): Statement {
    const start = this.start;
    this.next();
    const test = this.namedExpression();
    const body = this.#block();
    const orelse = this.#else();
    return { kind: 'While', test, body, orelse, start, end: this.before };
  }

  #try(): Statement {
    const start = this.start;
    this.next();
    const body = this.#block();
    const handlers: Handler[] = [];
    while (this.kind === T.Except) handlers.push(this.#handler());
    const orelse = handlers.length > 0 ? this.#else() : [];
    const last = this.accept(T.Finally) ? this.#block() : [];
    if (handlers.length === 0 && last.length === 0) this.fail();
    return { kind: 'Try', body, handlers, orelse, last, start, end: this.before };
  }

  #handler(): Handler {
    const start = this.start;
    this.next();
    const star = this.start;
    if (this.accept(T.Star)) this.note('newer-syntax', star, this.before, '3.11');
    const type = this.kind === T.Colon ? undefined : this.expression();
    const name = type !== undefined && this.accept(T.As) ? this.name() : undefined;
    const body = this.#block();
    return { kind: 'Handler', type, name, body, start, end: this.before };
  }

  #with(start: number, asynchronous: boolean): Statement {
    this.expect(T.With);
    const items = this.#bracketedItems() ?? this.#withItems();
    const body = this.#block();
    return { kind: 'With', items, body, asynchronous, start, end: this.before };
  }

  #withItems(): WithItem[] {
    const items: WithItem[] = [];
    do {
      if (this.kind === T.RightParen) break;
      const start = this.start;
      const context = this.expression();
      const target = this.accept(T.As) ? this.#withTarget() : undefined;
      items.push({ kind: 'WithItem', context, target, start, end: this.before });
    } while (this.accept(T.Comma));
    return items;
  }

  #withTarget(): Expression {
    const target = this.kind === T.Star ? this.starOrNamed() : this.bitwiseOr();
    this.checkTarget(target);
    return target;
  }

  /** `with (a as b, c as d):` of Python 3.9; what else may begin with a parenthesis is read as expressions. */
  #bracketedItems(): WithItem[] | undefined {
    if (this.kind !== T.LeftParen) return undefined;
    const { mark, start, depth } = this;
    const known = this.faults.length;
    try {
      this.next();
      const items = this.#withItems();
      if (
        this.accept(T.RightParen) &&
        this.peek(0) === T.Colon &&
        (items.length > 1 || items.some((item) => item.target !== undefined))
      ) {
        this.note('newer-syntax', start, this.before, '3.9');
        return items;
      }
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      this.depth = depth;
    }
    this.faults.length = known;
    this.rewind(mark);
    return undefined;
  }

  #async(): Statement {
    const start = this.start;
    this.next();
    if (this.kind === T.Def) return this.#function(start, [], true);
    return this.kind === T.For ? this.#for(start, true) : this.#with(start, true);
  }

  #decorated(): Statement {
    const start = this.start;
    const decorators: Expression[] = [];
    while (this.accept(T.At)) {
      decorators.push(this.namedExpression());
      this.expect(T.Newline);
    }
    if (this.kind === T.Class) return this.#class(start, decorators);
    const asynchronous = this.accept(T.Async);
    return this.#function(start, decorators, asynchronous);
  }

  #function(start: number, decorators: Expression[], asynchronous: boolean): Statement {
    this.expect(T.Def);
    const nameStart = this.start;
    const name = this.name();
    this.#typeParameters();
    this.expect(T.LeftParen);
    const parameters = this.nested(() => this.parameters(T.RightParen, true));
    this.expect(T.RightParen);
    const returns = this.accept(T.Arrow) ? this.expression() : undefined;
    const outer = this.asynchronous;
    this.asynchronous = asynchronous;
    try {
      const body = this.#block();
      return {
        kind: 'FunctionDefinition',
        name,
        nameStart,
        parameters,
        returns,
        decorators,
        body,
        asynchronous,
        start,
        end: this.before,
      };
    } finally {
      this.asynchronous = outer;
    }
  }

  #class(start: number, decorators: Expression[]): Statement {
    this.expect(T.Class);
    const nameStart = this.start;
    const name = this.name();
    this.#typeParameters();
    const { args, keywords } =
      this.kind === T.LeftParen ? this.nested(() => this.callArguments()) : { args: [], keywords: [] };
    const body = this.#block();
    return {
      kind: 'ClassDefinition',
      name,
      nameStart,
      bases: args,
      keywords,
      decorators,
      body,
      start,
      end: this.before,
    };
  }

  /** `def f[T](…)` of Python 3.12: noted and passed. */
  #typeParameters(): void {
    if (this.kind !== T.LeftBracket) return;
    this.note('newer-syntax', this.start, this.end, '3.12');
    let open = 0;
    do {
      const bracket = this.peek(0);
      if (bracket === T.LeftBracket) open += 1;
      if (bracket === T.RightBracket) open -= 1;
      this.next();
    } while (open > 0 && this.peek(0) !== T.End && this.peek(0) !== T.Newline);
  }

  /** `match` is a name everywhere but where a subject, a colon and a block with `case` follow (PEP 634). */
  #isMatch(): boolean {
    if (!this.isWord('match')) return false;
    const next = this.peek();
    if (
      next === T.Equal ||
      next === T.Dot ||
      next === T.Augmented ||
      next === T.Newline ||
      next === T.Comma ||
      next === T.Colon
    )
      return false;
    const { mark, depth } = this;
    const known = this.faults.length;
    try {
      this.next();
      this.expressionList();
      return this.accept(T.Colon) && this.accept(T.Newline) && this.accept(T.Indent) && this.isWord('case');
    } catch (error) {
      if (error instanceof Unreadable) return false;
      throw error;
    } finally {
      this.depth = depth;
      this.faults.length = known;
      this.rewind(mark);
    }
  }

  #match(): Statement {
    const start = this.start;
    this.note('newer-syntax', start, this.end, '3.10');
    this.next();
    const subject = this.expressionList();
    this.expect(T.Colon);
    this.expect(T.Newline);
    this.expect(T.Indent);
    const cases: MatchCase[] = [];
    while (this.isWord('case')) cases.push(this.#case());
    this.expect(T.Dedent);
    return { kind: 'Match', subject, cases, start, end: this.before };
  }

  #case(): MatchCase {
    const start = this.start;
    this.next();
    const pattern = this.pattern(() =>
      this.listOf(() => (this.kind === T.Star ? this.starOrNamed() : this.namedExpression())),
    );
    const guard = this.accept(T.If) ? this.namedExpression() : undefined;
    const body = this.#block();
    return { kind: 'MatchCase', pattern, guard, body, start, end: this.before };
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
