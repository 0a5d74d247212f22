import { Unreadable } from './faults.ts';
import { SimpleStatementParser } from './simple-statements.ts';
import { T } from './token-kinds.ts';
import type { Branch, Expression, Handler, MatchCase, Statement, WithItem } from './tree.ts';

/** Statements that hold blocks: conditions, loops, handlers, functions and classes. */
export abstract class CompoundStatementParser extends SimpleStatementParser {
  protected abstract block(): Statement[];

  protected ifStatement(): Statement {
    const start = this.start;
    const branches: Branch[] = [];
    do {
      const branchStart = this.start;
      this.next();
      const test = this.namedExpression();
      const body = this.block();
      branches.push({ kind: 'Branch', test, body, start: branchStart, end: this.before });
    } while (this.kind === T.Elif);
    const orelse = this.#else();
    return { kind: 'If', branches, orelse, start, end: this.before };
  }

  #else(): Statement[] {
    return this.accept(T.Else) ? this.block() : [];
  }

  protected forStatement(start: number, asynchronous: boolean): Statement {
    this.expect(T.For);
    const target = this.targetList();
    this.checkTarget(target);
    this.expect(T.In);
    const iterable = this.expressionList();
    const body = this.block();
    const orelse = this.#else();
    return { kind: 'For', target, iterable, body, orelse, asynchronous, start, end: this.before };
  }

  protected whileStatement(): Statement {
    const start = this.start;
    this.next();
    const test = this.namedExpression();
    const body = this.block();
    const orelse = this.#else();
    return { kind: 'While', test, body, orelse, start, end: this.before };
  }

  protected tryStatement(): Statement {
    const start = this.start;
    this.next();
    const body = this.block();
    const handlers: Handler[] = [];
    while (this.kind === T.Except) handlers.push(this.#handler());
    const orelse = handlers.length > 0 ? this.#else() : [];
    const last = this.accept(T.Finally) ? this.block() : [];
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
    const body = this.block();
    return { kind: 'Handler', type, name, body, start, end: this.before };
  }

  protected withStatement(start: number, asynchronous: boolean): Statement {
    this.expect(T.With);
    const items = this.#bracketedItems() ?? this.#withItems();
    const body = this.block();
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

  protected asyncStatement(): Statement {
    const start = this.start;
    this.next();
    if (this.kind === T.Def) return this.functionDefinition(start, [], true);
    return this.kind === T.For ? this.forStatement(start, true) : this.withStatement(start, true);
  }

  protected decoratedDefinition(): Statement {
    const start = this.start;
    const decorators: Expression[] = [];
    while (this.accept(T.At)) {
      decorators.push(this.namedExpression());
      this.expect(T.Newline);
    }
    if (this.kind === T.Class) return this.classDefinition(start, decorators);
    const asynchronous = this.accept(T.Async);
    return this.functionDefinition(start, decorators, asynchronous);
  }

  protected functionDefinition(start: number, decorators: Expression[], asynchronous: boolean): Statement {
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
      const body = this.block();
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

  protected classDefinition(start: number, decorators: Expression[]): Statement {
    this.expect(T.Class);
    const nameStart = this.start;
    const name = this.name();
    this.#typeParameters();
    const { args, keywords } =
      this.kind === T.LeftParen ? this.nested(() => this.callArguments()) : { args: [], keywords: [] };
    const body = this.block();
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
  protected isMatch(): boolean {
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

  protected matchStatement(): Statement {
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
    const body = this.block();
    return { kind: 'MatchCase', pattern, guard, body, start, end: this.before };
  }
}
