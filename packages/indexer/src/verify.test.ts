import { genesisId, transactionId, type Block, type Receipt, type Transaction } from '@madang/icon';
import { aHash, aSealedBlock, aTransaction } from '@madang/testkit';
import { describe, expect, it } from 'vitest';
import type { SealedBlock } from './projection.ts';
import { verified, verify, type Position } from './verify.ts';

/** A transaction whose id is what its content says. */
function genuine(nonce: string): Transaction {
  const raw = { version: '0x3', nonce };
  return aTransaction({ raw, hash: transactionId(raw) });
}

const [FIRST, SECOND] = [genuine('0x1'), genuine('0x2')];
const TWO = [FIRST, SECOND];

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
      sealed({}, [{ transactionHash: SECOND.hash }, { transactionHash: FIRST.hash }]),
      /is that of/,
    ],
    ['a receipt of another block', sealed({}, [{}, { blockHash: aHash(9) }]), /names block/],
    ['a receipt of another height', sealed({}, [{}, { blockHeight: 3 }]), /names height 3/],
    ['a receipt of another place', sealed({}, [{}, { transactionIndex: 0 }]), /names index 0/],
    ['a transaction twice', sealed({ transactions: [FIRST, FIRST] }), /stands in it twice/],
    [
      'a transaction under the id of another',
      sealed({ transactions: [{ ...FIRST, hash: SECOND.hash }] }),
      /transaction 0 says that its id is/,
    ],
    [
      'a transaction whose content is another',
      sealed({ transactions: [FIRST, { ...SECOND, raw: { ...SECOND.raw, value: '0x1' } }] }),
      /transaction 1 says that its id is/,
    ],
  ])('refuses %s', (_what, block, reason) => {
    expect(() => verify(before, block)).toThrow(reason);
  });

  it('knows the id of a genesis, which has rules of its own', () => {
    const raw = { accounts: [{ address: 'hx736846756bcdea54366decfdbdae354789815103' }], message: 'hello' };
    const genesis = aTransaction({ kind: 'genesis', raw, hash: genesisId(raw) });
    const start = { height: -1, hash: null };
    const block = { height: 0, previousHash: null, transactions: [genesis] };
    expect(verify(start, sealed(block)).height).toBe(0);
    expect(() => verify(start, sealed({ ...block, transactions: [{ ...genesis, hash: aHash(5) }] }))).toThrow(
      /says that its id is/,
    );
  });
});

describe('verified', () => {
  it('begins with the genesis block of the chain that the database holds', async () => {
    const first = sealed({ height: 0, previousHash: null, transactions: [] });
    const taken = (genesisHash: string) =>
      verified(of(first), { height: -1, hash: null }, genesisHash).next();
    expect((await taken(first.block.hash)).value).toBe(first);
    await expect(taken(aHash(1))).rejects.toThrow(/height 0 .* its hash is 0x/);
  });
});

async function* of(...blocks: readonly SealedBlock[]): AsyncGenerator<SealedBlock> {
  for (const block of blocks) yield await Promise.resolve(block);
}
