import { isObject } from '@madang/icon';

/** The token standards of ICON: fungible, non-fungible, several kinds in one contract. */
export const STANDARDS = ['irc2', 'irc3', 'irc31'] as const;
export type TokenStandard = (typeof STANDARDS)[number];

/** A contract's API as `icx_getScoreApi` gives it; null when it is not known. */
export type ScoreApi = readonly unknown[] | null;

/**
 * Which standard `Transfer(Address,Address,int)` belongs to: the third value is the id of a token when the contract can tell
 * owners and has no decimals, else an amount as old fungible tokens write it (icon reference §3.2).
 */
export function standardOfPlainTransfer(api: ScoreApi): TokenStandard {
  return hasFunction(api, 'ownerOf') && !hasFunction(api, 'decimals') ? 'irc3' : 'irc2';
}

function hasFunction(api: ScoreApi, name: string): boolean {
  return (
    api?.some((entry) => isObject(entry) && entry['type'] === 'function' && entry['name'] === name) ?? false
  );
}
