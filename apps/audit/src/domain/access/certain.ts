import { type Condition, type Value } from '../flow/values.ts';

/**
 * A value without what it cannot be: `account` behind `if account is None: account = self.msg.sender`, where nothing was given for it,
 * is the sender.
 */
export function certain(value: Value): Value {
  if (value.choices === undefined) return value;
  const left = value.choices.filter(({ when }) => !when.some(isImpossible));
  const [only] = left;
  return only !== undefined && left.length === 1 ? certain(only.value) : value;
}

const isImpossible = (condition: Condition): boolean => truthOf(condition) === false;

/** Whether a condition holds, of those that hold two constants against each other. */
function truthOf(condition: Condition): boolean | undefined {
  if (condition.kind === 'not') {
    const of = truthOf(condition.of);
    return of === undefined ? undefined : !of;
  }
  if (condition.kind !== 'compare') return undefined;
  const [left, right] = [condition.left.constant, condition.right.constant];
  if (left === undefined || right === undefined) return undefined;
  if (condition.operator === 'is' || condition.operator === '==') return left === right;
  return condition.operator === 'is not' || condition.operator === '!=' ? left !== right : undefined;
}
