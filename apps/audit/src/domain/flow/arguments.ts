import type { Value } from './values.ts';

/** The arguments of a call, in order and by name. */
export interface Arguments {
  readonly values: readonly Value[];
  readonly keywords: ReadonlyMap<string, Value>;
}

/** Most calls have none, and an empty map of its own costs more than all else that is kept of a call. */
export const noKeywords: ReadonlyMap<string, Value> = new Map();
export const noArguments: Arguments = { values: [], keywords: noKeywords };

/** Arguments by position alone. */
export const inOrder = (...values: readonly Value[]): Arguments => ({ values, keywords: noKeywords });

/** All that a call passes, in whatever way. */
export const argumentsOf = ({
  args,
  keywords,
}: {
  readonly args: readonly Value[];
  readonly keywords: ReadonlyMap<string, Value>;
}): readonly Value[] => (keywords.size === 0 ? args : [...args, ...keywords.values()]);
