import type { FunctionModel } from '../model/program.ts';
import { once } from '../once.ts';
import type { Flow } from './flow.ts';

/** Everything that runs for an entry point, also what leaves no other step than its call. */
export const functionsOf = once(({ entry, steps }: Flow): ReadonlySet<FunctionModel> => {
  const functions = new Set([entry.fn]);
  for (const { frame, action } of steps) {
    functions.add(frame.fn);
    if (action.kind === 'call') functions.add(action.fn);
  }
  return functions;
});
