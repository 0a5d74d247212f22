import { ICX } from '../../chain/genesis.ts';
import type { Stage, TeamContract } from '../stage.ts';
import { call, hex, send, type Action } from '../step.ts';
import { RAW_BYTES, TEXTS } from '../texts.ts';

/** Tokens for a coin, at every market. */
export const MARKET_RATE = 10n;

/** A market: tokens are bought and sold again, coins are split and sent on, and everything is noted. */
export function useMarket({ cast, random, firstOf }: Stage, { address }: TeamContract): Action {
  const from = cast.anyone(random);
  const to = cast.another(random, from);
  const value = random.amount(14, 18);
  const what = random.next();
  const token = firstOf('irc2');
  if (what < 0.5) {
    const buy = call(from, address, 'buy', undefined, { value });
    if (token === undefined || random.chance(0.4)) return [buy];
    const sold = { _to: address, _value: hex(value * MARKET_RATE), _data: `0x${ascii('sell')}` };
    return [buy, call(from, token.address, 'transfer', sold, { delay: 5 })];
  }
  if (what < 0.65)
    return [call(from, address, 'split', { to: [to.address, cast.stranger(random)] }, { value })];
  if (what < 0.75) return [call(from, address, 'trySend', { to: to.address, value: hex(value) })];
  if (what < 0.85) return [call(from, address, 'many', { count: hex(random.between(2, 20)) })];
  if (what < 0.9) return [send(from, address, { value })];
  const text = random.pick(TEXTS);
  const raw = `0x${random.pick(RAW_BYTES).toString('hex')}`;
  const note = { text, number: `-${hex(value)}`, flag: '0x1', raw, who: to.address };
  return [call(from, address, 'note', random.chance(0.2) ? {} : note)];
}

const ascii = (text: string): string => Buffer.from(text).toString('hex');

/** A contract that pays its callers' fees, as long as its owner's deposit lasts. */
export function useSponsor({ cast, random }: Stage, { address, owner }: TeamContract): Action {
  const what = random.next();
  const add = (delay: 0 | 2) =>
    send(owner, address, { value: 20n * ICX, delay }, { dataType: 'deposit', data: { action: 'add' } });
  if (what < 0.9)
    return [call(cast.anyone(random), address, 'use', { share: hex(random.between(0, 10) * 10) })];
  if (what < 0.97) return [add(0)];
  return [send(owner, address, {}, { dataType: 'deposit', data: { action: 'withdraw' } }), add(2)];
}
