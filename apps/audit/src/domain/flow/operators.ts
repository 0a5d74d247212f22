import { misfitOperands } from '../model/operands.ts';
import { isOnly, Type } from '../model/types.ts';
import type {
  BinaryOperation,
  BooleanOperation,
  Compare,
  Expression,
  FormattedValue,
  FString,
  Node,
  UnaryOperation,
} from '../python/tree.ts';
import { FLOAT, truthOf } from './call-origins.ts';
import { joinedElement } from './collections.ts';
import { either } from './either.ts';
import { fold, foldSame, isRounded, ofTruth } from './fold.ts';
import { allHeads } from './machine.ts';
import { OuterCallMachine } from './outer-calls.ts';
import type { Step } from './steps.ts';
import {
  constantValue,
  factsOf,
  joinOrigins,
  value,
  withoutOrigins,
  type Comparison,
  type Condition,
  type Value,
} from './values.ts';

/** Operators: arithmetic, comparisons, conditions, and text that is put together. */
export abstract class OperatorMachine extends OuterCallMachine {
  protected conditional(node: Extract<Expression, { kind: 'Conditional' }>): Value {
    const condition = this.truth(this.evaluate(node.test), node.test);
    const [body, orelse] = [true, false].map((outcome) =>
      this.onTheWay(condition, outcome, node.test, () => this.evaluate(outcome ? node.body : node.orelse)),
    );
    const ends = [body, orelse].flatMap((end) => end ?? []);
    this.heads = allHeads(ends);
    const results = ends.map(({ result }) => result);
    const whole = either(node, results, [[condition], [{ kind: 'not', of: condition }]]);
    return whole.condition === undefined ? { ...whole, condition: chosenOf(condition, results) } : whole;
  }

  /** Works out what runs only where a condition came out so; where all began is gone back to, the ends are handed back. */
  protected onTheWay(
    condition: Condition,
    outcome: boolean,
    node: Node,
    run: () => Value,
  ): { result: Value; heads: Step[] } {
    const before = this.heads;
    this.append({ kind: 'way', facts: factsOf(condition, outcome), outcome }, node);
    const result = run();
    const { heads } = this;
    this.heads = before;
    return { result, heads };
  }

  protected binary(node: BinaryOperation): Value {
    const left = this.evaluate(node.left);
    const right = this.evaluate(node.right);
    return this.combine(node.operator, left, right, node);
  }

  /** `left operator right`, of an expression or of an augmented assignment. */
  protected combine(operator: BinaryOperation['operator'], left: Value, right: Value, node: Node): Value {
    const folded = fold(operator, left, right, node);
    if (folded !== undefined) {
      // A constant quotient of nothing is worth a look, and one that was rounded.
      if (operator === '//' && isRounded(left, right))
        this.append({ kind: 'arithmetic', operator, left, right, result: folded }, node);
      return folded;
    }
    const text = Type.str | Type.bytes;
    if (
      (operator === '+' || operator === '%') &&
      (isOnly(left.types, text) || (operator === '+' && isOnly(right.types, text)))
    ) {
      const result = this.#concatenate(operator, left, right, node);
      // Nothing is computed where text is joined, unless what it is joined to is none.
      if (misfitOperands(operator, left.types, right.types) !== undefined)
        this.append({ kind: 'arithmetic', operator, left, right, result }, node);
      return result;
    }
    const types =
      operator === '/'
        ? Type.float
        : left.types === right.types
          ? left.types
          : isOnly(left.types | right.types, Type.int | Type.bool)
            ? Type.int
            : joinNumeric(left, right);
    const origins = joinOrigins(left.origins, right.origins, operator === '/' ? FLOAT : undefined);
    const element = operator === '+' ? joinedElement(left, right, node) : (left.element ?? right.element);
    const result = value(node, {
      types,
      origins,
      made: { operator, left, right },
      element,
      shape: `(${left.shape} ${operator} ${right.shape})`,
    });
    const step = this.append({ kind: 'arithmetic', operator, left, right, result }, node);
    if (operator === '/' || operator === '//' || operator === '%') this.mayRaise(step);
    return result;
  }

