import type { Batch, SealedBlock } from '@madang/indexer';
import {
  address,
  aLog,
  amount,
  anAddress,
  aSealedBlock,
  aTransaction,
  createTestDatabase,
  hash,
  hostileText,
  type TestDatabase,
} from '@madang/testkit';
import fc from 'fast-check';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listBlocks } from '../block/block.queries.ts';
import { tracker } from '../index.ts';
import { readStats } from '../status/stats.queries.ts';
import { findTransaction, listTransactions } from '../transaction/transaction.queries.ts';
import { trackerProjection } from './tracker.projection.ts';

let test: TestDatabase;

beforeAll(async () => {
  test = await createTestDatabase({
    migrations: [{ schema: 'tracker', folder: join(tracker.folder, 'migrations') }],
  });
});
afterAll(() => test.drop());
beforeEach(reset);

function reset(): Promise<void> {
  return test.database.transaction((tx) => trackerProjection.reset(tx));
}

async function write(...blocks: SealedBlock[]): Promise<void> {
  const batch: Batch = { blocks, answer: () => expect.fail('the projection asks nothing') };
  await test.database.transaction((tx) => trackerProjection.apply(batch, tx));
}

describe('what the projection writes', () => {
  it('keeps any text and any number without loss', async () => {
    const text = fc.option(hostileText, { nil: null });
    const given = fc.record({
      id: hash,
      method: text,
      nonce: text,
      data: text,
      code: hostileText,
      message: hostileText,
      from: address,
      value: fc.option(amount, { nil: null }),
      sentAt: fc.bigInt({ min: 0n, max: 2n ** 80n }),
    });
    await fc.assert(
      fc.asyncProperty(given, async ({ id, method, nonce, data, code, message, from, value, sentAt }) => {
        await reset();
        const transaction = aTransaction({
          hash: id,
          kind: 'call',
          method,
          nonce,
          from,
          value,
          timestamp: sentAt,
          data: data === null ? undefined : { text: data },
        });
        await write(
          aSealedBlock({ transactions: [transaction] }, [{ status: 'failure', failure: { code, message } }]),
        );
        expect(await findTransaction(test.database, id)).toMatchObject({
          method,
          nonce,
          from,
          value: value?.toString() ?? null,
          failure: { code, message },
          data: data === null ? null : { text: data },
        });
        if (method !== null)
          expect(await listTransactions(test.database, { method }, null, 5)).toMatchObject([
            { hash: id, method },
          ]);
      }),
      { numRuns: 60 },
    );
  });

  it('takes a method of half a megabyte, and finds it again', async () => {
    const method = 'm'.repeat(500 * 1024);
    await write(aSealedBlock({ transactions: [aTransaction({ method, kind: 'call' })] }));
    const [found] = await listTransactions(test.database, { method }, null, 5);
    expect(found?.method === method).toBe(true);
    expect(await listTransactions(test.database, { method: 'm'.repeat(64) }, null, 5)).toEqual([]);
  });

  it('counts what it writes, batch after batch', async () => {
    const transactions = [1, 2, 3].map((n) => aTransaction({ hash: `0x${String(n).repeat(64)}` }));
    await write(
      aSealedBlock({ height: 0 }),
      aSealedBlock({ height: 1, transactions: transactions.slice(0, 2) }, [
        { logs: [aLog(), aLog()] },
        { status: 'failure', failure: { code: '0x1', message: '' } },
      ]),
    );
    await write(
      aSealedBlock({ height: 2, transactions: transactions.slice(2) }, [{ logs: [aLog()], fee: 7n }]),
    );
    expect(await readStats(test.database)).toEqual({
      height: 2,
      blocks: 3,
      transactions: 3,
      failedTransactions: 1,
      logs: 3,
    });
    expect(await listBlocks(test.database, null, 10)).toMatchObject([
      { height: 2, transactionCount: 1, failedTransactionCount: 0, logCount: 1, fees: '7' },
      { height: 1, transactionCount: 2, failedTransactionCount: 1, logCount: 2 },
      { height: 0, previousHash: null, transactionCount: 0, fees: '0' },
    ]);
  });

  it('has nulls where a transaction has nothing', async () => {
    const genesis = aTransaction({
      kind: 'genesis',
      version: null,
      from: null,
      to: null,
      value: null,
      stepLimit: null,
      timestamp: null,
      nid: null,
    });
    await write(
      aSealedBlock({ height: 0, producer: null, transactions: [genesis] }, [
        { fee: 0n, stepUsed: 0n, stepPrice: 0n },
      ]),
    );
    expect(await findTransaction(test.database, genesis.hash)).toMatchObject({
      from: null,
      to: null,
      value: null,
      sentAt: null,
      stepLimit: null,
      feePayers: [],
      input: null,
      method: null,
    });
  });

  it('tells who paid a shared fee', async () => {
    const [sender, contract] = [anAddress(1), anAddress(5, 'cx')];
    const shared = {
      fee: 30n,
      stepPrice: 3n,
      stepUsed: 10n,
      stepUsedDetails: { [sender]: 4n, [contract]: 6n },
    };
    await write(aSealedBlock({ transactions: [aTransaction({ from: sender })] }, [shared]));
    expect((await findTransaction(test.database, aTransaction().hash))?.feePayers).toEqual([
      { address: sender, amount: '12' },
      { address: contract, amount: '18' },
    ]);
  });
});
