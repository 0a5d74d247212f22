import { AtomParser } from './atoms.ts';
import { T } from './token-kinds.ts';
import type { BinaryOperator, CompareOperator, Expression, Parameter } from './tree.ts';

/** How tightly the binary operators hold, from `|` to `*`. */
const BINARY: ReadonlyMap<number, number> = new Map([
  [T.Bar, 1],
  [T.Caret, 2],
  [T.Ampersand, 3],
  [T.LeftShift, 4],
  [T.RightShift, 4],
  [T.Plus, 5],
  [T.Minus, 5],
  [T.Star, 6],
  [T.Slash, 6],
  [T.DoubleSlash, 6],
  [T.Percent, 6],
  [T.At, 6],
]);

const COMPARE: ReadonlyMap<number, CompareOperator> = new Map<number, CompareOperator>([
  [T.DoubleEqual, '=='],
  [T.NotEqual, '!='],
  [T.Less, '<'],
  [T.LessEqual, '<='],
  [T.Greater, '>'],
  [T.GreaterEqual, '>='],
  [T.In, 'in'],
]);

/** `a + b + c …` is one level of the tree for each operator; walks over it must not run out of stack. */
const MAX_CHAIN = 2500;

/** Operators, conditionals, lambdas: everything above an atom. */
export abstract class ExpressionParser extends AtomParser {
  protected expression(): Expression {
    return this.nested(this.#readConditional);
  }

  readonly #readConditional = () => this.#conditional();

  #conditional(): Expression {
    if (this.kind === T.Lambda) return this.#lambda();
    const start = this.start;
    const body = this.disjunction();
    if (this.#inPattern || !this.accept(T.If)) return body;
    const test = this.disjunction();
    this.expect(T.Else);
    const orelse = this.expression();
    return { kind: 'Conditional', test, body, orelse, start, end: this.before };
  }

  protected namedExpression(): Expression {
    const start = this.start;
    const target = this.expression();
    if (this.#inPattern && this.accept(T.As)) return this.#captured(start, target);
    if (this.kind !== T.ColonEqual || target.kind !== 'Name') return target;
    this.next();
    const value = this.expression();
    return { kind: 'NamedExpression', target, value, start, end: this.before };
  }

  protected innerValue(): Expression {
    return this.#inPattern ? this.namedExpression() : this.expression();
  }

  /** `pattern as name`. */
  #captured(start: number, value: Expression): Expression {
    const nameStart = this.start;
    const target = { kind: 'Name', id: this.name(), start: nameStart, end: this.before } as const;
    return { kind: 'NamedExpression', target, value, start, end: this.before };
  }

  #inPattern = false;

  /** Reads the pattern of a `case`, where `if` begins the guard and `as` names what was matched. */
  protected pattern(read: () => Expression): Expression {
    this.#inPattern = true;
    const pattern = read();
    this.#inPattern = false;
    return pattern;
  }

  /** What `pattern` may have left behind by throwing. */
  protected leavePattern(): void {
    this.#inPattern = false;
  }

  #lambda(): Expression {
    const start = this.start;
    this.next();
    const parameters = this.parameters(T.Colon, false);
    this.expect(T.Colon);
    const body = this.expression();
    return { kind: 'Lambda', parameters, body, start, end: this.before };
  }

  protected disjunction(): Expression {
    const start = this.start;
    const first = this.#conjunction();
    if (this.kind !== T.Or) return first;
    const values = [first];
    while (this.accept(T.Or)) values.push(this.#conjunction());
    return { kind: 'BooleanOperation', operator: 'or', values, start, end: this.before };
  }

  #conjunction(): Expression {
    const start = this.start;
    const first = this.#inversion();
    if (this.kind !== T.And) return first;
    const values = [first];
    while (this.accept(T.And)) values.push(this.#inversion());
    return { kind: 'BooleanOperation', operator: 'and', values, start, end: this.before };
  }

  #inversion(): Expression {
    if (this.kind !== T.Not) return this.#comparison();
    const start = this.start;
    this.next();
    const operand = this.nested(() => this.#inversion());
    return { kind: 'UnaryOperation', operator: 'not', operand, start, end: this.before };
  }

  #comparison(): Expression {
    const start = this.start;
    const left = this.bitwiseOr();
    let operator = this.#compareOperator();
    if (operator === undefined) return left;
    const operators: CompareOperator[] = [];
    const comparators: Expression[] = [];
    for (; operator !== undefined; operator = this.#compareOperator()) {
      operators.push(operator);
      comparators.push(this.bitwiseOr());
    }
    return { kind: 'Compare', left, operators, comparators, start, end: this.before };
  }

