import { formatInteger } from '@madang/icon';

/** Loop that the network issues in a month, as ICON's P-Reps decided for its fourth incentive scheme. */
const MONTHLY = 70_000_000n * 10n ** 18n;
/** Blocks of a month of 30 days, at two seconds each. */
const MONTH = 1_296_000n;

/** Loop that each block brings, rounded up: 54.01 ICX, the reward of every block of the recorded chain. */
export const BLOCK_REWARD = (MONTHLY + MONTH - 1n) / MONTH;

/** The reward as the network tells of it: all of it is for P-Reps. Shares are of 10,000. */
export const REWARD_FUND = {
  Icps: '0x0',
  Iglobal: formatInteger(MONTHLY),
  Iprep: '0x2710',
  Irelay: '0x0',
  Iwage: '0x0',
} as const;
