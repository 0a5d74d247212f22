import { setNetworkValue } from '../world/network-values.ts';
import type { World } from '../world/world.ts';
import { foundPReps, type Founding } from './preps.ts';

/** What a chain does, as flags of `getServiceConfig` (goloop service/state). */
export const SERVICE = { fee: 1n, audit: 2n, feeSharing: 32n } as const;

/** What the system contract of a chain starts from. */
export interface SystemFounding extends Founding {
  /** Whether Python contracts wait for an auditor. */
  readonly auditEnabled: boolean;
}

/** Blocks of a term: as on the recorded chain, so that one passes while somebody watches. ICON's have 43,120. */
const TERM_PERIOD = 100n;

/** Puts into the state what the system contract has to know, but for the price and the limits of steps and the revision. */
export function foundSystem(world: World, { auditEnabled, ...founding }: SystemFounding): void {
  setNetworkValue(world, 'termPeriod', TERM_PERIOD);
  // As on ICON's main network.
  setNetworkValue(world, 'lockMinMultiplier', 5n);
  setNetworkValue(world, 'lockMaxMultiplier', 20n);
  setNetworkValue(world, 'unstakeSlotMax', 1000n);
  const audit = auditEnabled ? SERVICE.audit : 0n;
  setNetworkValue(world, 'serviceConfig', SERVICE.fee + SERVICE.feeSharing + audit);
  foundPReps(world, founding);
}
