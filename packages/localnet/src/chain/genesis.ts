import { ADDRESS, formatInteger, type JsonObject } from '@madang/icon';
import { STEP_COSTS } from '../execute/steps.ts';
import { walletOf } from './keys.ts';

/** What makes a chain what it is. Two chains with the same are the same. */
export interface ChainTerms {
  readonly seed: string;
  /** Network id. */
  readonly nid: number;
  /** Microseconds between blocks, as the genesis tells. */
  readonly interval: bigint;
  /** Whether Python contracts wait for an auditor. */
  readonly auditEnabled: boolean;
}

/** Loop in one ICX. */
export const ICX = 10n ** 18n;

/** What the chain begins with: the supply of ICON's main network when it began. */
export const SUPPLY = 800_460_000n * ICX;

/** Loop for a step, of ICON's main network in its last years. */
export const STEP_PRICE = 12_500_000_000n;

/** Steps of one transaction, and of one query, at most. */
export const STEP_LIMITS = { invoke: 2_500_000_000, query: 50_000_000 } as const;

export const REVISION = 27;

/** Who has all coins at the beginning, and governs. */
export const godOf = (seed: string) => walletOf(seed, 'god');

/** Who proposes the blocks. */
export const validatorOf = godOf;

/** The genesis transaction, members as a node tells them. */
export function genesisOf(
  { seed, nid, interval, auditEnabled }: ChainTerms,
  governanceHash: string,
): JsonObject {
  const god = godOf(seed).address;
  return {
    accounts: [
      { address: god, balance: formatInteger(SUPPLY), name: 'god' },
      { address: ADDRESS.treasury, balance: '0x0', name: 'treasury' },
      {
        address: ADDRESS.governance,
        name: 'governance',
        score: {
          contentId: `hash:${governanceHash}`,
          contentType: 'application/zip',
          owner: god,
          params: {},
        },
      },
    ],
    chain: {
      auditEnabled: auditEnabled ? '0x1' : '0x0',
      blockInterval: formatInteger(interval / 1000n),
      fee: {
        stepCosts: Object.fromEntries(
          Object.entries(STEP_COSTS).map(([type, cost]) => [type, formatInteger(cost)]),
        ),
        stepLimit: { invoke: formatInteger(STEP_LIMITS.invoke), query: formatInteger(STEP_LIMITS.query) },
        stepPrice: formatInteger(STEP_PRICE),
      },
      feeSharingEnabled: '0x1',
      revision: formatInteger(REVISION),
      validatorList: [validatorOf(seed).address],
    },
    message: `a chain of the seed ${seed}, for the desk`,
    nid: formatInteger(nid),
  };
}
