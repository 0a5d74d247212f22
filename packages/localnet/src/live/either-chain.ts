import { raise } from '@madang/errors';
import type { Troubles } from '../node/faults/troubles.ts';
import { methodNotFound } from '../node/rpc/failure.ts';
import type { Method } from '../node/rpc/envelope.ts';
import type { Converse } from '../node/streams/conversation.ts';

/** What a node serves of a chain. */
export interface Served {
  readonly methods: ReadonlyMap<string, Method>;
  readonly debugMethods: ReadonlyMap<string, Method>;
  readonly converse: Converse;
}

/**
 * Serves a chain, and another one in its place as long as that trouble lasts.
 *
 * @param another gives the other one, which is not there before it is needed
 */
export function eitherChain(troubles: Troubles, own: Served, another: () => Served): Served {
  const current = (): Served => (troubles.isOtherChain() ? another() : own);
  const either = (of: 'methods' | 'debugMethods'): ReadonlyMap<string, Method> =>
    new Map(
      [...own[of].keys()].map((name): [string, Method] => [
        name,
        (params, asked) => (current()[of].get(name) ?? raise(methodNotFound()))(params, asked),
      ]),
    );
  return {
    methods: either('methods'),
    debugMethods: either('debugMethods'),
    converse: (kind, request, signal) => current().converse(kind, request, signal),
  };
}
