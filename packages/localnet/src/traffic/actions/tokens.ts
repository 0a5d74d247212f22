import { ICX } from '../../chain/genesis.ts';
import type { Stage, TeamContract } from '../stage.ts';
import { call, hex, send, type Action } from '../step.ts';

/** Tokens of 18 decimals have as many parts as coins have loop. */
const TOKEN = ICX;

/** A token: given away, handed on, minted, burnt. */
export function useIrc2({ cast, random }: Stage, { address, owner }: TeamContract): Action {
  const from = cast.anyone(random);
  const to = cast.another(random, from);
  const amount = BigInt(random.between(1, 50)) * (TOKEN / 10n);
  const what = random.next();
  if (what < 0.5) return [call(from, address, 'transfer', { _to: to.address, _value: hex(amount) })];
  if (what < 0.75)
    return [
      call(owner, address, 'transfer', { _to: from.address, _value: hex(amount) }),
      call(from, address, 'transfer', { _to: to.address, _value: hex(amount) }, { delay: 2 }),
      call(to, address, 'transfer', { _to: from.address, _value: hex(amount / 2n) }, { delay: 5 }),
    ];
  if (what < 0.9) {
    const receivers = Array.from({ length: random.between(2, 8) }, () => cast.anyone(random).address);
    return [call(owner, address, 'airdrop', { _to: receivers, _value: hex(amount) })];
  }
  if (what < 0.95) return [call(owner, address, 'mint', { _to: from.address, _value: hex(amount * 100n) })];
  return [call(from, address, 'burn', { _value: hex(amount) })];
}

/** A collection: tokens are made, sold for coins, and some are destroyed. */
export function useIrc3({ cast, random, number }: Stage, { address }: TeamContract): Action {
  const from = cast.anyone(random);
  const buyer = cast.another(random, from);
  const _tokenId = hex(number);
  const mint = call(from, address, 'mint', { _to: from.address, _tokenId });
  const what = random.next();
  if (what < 0.4) return [mint];
  if (what < 0.8)
    return [
      mint,
      call(from, address, 'approve', { _to: buyer.address, _tokenId }, { delay: 2 }),
      send(buyer, from.address, { value: random.amount(16, 19), delay: 5 }),
      call(
        buyer,
        address,
        'transferFrom',
        { _from: from.address, _to: buyer.address, _tokenId },
        { delay: 5 },
      ),
    ];
  if (what < 0.9)
    return [mint, call(from, address, 'transfer', { _to: buyer.address, _tokenId }, { delay: 2 })];
  return [mint, call(from, address, 'burn', { _tokenId }, { delay: 10 })];
}

/** Many kinds of tokens in one contract: made, handed over one by one and together, also by somebody who was allowed to. */
export function useIrc31({ cast, random, number }: Stage, { address }: TeamContract): Action {
  const from = cast.anyone(random);
  const to = cast.another(random, from);
  const [first, second] = [hex(number * 2), hex(number * 2 + 1)];
  const pair = { _from: from.address, _to: to.address };
  const mint = (_id: string) =>
    call(from, address, 'mint', {
      ...{ _to: from.address, _id, _supply: hex(random.between(10, 1000)) },
      _uri: `https://example.invalid/토큰/${_id}.json`,
    });
  const what = random.next();
  if (what < 0.4) return [mint(first)];
  if (what < 0.7)
    return [
      mint(first),
      call(from, address, 'transferFrom', { ...pair, _id: first, _value: '0x5' }, { delay: 2 }),
    ];
  if (what < 0.9)
    return [
      ...[mint(first), mint(second)],
      call(
        from,
        address,
        'transferFromBatch',
        { ...pair, _ids: [first, second], _values: ['0x1', '0x2'] },
        { delay: 5 },
      ),
    ];
  const allowed = (yes: boolean, delay: 0 | 10) =>
    call(
      from,
      address,
      'setApprovalForAll',
      { _operator: to.address, _approved: yes ? '0x1' : '0x0' },
      { delay },
    );
  return [
    ...[mint(first), allowed(true, 0)],
    call(to, address, 'transferFrom', { ...pair, _id: first, _value: '0x3' }, { delay: 2 }),
    allowed(false, 10),
  ];
}
