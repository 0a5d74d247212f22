import { ADDRESS, formatInteger } from '@madang/icon';
import { nodeLog, writeLog } from '../execute/log.ts';
import { burn, supplyOf } from '../world/accounts.ts';
import type { NativeCall, NativeRun } from './native-call.ts';
import { setStake, stakeOf, unstakeLockPeriod, unstakesOf } from './stake.ts';

/** Methods of the system contract about what accounts have staked, and about burning coins. */
export const STAKE_METHODS: Readonly<Record<string, NativeRun>> = {
  setStake: ({ world, execution, from, given }) =>
    setStake(world, from, given.integer('value'), execution.block.height),
  getStake: ({ world, execution, given }) => {
    const address = given.text('address');
    const { height } = execution.block;
    return {
      stake: formatInteger(stakeOf(world, address)),
      unstakes: unstakesOf(world, address).map((unstake) => ({
        remainingBlocks: formatInteger(unstake.height - height),
        unstake: formatInteger(unstake.amount),
        unstakeBlockHeight: formatInteger(unstake.height),
      })),
    };
  },
  estimateUnstakeLockPeriod: ({ world }) => ({ unstakeLockPeriod: formatInteger(unstakeLockPeriod(world)) }),
  // Nobody votes or bonds here, so that all that is staked is there to vote with, and nothing was earned.
  getDelegation: (call) => ({ delegations: [], totalDelegated: '0x0', votingPower: votingPower(call) }),
  getBond: (call) => ({ bonds: [], totalBonded: '0x0', unbonds: [], votingPower: votingPower(call) }),
  queryIScore: () => ({ blockHeight: '0x0', estimatedICX: '0x0', iscore: '0x0' }),
  burn: burnSent,
};

const votingPower = ({ world, given }: NativeCall): string =>
  formatInteger(stakeOf(world, given.text('address')));

function burnSent({ world, execution, from, value }: NativeCall): void {
  burn(world, ADDRESS.system, value);
  const amounts = [value, supplyOf(world)].map(formatInteger);
  writeLog(execution, nodeLog(ADDRESS.system, 'ICXBurnedV2(Address,int,int)', [from], amounts));
}
