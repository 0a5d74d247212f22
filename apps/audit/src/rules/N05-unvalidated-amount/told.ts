import type { Step } from '../../domain/flow/steps.ts';
import type { Value } from '../../domain/flow/values.ts';
import type { FunctionModel } from '../../domain/model/program.ts';

/** Whether an amount, or one that it is made of, was told of in this function before; from now on it was. */
export const isTold = ({ frame }: Step, amount: Value, told: Set<string>): boolean =>
  isToldIn(frame.fn, amount, told);

export function isToldIn({ module, node }: FunctionModel, amount: Value, told: Set<string>): boolean {
  const place = `${module.path}:${node.start}`;
  if (isMadeOfTold(place, amount, told)) return true;
  told.add(`${place} ${amount.shape}`);
  return false;
}

/** Whoever mends the amount mends what is worked out of it: a share, a price for so many. */
const isMadeOfTold = (place: string, { shape, made }: Value, told: ReadonlySet<string>, depth = 0): boolean =>
  told.has(`${place} ${shape}`) ||
  (depth < DEEPEST &&
    made !== undefined &&
    [made.left, made.right].some((part) => isMadeOfTold(place, part, told, depth + 1)));

/** Formulas within formulas that are looked into. */
const DEEPEST = 8;
