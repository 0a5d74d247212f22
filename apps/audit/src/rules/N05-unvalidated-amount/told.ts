import type { Step } from '../../domain/flow/steps.ts';
import type { Value } from '../../domain/flow/values.ts';
import type { FunctionModel } from '../../domain/model/program.ts';

/** Whether an amount was told of in this function before; from now on it was. */
export const isTold = ({ frame }: Step, amount: Value, told: Set<string>): boolean =>
  isToldIn(frame.fn, amount, told);

export function isToldIn({ module, node }: FunctionModel, amount: Value, told: Set<string>): boolean {
  const key = `${module.path}:${node.start} ${amount.shape}`;
  if (told.has(key)) return true;
  told.add(key);
  return false;
}
