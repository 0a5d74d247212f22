import {
  address,
  aLog,
  amount,
  anAddress,
  aSealedBlock,
  aTransaction,
  hash,
  hostileText,
} from '@madang/testkit';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTrackerRows, type TrackerRows } from '../../test/tracker-rows.ts';
import { listBlocks } from '../block/block.queries.ts';
import { readStats } from '../status/stats.queries.ts';
import { findTransaction, listTransactions } from '../transaction/transaction.queries.ts';

let rows: TrackerRows;

beforeAll(async () => {
  rows = await createTrackerRows();
});
afterAll(() => rows.test.drop());
beforeEach(() => rows.reset());

describe('what the projection writes', () => {
  it('keeps any text and any number without loss', async () => {
    const text = fc.option(hostileText(), { nil: null });
    const given = fc.record({
      id: hash,
      method: text,
      nonce: text,
      data: text,
      code: hostileText(),
      message: hostileText(),
      from: address,
      value: fc.option(amount, { nil: null }),
      sentAt: fc.bigInt({ min: 0n, max: 2n ** 80n }),
    });
    await fc.assert(
      fc.asyncProperty(given, async ({ id, method, nonce, data, code, message, from, value, sentAt }) => {
        await rows.reset();
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
        await rows.write([
          aSealedBlock({ transactions: [transaction] }, [{ status: 'failure', failure: { code, message } }]),
        ]);
        expect(await findTransaction(rows.test.database, id)).toMatchObject({
          method,
          nonce,
          from,
          value: value?.toString() ?? null,
          failure: { code, message },
          data: data === null ? null : { text: data },
        });
        if (method !== null)
          expect(await listTransactions(rows.test.database, { method }, null, 5)).toMatchObject([
            { hash: id, method },
          ]);
      }),
      { numRuns: 60 },
    );
  });

  it('takes a method of half a megabyte, and finds it again', async () => {
    const method = 'm'.repeat(500 * 1024);
    await rows.write([aSealedBlock({ transactions: [aTransaction({ method, kind: 'call' })] })]);
    const [found] = await listTransactions(rows.test.database, { method }, null, 5);
    expect(found?.method === method).toBe(true);
    expect(await listTransactions(rows.test.database, { method: 'm'.repeat(64) }, null, 5)).toEqual([]);
  });

  it('counts what it writes, batch after batch', async () => {
    const transactions = [1, 2, 3].map((n) => aTransaction({ hash: `0x${String(n).repeat(64)}` }));
    await rows.write([
      aSealedBlock({ height: 0 }),
      aSealedBlock({ height: 1, transactions: transactions.slice(0, 2) }, [
        { logs: [aLog(), aLog()] },
        { status: 'failure', failure: { code: '0x1', message: '' } },
      ]),
    ]);
    await rows.write([
      aSealedBlock({ height: 2, transactions: transactions.slice(2) }, [{ logs: [aLog()], fee: 7n }]),
    ]);
    expect(await readStats(rows.test.database)).toEqual({
      height: 2,
      blocks: 3,
      transactions: 3,
      failedTransactions: 1,
      logs: 3,
      tokenTransfers: 0,
      internalTransfers: 0,
      addresses: 3,
      contracts: 1,
      tokens: 0,
    });
    expect(await listBlocks(rows.test.database, null, 10)).toMatchObject([
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
    await rows.write([
      aSealedBlock({ height: 0, producer: null, transactions: [genesis] }, [
        { fee: 0n, stepUsed: 0n, stepPrice: 0n },
      ]),
    ]);
    expect(await findTransaction(rows.test.database, genesis.hash)).toMatchObject({
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
    await rows.write([aSealedBlock({ transactions: [aTransaction({ from: sender })] }, [shared])]);
    expect((await findTransaction(rows.test.database, aTransaction().hash))?.feePayers).toEqual([
      { address: sender, amount: '12' },
      { address: contract, amount: '18' },
    ]);
  });
});
