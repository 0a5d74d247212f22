import { ADDRESS, formatInteger, type JsonObject } from '@madang/icon';
import type { Wallet } from '../chain/keys.ts';
import { archiveOf } from '../scores/archive.ts';
import type { Score } from '../scores/score.ts';

/** Blocks after which an action goes on, of which it takes its pick. */
export const DELAYS = [0, 2, 5, 10, 20] as const;
export type Delay = (typeof DELAYS)[number];

/** One transaction of an action, before it is dated and signed. */
export interface Step {
  readonly from: Wallet;
  /** Blocks after the action's beginning. */
  readonly delay: Delay;
  /** `to`, and what else it says. */
  readonly members: JsonObject;
}

/** What somebody sets out to do, in one block or in several. */
export type Action = readonly Step[];

const CALL_STEPS = formatInteger(20_000_000);
const DEPLOY_STEPS = formatInteger(2_500_000_000);

interface Sending {
  readonly delay?: Delay;
  /** Loop. */
  readonly value?: bigint;
  readonly stepLimit?: string;
}

/** Sends something: coins, or what the members say. */
export function send(
  from: Wallet,
  to: string,
  { delay = 0, value, stepLimit = CALL_STEPS }: Sending,
  members: JsonObject = {},
): Step {
  const amount = value === undefined ? {} : { value: formatInteger(value) };
  return { from, delay, members: { to, stepLimit, ...amount, ...members } };
}

/** Calls a method. */
export function call(
  from: Wallet,
  to: string,
  method: string,
  params?: JsonObject,
  sending: Sending = {},
): Step {
  const data = params === undefined ? { method } : { method, params };
  return send(from, to, sending, { dataType: 'call', data });
}

/** Deploys an archive: a new contract, or at `to` a new version. */
export function deployArchive(
  from: Wallet,
  archive: Buffer,
  params: JsonObject,
  { to = ADDRESS.system, delay = 0 }: { readonly to?: string; readonly delay?: Delay } = {},
): Step {
  const data = { contentType: 'application/zip', content: `0x${archive.toString('hex')}`, params };
  return send(from, to, { delay, stepLimit: DEPLOY_STEPS }, { dataType: 'deploy', data });
}

/** Deploys a contract that is executed here. */
export const deploy = (
  from: Wallet,
  score: Score,
  params: JsonObject,
  where: { readonly to?: string; readonly delay?: Delay } = {},
): Step => deployArchive(from, archiveOf(score), params, where);

/** A number as transactions have it. */
export const hex = (value: bigint | number): string => formatInteger(value);
