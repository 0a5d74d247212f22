import { ExpressionParser } from './expressions.ts';
import { T } from './token-kinds.ts';
import type { Alias, BinaryOperator, Expression, Statement } from './tree.ts';

/** Statements on one line: assignments, imports, `raise` and their kin. */
export abstract class SimpleStatementParser extends ExpressionParser {
  protected simpleStatements(body: Statement[]): void {
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
}
