import type { Block, Receipt, Transaction } from '@madang/icon';
import { describe, expect, it } from 'vitest';
import type { SealedBlock } from './projection.ts';
import { verify, type Position } from './verify.ts';

const hash = (n: number): string => `0x${n.toString(16).padStart(64, '0')}`;

function sealed(changes: Partial<Block> = {}, receipts: readonly Partial<Receipt>[] = [{}, {}]): SealedBlock {
  const transactions = [hash(101), hash(102)].map((id) => ({ hash: id }) as Transaction);
  const block = { height: 8, hash: hash(8), previousHash: hash(7), transactions, ...changes } as Block;
  return {
    block,
    receipts: receipts.map(
      (change, index) =>
        ({
          transactionHash: block.transactions[index]?.hash,
          transactionIndex: index,
          blockHeight: block.height,
          blockHash: block.hash,
          ...change,
        }) as Receipt,
    ),
  };
}

const before: Position = { height: 7, hash: hash(7) };

describe('verify', () => {
  it('moves the position to a block that fits', () => {
    expect(verify(before, sealed())).toEqual({ height: 8, hash: hash(8) });
    expect(verify({ height: -1, hash: null }, sealed({ height: 0, previousHash: null }))).toEqual({
      height: 0,
      hash: hash(8),
    });
  });

  it.each([
    ['a gap in the heights', sealed({ height: 9 }), /block before was 7/],
    ['a block again', sealed({ height: 7 }), /block before was 7/],
    ['a block of another chain', sealed({ previousHash: hash(66) }), /previous hash/],
    ['a block without a predecessor', sealed({ previousHash: null }), /previous hash is none/],
    ['a receipt too few', sealed({}, [{}]), /2 transactions have 1 receipts/],
    ['a receipt of another transaction', sealed({}, [{}, { transactionHash: hash(9) }]), /is that of 0x0/],
    [
      'receipts in another order',
      sealed({}, [{ transactionHash: hash(102) }, { transactionHash: hash(101) }]),
      /is that of/,
    ],
    ['a receipt of another block', sealed({}, [{}, { blockHash: hash(9) }]), /names block/],
    ['a receipt of another height', sealed({}, [{}, { blockHeight: 3 }]), /names height 3/],
    ['a receipt of another place', sealed({}, [{}, { transactionIndex: 0 }]), /names index 0/],
    [
      'a transaction twice',
      sealed({ transactions: [{ hash: hash(1) }, { hash: hash(1) }] as Transaction[] }),
      /stands in it twice/,
    ],
  ])('refuses %s', (_what, block, reason) => {
    expect(() => verify(before, block)).toThrow(reason);
  });
});
