import type { BinaryOperator, CompareOperator, Node } from '../python/tree.ts';
import { constantValue, type Comparison, type Condition, type ConstantValue, type Value } from './values.ts';

/** `10 ** 18` is worked out; what would be longer than any amount is not. */
const LONGEST_CONSTANT_BITS = 512;

/** `left operator right` of what is written out, worked out; undefined where it cannot be, or would be too long. */
export function fold(operator: BinaryOperator, left: Value, right: Value, node: Node): Value | undefined {
  const [a, b] = [left.constant, right.constant];
  if (typeof a === 'string' && typeof b === 'string' && operator === '+') return constantValue(node, a + b);
  // `'0' * 40` of an address that is written out.
  if (typeof a === 'string' && typeof b === 'bigint' && operator === '*' && b <= 64n)
    return constantValue(node, a.repeat(Math.max(0, Number(b))));
  if (typeof a !== 'bigint' || typeof b !== 'bigint') return undefined;
  const result = foldIntegers(operator, a, b);
  return result === undefined ? undefined : constantValue(node, result);
}

function foldIntegers(operator: BinaryOperator, a: bigint, b: bigint): bigint | undefined {
  const size = (n: bigint) => n.toString(2).length;
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return size(a) + size(b) > LONGEST_CONSTANT_BITS ? undefined : a * b;
    case '**':
      return b < 0n || b > 1000n || size(a) * Number(b) > LONGEST_CONSTANT_BITS ? undefined : a ** b;
    case '<<':
      return b < 0n || b > 400n ? undefined : a << b;
    case '//':
      return b === 0n ? undefined : (a - (((a % b) + b) % b)) / b;
    case '%':
      return b === 0n ? undefined : ((a % b) + b) % b;
    default:
      return undefined;
  }
}

/** Whether a division of what is written out leaves a rest, as `25 // 10` does. */
export const isRounded = ({ constant: a }: Value, { constant: b }: Value): boolean =>
  typeof a === 'bigint' && typeof b === 'bigint' && b !== 0n && a % b !== 0n;

/**
 * Whether two known things are the same. Of what is not None only a variable is held against anything (`mode == 'add'` in a helper): a
 * switch of the module, such as `DEBUG == 1`, may be another one tomorrow.
 */
export function foldSame({ operator, left, right }: Comparison, isVariable: boolean): Condition | undefined {
  if (left.constant === undefined || right.constant === undefined) return undefined;
  if (left.constant !== null && right.constant !== null && !isVariable) return undefined;
  if (!SAMENESS.has(operator)) return undefined;
  const value = holdsBetween(left.constant, operator, right.constant);
  return value === undefined ? undefined : { kind: 'constant', value, compared: true };
}

/** Whether a comparison of two known things comes out true; undefined where they have no order. */
export function holdsBetween(
  left: ConstantValue,
  operator: CompareOperator,
  right: ConstantValue,
): boolean | undefined {
  const [one, other] = [numberOf(left), numberOf(right)];
  const isSame = SAMENESS.get(operator);
  if (isSame !== undefined) return (one === other) === isSame;
  if (typeof one !== 'bigint' || typeof other !== 'bigint') return undefined;
  switch (operator) {
    case '<':
      return one < other;
    case '<=':
      return one <= other;
    case '>':
      return one > other;
    case '>=':
      return one >= other;
    default:
      return undefined;
  }
}

/** To Python `True` is 1. */
const numberOf = (constant: ConstantValue): ConstantValue =>
  typeof constant === 'boolean' ? BigInt(constant) : constant;

/** Whether a condition is known never to come out so. */
export function isImpossible(condition: Condition, outcome: boolean): boolean {
  if (condition.kind === 'not') return isImpossible(condition.of, !outcome);
  return condition.kind === 'constant' && condition.compared === true && condition.value !== outcome;
}

/** `(sender == owner) is True`, `allowed == False`, where what is held against `True` is itself a test: that test, or its opposite. */
export function ofTruth({ operator, left, right }: Comparison): Condition | undefined {
  const isSame = SAMENESS.get(operator);
  if (left.condition === undefined || isSame === undefined || typeof right.constant !== 'boolean')
    return undefined;
  return isSame === right.constant ? left.condition : { kind: 'not', of: left.condition };
}

const SAMENESS: ReadonlyMap<string, boolean> = new Map([
  ['is', true],
  ['==', true],
  ['is not', false],
  ['!=', false],
]);
