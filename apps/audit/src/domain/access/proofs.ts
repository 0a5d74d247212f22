import type { Fact, Value } from '../flow/values.ts';
import { isHashOfArgument } from './picked.ts';

/** `sha3_256(move and salt) == commits[player]`: the account has left a hash before, and whoever brings the word has it from them. */
export const isProvenBy = (fact: Fact, account: Value): boolean =>
  fact.kind === 'compare' &&
  fact.operator === '==' &&
  [
    [fact.left, fact.right],
    [fact.right, fact.left],
  ].some(
    ([word, kept]) =>
      word !== undefined &&
      isHashOfArgument(word) &&
      kept?.read?.keys.some(({ shape }) => shape === account.shape) === true,
  );