  #concatenate(operator: '+' | '%', left: Value, right: Value, node: Node): Value {
    const filled = right.items !== undefined && isOnly(right.types, Type.tuple) ? right.items : [right];
    const parts = operator === '+' ? [left, right] : [left, ...filled.map((each) => this.textOf(each, node))];
    return value(node, {
      types: left.types === 0 ? right.types : left.types,
      origins: joinOrigins(...parts.map(({ origins }) => origins)),
      items: operator === '+' ? [...partsOf(left), ...partsOf(right)] : undefined,
      shape: `(${left.shape} ${operator} ${right.shape})`,
    });
  }

  protected unary(node: UnaryOperation): Value {
    const operand = this.evaluate(node.operand);
    if (node.operator === 'not') {
      const condition: Condition = { kind: 'not', of: this.truth(operand, node.operand) };
      return value(node, {
        types: Type.bool,
        origins: operand.origins,
        condition,
        shape: `not ${operand.shape}`,
      });
    }
    if (node.operator === '-' && typeof operand.constant === 'bigint')
      return constantValue(node, -operand.constant);
    return value(node, {
      types: operand.types,
      origins: operand.origins,
      shape: `${node.operator}${operand.shape}`,
      made: this.#negated(node, operand),
    });
  }

  #negated(node: UnaryOperation, operand: Value): Value['made'] {
    return node.operator === '-'
      ? { operator: '-', left: constantValue(node, 0n), right: operand }
      : undefined;
  }

  protected boolean(node: BooleanOperation): Value {
    const values = this.#shortCircuit(node);
    const condition: Condition = {
      kind: node.operator === 'and' ? 'all' : 'any',
      parts: values.map(truthOf),
    };
    const merged = either(node, values);
    return { ...merged, node, condition, constant: undefined };
  }

  /** Each part is worked out only where those before it did not decide. */
  #shortCircuit(node: BooleanOperation): Value[] {
    const values: Value[] = [];
    const ends: Step[] = [];
    for (const [index, each] of node.values.entries()) {
      const before = values.at(-1);
      if (before !== undefined) {
        if (index > 0) ends.push(...this.heads);
        this.append(
          {
            kind: 'way',
            facts: factsOf(truthOf(before), node.operator === 'and'),
            outcome: node.operator === 'and',
          },
          each,
        );
      }
      values.push(this.evaluate(each));
    }
    this.heads = [...new Set([...ends, ...this.heads])];
    return values;
  }

  protected compare(node: Compare): Value {
    const parts: Comparison[] = [];
    let left = this.evaluate(node.left);
    for (const [index, operator] of node.operators.entries()) {
      const comparator = node.comparators[index];
      if (comparator === undefined) continue;
      let right = this.evaluate(comparator);
      if ((operator === 'in' || operator === 'not in') && right.reference?.kind === 'container') {
        this.read(right.reference, [left], 'contains', node);
      } else if (operator === 'in' || operator === 'not in') right = this.searched(right, left, node);
      const comparison: Comparison = { kind: 'compare', operator, left, right, node };
      if (operator === 'is' || operator === 'is not') this.append({ kind: 'identity', comparison }, node);
      parts.push(comparison);
      left = right;
    }
    const [only] = parts;
    const certain =
      parts.length === 1 && only !== undefined ? foldSame(only, this.isVariable(node.left)) : undefined;
    const condition: Condition =
      certain ??
      (parts.length === 1 && only !== undefined ? (ofTruth(only) ?? only) : { kind: 'all', parts });
    const compared = joinOrigins(...parts.flatMap((part) => [part.left.origins, part.right.origins]));
    // Whether two types or functions are the same does not depend on how they read.
    const origins = withoutOrigins(compared, (each) => each.kind === 'unequal' && each.what === 'repr');
    return value(node, { types: Type.bool, origins, condition });
  }

  protected fString(node: FString): Value {
    const parts = node.parts.map((part) =>
      part.kind === 'String' ? constantValue(part, part.value) : this.#formatted(part),
    );
    const known = parts.every(({ constant }) => typeof constant === 'string');
    if (known) return constantValue(node, parts.map(({ constant }) => String(constant)).join(''));
    return value(node, {
      types: Type.str,
      origins: joinOrigins(...parts.map(({ origins }) => origins)),
      items: parts.flatMap(partsOf),
      shape: `f(${parts.map(({ shape }) => shape).join()})`,
    });
  }

  #formatted(node: FormattedValue): Value {
    const of = this.evaluate(node.value);
    if (node.format !== undefined)
      for (const part of node.format.parts) if (part.kind === 'FormattedValue') this.evaluate(part.value);
    if (typeof of.constant === 'bigint') return constantValue(node, of.constant.toString());
    return this.textOf(of, node.value, node.conversion === 'r');
  }
}

const partsOf = (of: Value): readonly Value[] =>
  of.items !== undefined && of.reference === undefined ? of.items : [of];

const joinNumeric = (left: Value, right: Value) =>
  isOnly(left.types, Type.set)
    ? Type.set
    : isOnly(left.types, Type.float) || isOnly(right.types, Type.float)
      ? Type.float
      : left.types === 0 || right.types === 0
        ? 0
        : left.types | right.types;

/** `False if missing else True` is as true as its test is false: a truth that one of two is chosen for. */
function chosenOf(test: Condition, results: readonly Value[]): Condition | undefined {
  const [body, orelse] = results.map(({ condition }) => condition);
  if (body === undefined || orelse === undefined) return undefined;
  const otherwise: Condition = { kind: 'not', of: test };
  if (body.kind === 'constant' && orelse.kind === 'constant')
    return body.value === orelse.value ? body : body.value ? test : otherwise;
  if (body.kind === 'constant') return joined(body.value, test, otherwise, orelse);
  if (orelse.kind === 'constant') return joined(orelse.value, otherwise, test, body);
  const parts = [
    [test, body],
    [otherwise, orelse],
  ].map((each): Condition => ({ kind: 'all', parts: each }));
  return { kind: 'any', parts };
}

/** `True if test else rest` is `test or rest`, `False if test else rest` is `not test and rest`. */
const joined = (constant: boolean, test: Condition, otherwise: Condition, rest: Condition): Condition =>
  constant ? { kind: 'any', parts: [test, rest] } : { kind: 'all', parts: [otherwise, rest] };
