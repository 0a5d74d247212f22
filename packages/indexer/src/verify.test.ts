import type { Block, Receipt } from '@madang/icon';
import { aHash, aSealedBlock, aTransaction } from '@madang/testkit';
import { describe, expect, it } from 'vitest';
import type { SealedBlock } from './projection.ts';
import { verify, type Position } from './verify.ts';

const TWO = [aTransaction({ hash: aHash(101) }), aTransaction({ hash: aHash(102) })];

function sealed(changes: Partial<Block> = {}, receipts: readonly Partial<Receipt>[] = []): SealedBlock {
  const block = { height: 8, hash: aHash(8), previousHash: aHash(7), transactions: TWO, ...changes };
  return aSealedBlock(block, receipts);
}

const before: Position = { height: 7, hash: aHash(7) };

describe('verify', () => {
  it('moves the position to a block that fits', () => {
    expect(verify(before, sealed())).toEqual({ height: 8, hash: aHash(8) });
    expect(verify({ height: -1, hash: null }, sealed({ height: 0, previousHash: null }))).toEqual({
      height: 0,
      hash: aHash(8),
    });
  });

  it.each([
    ['a gap in the heights', sealed({ height: 9 }), /block before was 7/],
    ['a block again', sealed({ height: 7 }), /block before was 7/],
    ['a block of another chain', sealed({ previousHash: aHash(66) }), /previous hash/],
    ['a block without a predecessor', sealed({ previousHash: null }), /previous hash is none/],
    [
      'a receipt too few',
      { ...sealed(), receipts: sealed().receipts.slice(1) },
      /2 transactions have 1 receipts/,
    ],
    ['a receipt of another transaction', sealed({}, [{}, { transactionHash: aHash(9) }]), /is that of 0x0/],
    [
      'receipts in another order',
      sealed({}, [{ transactionHash: aHash(102) }, { transactionHash: aHash(101) }]),
      /is that of/,
    ],
    ['a receipt of another block', sealed({}, [{}, { blockHash: aHash(9) }]), /names block/],
    ['a receipt of another height', sealed({}, [{}, { blockHeight: 3 }]), /names height 3/],
    ['a receipt of another place', sealed({}, [{}, { transactionIndex: 0 }]), /names index 0/],
    ['a transaction twice', sealed({ transactions: [aTransaction(), aTransaction()] }), /stands in it twice/],
  ])('refuses %s', (_what, block, reason) => {
    expect(() => verify(before, block)).toThrow(reason);
  });
});
