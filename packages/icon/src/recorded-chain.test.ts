import { RECORDINGS } from '@madang/localnet';
import { describe, expect, it } from 'vitest';
import { readRecorded } from '../test/recorded.ts';
import { genesisId, transactionId } from './index.ts';

// A whole chain of a real node: 1,952 blocks, 8,662 transactions and their receipts, and a second one with audits.
const chain = await readRecorded(RECORDINGS.chain);
const audit = await readRecorded(RECORDINGS.auditChain);

describe.each([
  {
    name: 'chain',
    ...chain,
    transactions: 8662,
    genesis: '0x01b378ee9efb37f49305c9d0acf339dca65f8ddfa45d69d97c6ec8540e3110bd',
  },
  {
    name: 'audit-chain',
    ...audit,
    transactions: 22,
    genesis: '0xc47575f444722527b03a29cc89e2dc266d555886a9109fc29340e9e3b7462adc',
  },
])('the recorded $name', ({ blocks, receipts, transactions, genesis }) => {
  const sent = blocks.slice(1).flatMap((block) => block.transactions);

  it('has the ids that its nodes gave', () => {
    expect(sent).toHaveLength(transactions);
    expect(sent.filter(({ raw, hash }) => transactionId(raw) !== hash)).toEqual([]);
    expect(blocks[0]?.transactions.map(({ raw }) => genesisId(raw))).toEqual([genesis]);
    expect(blocks[0]?.transactions[0]?.hash).toBe(genesis);
  });

  it('links every block to the one before', () => {
    expect(blocks[0]?.previousHash).toBeNull();
    const broken = blocks.filter(
      ({ height, previousHash }) => previousHash !== (blocks[height - 1]?.hash ?? null),
    );
    expect(broken).toEqual([]);
  });

  it('has one receipt for each transaction, in order', () => {
    expect(receipts.map(({ transactionHash }) => transactionHash)).toEqual(sent.map(({ hash }) => hash));
  });

  it('has receipts that agree with their blocks', () => {
    for (const receipt of receipts) {
      const block = blocks[receipt.blockHeight];
      expect(block?.hash).toBe(receipt.blockHash);
      expect(block?.transactions[receipt.transactionIndex]?.hash).toBe(receipt.transactionHash);
      expect(receipt.failure === null).toBe(receipt.status === 'success');
    }
  });
});

describe('the recorded chain', () => {
  it('has transactions of these kinds', () => {
    const kinds = chain.blocks.flatMap((block) => block.transactions).map(({ kind }) => kind);
    expect(count(kinds)).toEqual({
      genesis: 1,
      transfer: 2910,
      call: 3412,
      deploy: 13,
      deposit: 2,
      message: 474,
      base: 1851,
    });
  });

  it('has failed transactions without logs, and a sum of logs', () => {
    const failed = chain.receipts.filter(({ status }) => status === 'failure');
    expect(failed).toHaveLength(955);
    expect(failed.filter(({ logs }) => logs.length > 0)).toEqual([]);
    expect(chain.receipts.flatMap(({ logs }) => logs)).toHaveLength(6624);
  });

  it('shows who paid when a contract shares the fee', () => {
    const shared = chain.receipts.filter(({ stepUsedDetails }) => stepUsedDetails !== null);
    expect(shared).toHaveLength(85);
    for (const { stepUsed, stepUsedDetails } of shared) {
      const paid = Object.values(stepUsedDetails ?? {}).reduce((sum, steps) => sum + steps, 0n);
      expect(paid).toBe(stepUsed);
    }
  });
});

function count(items: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items) counts[item] = (counts[item] ?? 0) + 1;
  return counts;
}
