import { formatInteger } from '@madang/icon';
import type { Wallet } from '../src/chain/keys.ts';
import { ICX } from '../src/chain/genesis.ts';
import { FAULTY } from '../src/scores/faulty.ts';
import { IRC2 } from '../src/scores/irc2.ts';
import { IRC3 } from '../src/scores/irc3.ts';
import { IRC31 } from '../src/scores/irc31.ts';
import { MARKET } from '../src/scores/market.ts';
import type { Score } from '../src/scores/score.ts';
import { startLive, type LiveBench } from './live.ts';

/** A live chain with the network id of the recorded one, and contracts of its kinds. */
export interface Scene extends LiveBench {
  /** Owns the contracts and all of their tokens. */
  readonly owner: Wallet;
  /** Has coins, and no tokens. */
  readonly other: Wallet;
  readonly token: string;
  readonly collection: string;
  readonly multiToken: string;
  readonly market: string;
  readonly faulty: string;
  /** The transaction that deployed the token. */
  readonly deployHash: string;
}

/** Starts it; its blocks are made by hand. */
export async function startScene(): Promise<Scene> {
  const live = await startLive({ nid: 7 });
  const owner = live.net.god;
  const other = live.net.wallet('other');
  // The first block of the recorded chain has no transactions.
  live.net.produce();
  await live.done(owner, { to: other.address, value: formatInteger(10_000n * ICX) });
  const installed = async (score: Score, params = {}): Promise<{ scoreAddress: string; txHash: string }> => {
    const { failure, scoreAddress = '', txHash } = await live.deploy(owner, score, params);
    if (failure !== undefined) throw new Error(failure.message);
    return { scoreAddress, txHash };
  };
  const tokenTerms = { _name: 'Madang', _symbol: 'MDG', _decimals: '0x12', _supply: '0xf4240' };
  const { scoreAddress: token, txHash: deployHash } = await installed(IRC2, tokenTerms);
  const { scoreAddress: collection } = await installed(IRC3, { _name: 'Album', _symbol: 'ALB' });
  const { scoreAddress: multiToken } = await installed(IRC31);
  const { scoreAddress: market } = await installed(MARKET, { token, rate: '0x2' });
  const { scoreAddress: faulty } = await installed(FAULTY);
  await live.call(owner, collection, 'mint', { _to: other.address, _tokenId: '0x1' });
  return {
    ...live,
    ...{ owner, other, token, collection, multiToken, market, faulty, deployHash },
  };
}
