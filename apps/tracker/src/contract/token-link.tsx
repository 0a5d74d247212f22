import type { VNode } from 'preact';
import type { Contract } from './contract.schema.ts';

/** The token that a contract is, by its standard; nothing when it is none. */
export function TokenLink({ of: { address, token } }: { of: Contract }): VNode | null {
  return token === null ? null : <a href={`/tracker/tokens/${address}`}>{token.toUpperCase()}</a>;
}
