import type { ExternalMethod, Value } from '../scores/score.ts';

/** A message from one account to another: coins, and what is to be done with them. */
export interface Message {
  readonly from: string;
  readonly to: string;
  readonly value: bigint;
  /** Null for coins alone. */
  readonly method: string | null;
  readonly params: Params;
  /** Calls around this one. */
  readonly depth: number;
}

/** Parameters by name, as a client sends them, or in order, as contracts do. */
export type Params =
  | { readonly kind: 'named'; readonly json: unknown }
  | { readonly kind: 'ordered'; readonly values: readonly Value[] };

export const NO_PARAMS: Params = { kind: 'ordered', values: [] };

/** What a method gives, and the type by which its API tells that. */
export interface Returned {
  readonly value: unknown;
  readonly type: ExternalMethod['output'];
}