  #compareOperator(): CompareOperator | undefined {
    const operator = COMPARE.get(this.kind);
    if (operator !== undefined) {
      this.next();
      return operator;
    }
    if (this.kind === T.Not && this.peek() === T.In) {
      this.next();
      this.next();
      return 'not in';
    }
    if (!this.accept(T.Is)) return undefined;
    return this.accept(T.Not) ? 'is not' : 'is';
  }

  protected bitwiseOr(): Expression {
    return this.#binary(1);
  }

  #binary(lowest: number): Expression {
    const start = this.start;
    let left = this.#unary();
    for (let links = 0; ; links += 1) {
      const strength = BINARY.get(this.kind);
      if (strength === undefined || strength < lowest) return left;
      if (links === MAX_CHAIN) this.fail('too-deep');
      const operator = this.image as BinaryOperator;
      this.next();
      const right = this.#binary(strength + 1);
      left = { kind: 'BinaryOperation', operator, left, right, start, end: this.before };
    }
  }

  #unary(): Expression {
    const { kind, start } = this;
    if (kind !== T.Minus && kind !== T.Plus && kind !== T.Tilde) return this.#power();
    const operator = this.image as '-' | '+' | '~';
    this.next();
    const operand = this.nested(() => this.#unary());
    return { kind: 'UnaryOperation', operator, operand, start, end: this.before };
  }

  #power(): Expression {
    const start = this.start;
    const left = this.#awaited();
    if (!this.accept(T.DoubleStar)) return left;
    const right = this.nested(() => this.#unary());
    return { kind: 'BinaryOperation', operator: '**', left, right, start, end: this.before };
  }

  #awaited(): Expression {
    if (this.kind !== T.Await || !(this.asynchronous || this.peek() === T.Name)) return this.primary();
    const start = this.start;
    this.next();
    const value = this.primary();
    return { kind: 'Await', value, start, end: this.before };
  }

  protected yieldExpression(): Expression {
    const start = this.start;
    this.expect(T.Yield);
    if (this.accept(T.From)) {
      const value = this.expression();
      return { kind: 'Yield', value, from: true, start, end: this.before };
    }
    const value = this.#endsValue() ? undefined : this.expressionList();
    return { kind: 'Yield', value, from: false, start, end: this.before };
  }

  #endsValue(): boolean {
    const kind = this.kind;
    return (
      kind === T.Newline ||
      kind === T.RightParen ||
      kind === T.Equal ||
      kind === T.Semicolon ||
      kind === T.End
    );
  }

  /** One expression, or several with commas between them, which are a tuple. */
  protected expressionList(): Expression {
    return this.listOf(() => this.starOrNamed());
  }

  protected targetList(): Expression {
    return this.listOf(() => (this.kind === T.Star ? this.starOrNamed() : this.bitwiseOr()));
  }

  protected listOf(read: () => Expression): Expression {
    const start = this.start;
    const first = read();
    if (this.kind !== T.Comma) return first;
    const elements = [first];
    while (this.accept(T.Comma) && !this.#endsList()) elements.push(read());
    return { kind: 'Tuple', elements, start, end: this.before };
  }

  #endsList(): boolean {
    const kind = this.kind;
    return (
      this.#endsValue() ||
      kind === T.Colon ||
      kind === T.In ||
      kind === T.RightBracket ||
      kind === T.RightBrace ||
      kind === T.Augmented
    );
  }

  /** Whether this can stand left of `=`, in `for` or behind `as`; what cannot is noted, and reading goes on. */
  protected checkTarget(target: Expression): void {
    switch (target.kind) {
      case 'Name':
      case 'Attribute':
      case 'Subscript':
        return;
      case 'Starred': {
        this.checkTarget(target.value);
        return;
      }
      case 'Tuple':
      case 'List':
        for (const element of target.elements) this.checkTarget(element);
        return;
      default:
        this.note('bad-target', target.start, target.end);
    }
  }

  /** Parameters up to `close`, which is not read. Those of a lambda have no annotations. */
  protected parameters(close: number, annotated: boolean): Parameter[] {
    const parameters: Parameter[] = [];
    let style: 'plain' | 'keyword-only' = 'plain';
    while (this.kind !== close) {
      const start = this.start;
      if (this.accept(T.Slash)) {
        for (const [index, parameter] of parameters.entries())
          parameters[index] = { ...parameter, style: 'positional-only' };
      } else if (this.accept(T.DoubleStar)) parameters.push(this.#parameter('keywords', start, annotated));
      else if (this.accept(T.Star)) {
        if (this.kind !== T.Comma) parameters.push(this.#parameter('variadic', start, annotated));
        style = 'keyword-only';
      } else parameters.push(this.#parameter(style, start, annotated));
      if (!this.accept(T.Comma)) break;
    }
    this.#checkParameters(parameters);
    return parameters;
  }

  #parameter(style: Parameter['style'], start: number, annotated: boolean): Parameter {
    const name = this.name();
    const annotation = annotated && this.accept(T.Colon) ? this.starOrExpression() : undefined;
    const value = this.accept(T.Equal) ? this.expression() : undefined;
    return { kind: 'Parameter', name, style, annotation, default: value, start, end: this.before };
  }

  protected starOrExpression(): Expression {
    return this.kind === T.Star ? this.starOrNamed() : this.expression();
  }

  #checkParameters(parameters: readonly Parameter[]): void {
    const seen = new Set<string>();
    let defaults = false;
    for (const parameter of parameters) {
      const positional = parameter.style === 'plain' || parameter.style === 'positional-only';
      const lacksDefault = positional && defaults && parameter.default === undefined;
      if (seen.has(parameter.name) || lacksDefault)
        this.note('bad-parameter', parameter.start, parameter.end);
      seen.add(parameter.name);
      defaults ||= positional && parameter.default !== undefined;
    }
  }
}
