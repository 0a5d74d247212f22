import { ADDRESS } from '@madang/icon';
import { ICX } from '../../chain/genesis.ts';
import type { Stage } from '../stage.ts';
import { call, hex, send, type Action } from '../step.ts';
import { RAW_BYTES, TEXTS } from '../texts.ts';

/** Coins from one to another, now and then to somebody who was never heard of, or from god to a busy team that runs low. */
export function transfer({ cast, random }: Stage): Action {
  if (random.chance(0.02)) return [send(cast.god, random.pick(cast.teams).address, { value: 100n * ICX })];
  const from = cast.anyone(random);
  const to = random.chance(0.1) ? cast.stranger(random) : cast.another(random, from).address;
  return [send(from, to, { value: random.amount(12, 19) })];
}

/** Words, or bytes that are none, with or without coins. */
export function message({ cast, random }: Stage): Action {
  const from = cast.anyone(random);
  const bytes = random.chance(0.15) ? random.pick(RAW_BYTES) : Buffer.from(random.pick(TEXTS));
  const value = random.chance(0.3) ? { value: random.amount(14, 18) } : {};
  const said = { dataType: 'message', data: `0x${bytes.toString('hex')}` };
  return [send(from, cast.another(random, from).address, value, said)];
}

/** Stakes, and takes some of it back later. */
export function stake({ cast, random }: Stage): Action {
  const from = cast.anyone(random);
  const first = BigInt(random.between(10, 500)) * ICX;
  const setStake = (value: bigint, delay: 0 | 10 | 20) =>
    call(from, ADDRESS.system, 'setStake', { value: hex(value) }, { delay });
  const all = [setStake(first, 0), setStake(first / 2n, 10), setStake(first / 5n, 20)];
  return all.slice(0, random.between(1, 3));
}

/** Coins out of the world. */
export function burn({ cast, random }: Stage): Action {
  return [call(cast.anyone(random), ADDRESS.system, 'burn', undefined, { value: random.amount(14, 18) })];
}
