import { ADDRESS } from '@madang/icon';
import { godOf } from '../chain/genesis.ts';
import { walletOf, type Wallet } from '../chain/keys.ts';
import type { Random } from '../random.ts';
import type { Scenario } from './scenario.ts';

/** Who acts on a chain. */
export interface Cast {
  readonly god: Wallet;
  /** Owners of the teams' contracts, the busiest team first. */
  readonly teams: readonly Wallet[];
  /** Everybody else. */
  readonly wallets: readonly Wallet[];
  /** One of the wallets. */
  anyone(random: Random): Wallet;
  /** Another one of the wallets, where there is another. */
  another(random: Random, than: Wallet): Wallet;
  /** An address that nobody has the key of; rarely one that everybody knows. */
  stranger(random: Random): string;
}

/** The actors of a scenario on the chain of a seed: wallets by the names `team-1`, …, and `wallet-1`, …. */
export function castOf(seed: string, { teams, wallets }: Pick<Scenario, 'teams' | 'wallets'>): Cast {
  const named = (kind: string, count: number): Wallet[] =>
    Array.from({ length: count }, (_, index) => walletOf(seed, `${kind}-${index + 1}`));
  const everybody = named('wallet', wallets);
  const anyone = (random: Random): Wallet => random.pick(everybody);
  return {
    god: godOf(seed),
    teams: named('team', teams),
    wallets: everybody,
    anyone,
    another(random, than) {
      const one = anyone(random);
      if (one !== than) return one;
      return everybody[(everybody.indexOf(one) + 1) % everybody.length] ?? one;
    },
    stranger(random) {
      if (random.chance(0.05)) return ADDRESS.treasury;
      const digits = Array.from({ length: 40 }, () => random.between(0, 15).toString(16));
      return `hx${digits.join('')}`;
    },
  };
}
