import { ADDRESS } from '@madang/icon';
import { STEP_PRICE } from '../../chain/genesis.ts';
import type { Stage } from '../stage.ts';
import { call, hex, type Action } from '../step.ts';

/** The step price rises or falls for a while, or a contract is blocked for a while. */
export function govern({ cast, random, contracts }: Stage): Action {
  const governs = (method: string, params: Record<string, string>, delay: 0 | 10 | 20) =>
    call(cast.god, ADDRESS.governance, method, params, { delay });
  const others = contracts.slice(Math.floor(contracts.length / 2));
  if (others.length === 0 || random.chance(0.5)) {
    const price = (STEP_PRICE * BigInt(random.between(5, 15))) / 10n;
    return [
      governs('setStepPrice', { price: hex(price) }, 0),
      governs('setStepPrice', { price: hex(STEP_PRICE) }, 20),
    ];
  }
  const { address } = random.pick(others);
  return [governs('blockScore', { address }, 0), governs('unblockScore', { address }, 10)];
}
