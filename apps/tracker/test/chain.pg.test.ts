import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Block } from '../src/block/block.schema.ts';
import type { Log } from '../src/log/log.schema.ts';
import type { TokenTransfer } from '../src/transfer/transfer.schema.ts';
import type { Transaction, TransactionDetail } from '../src/transaction/transaction.schema.ts';
import { readRecorded } from './recording.ts';
import { runTracker, type RunningTracker } from './running.ts';

// Block 1951 is in the recording, but nothing seals it.
const LAST_SEALED = 1950;
const GENESIS_ID = '0x01b378ee9efb37f49305c9d0acf339dca65f8ddfa45d69d97c6ec8540e3110bd';

const recorded = readRecorded();
let tracker: RunningTracker;

beforeAll(async () => {
  tracker = await runTracker();
  await tracker.until(LAST_SEALED);
});

afterAll(() => tracker.stop());

async function wholeList<T>(path: string): Promise<T[]> {
  const text = await (
    await tracker.ask(`/api/tracker/v1${path}${path.includes('?') ? '&' : '?'}format=jsonl`)
  ).text();
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}

interface RecordedLog {
  readonly scoreAddress: string;
  readonly indexed: (string | null)[];
  readonly data: (string | null)[];
}

/** Everybody who takes part in these blocks, read from what was recorded without any of our parsers. */
function partiesOf(blocks: readonly Record<string, unknown>[]): Set<unknown> {
  const transactions = blocks.flatMap(
    (block) => block['confirmed_transaction_list'] as Record<string, unknown>[],
  );
  const logs = transactions.flatMap(
    ({ txHash }) => (recorded.receipts.get(txHash as string)?.['eventLogs'] ?? []) as RecordedLog[],
  );
  const parties = new Set<unknown>([
    ...transactions.flatMap(({ from, to }) => [from, to]),
    ...((transactions[0]!['accounts'] ?? []) as { address: string }[]).map(({ address }) => address),
    ...transactions.map(({ txHash }) => recorded.receipts.get(txHash as string)?.['scoreAddress']),
    ...logs.map(({ scoreAddress }) => scoreAddress),
    ...logs.flatMap(({ indexed: [signature, ...values] }) => {
      if (signature?.startsWith('Transfer(') === true) return values.slice(0, 2);
      if (signature?.startsWith('TransferSingle(') === true) return values.slice(1, 3);
      return signature?.startsWith('ICXTransfer(') === true ? values.slice(0, 2) : [];
    }),
  ]);
  parties.delete(undefined);
  return parties;
}

function isTransfer({ indexed: [signature] }: RecordedLog): boolean {
  return signature?.startsWith('Transfer(') === true;
}

function integer(value: unknown): bigint {
  return BigInt(value as string);
}

describe('the recorded chain in the explorer', () => {
  it('is counted to the last unit', async () => {
    expect(await tracker.json('/api/tracker/v1/stats')).toEqual({
      height: LAST_SEALED,
      blocks: 1951,
      transactions: 8662,
      failedTransactions: 955,
      logs: 6623,
      // Transfer with and without data, and TransferSingle; the recording has no TransferBatch.
      tokenTransfers: 2131 + 402 + 121,
      internalTransfers: 262,
      addresses: partiesOf(recorded.blocks.slice(0, LAST_SEALED + 1)).size,
      contracts: 11,
      tokens: 6,
    });
  });

  it('says how far it is and which chain it shows', async () => {
    expect(await tracker.json('/api/tracker/v1/status')).toMatchObject({
      network: { nid: '0x7', genesisHash: `0x${recorded.blocks[0]!['block_hash'] as string}` },
      indexedHeight: LAST_SEALED,
      nodeHeight: LAST_SEALED + 1,
      lagBlocks: 0,
      state: 'live',
      waitingFor: 'tip',
    });
  });

  it('has every block as the node gave it', async () => {
    const blocks = await wholeList<Block>('/blocks');
    expect(blocks.map(({ height }) => height)).toEqual(
      Array.from({ length: LAST_SEALED + 1 }, (_, i) => LAST_SEALED - i),
    );
    for (const block of blocks) {
      const raw = recorded.blocks[block.height]!;
      const transactions = raw['confirmed_transaction_list'] as Record<string, unknown>[];
      const receipts = transactions
        .map(({ txHash }) => recorded.receipts.get(txHash as string))
        .filter((receipt) => receipt !== undefined);
      expect(block).toMatchObject({
        hash: `0x${raw['block_hash'] as string}`,
        previousHash: block.height === 0 ? null : `0x${raw['prev_block_hash'] as string}`,
        version: raw['version'],
        producer: raw['peer_id'] === '' ? null : raw['peer_id'],
        merkleRoot:
          raw['merkle_tree_root_hash'] === '' ? null : `0x${raw['merkle_tree_root_hash'] as string}`,
        transactionCount: transactions.length,
        failedTransactionCount: receipts.filter(({ status }) => status === '0x0').length,
        logCount: receipts.reduce((sum, { eventLogs }) => sum + (eventLogs as unknown[]).length, 0),
        fees: receipts
          .reduce((sum, { stepUsed, stepPrice }) => sum + integer(stepUsed) * integer(stepPrice), 0n)
          .toString(),
      });
      expect(microseconds(block.timestamp)).toBe(BigInt(raw['time_stamp'] as number));
    }
  });

  it('has every transaction and its result as the node gave them, in the order of the chain', async () => {
    const transactions = await wholeList<Transaction>('/transactions');
    expect(transactions).toHaveLength(8662);
    const expected = recorded.blocks.slice(0, LAST_SEALED + 1).flatMap((block) =>
      (block['confirmed_transaction_list'] as Record<string, unknown>[]).map((transaction, index) => ({
        height: block['height'],
        index,
        transaction,
      })),
    );
    for (const [i, { height, index, transaction }] of expected.toReversed().entries()) {
      const shown = transactions[i]!;
      expect({ height: shown.height, index: shown.index, hash: shown.hash }).toEqual({
        height,
        index,
        hash: transaction['txHash'] ?? GENESIS_ID,
      });
      if (transaction['txHash'] === undefined) continue;
      const receipt = recorded.receipts.get(shown.hash)!;
      expect(shown).toMatchObject({
        kind: transaction['dataType'] ?? 'transfer',
        method:
          transaction['dataType'] === 'call'
            ? (transaction['data'] as Record<string, unknown>)['method']
            : null,
        from: transaction['from'] ?? null,
        to: transaction['to'] ?? null,
        value: transaction['value'] === undefined ? null : integer(transaction['value']).toString(),
        status: receipt['status'] === '0x1' ? 'success' : 'failure',
        failure: receipt['failure'] ?? null,
        fee: (integer(receipt['stepUsed']) * integer(receipt['stepPrice'])).toString(),
      });
    }
  });

  it('has the kinds and the failures that the recording counts', async () => {
    const transactions = await wholeList<Transaction>('/transactions');
    const byKind = countBy(transactions.filter(({ kind }) => kind !== 'genesis').map(({ kind }) => kind));
    // The recording counts block 1951, too, which holds one base transaction.
    const { base = 0, ...others } = recorded.state['byDataType'] as Record<string, number>;
    expect(byKind).toEqual({ ...others, base: base - 1 });
    const failures = countBy(
      transactions.flatMap(({ failure }) => (failure === null ? [] : [`${failure.code} ${failure.message}`])),
    );
    expect(failures).toEqual(recorded.state['failures']);
  });

  it('has every log as the node gave it, in the order of the chain', async () => {
    const logs = await wholeList<Log>('/logs');
    const expected = recorded.blocks.slice(1, LAST_SEALED + 1).flatMap((block) =>
      (block['confirmed_transaction_list'] as { txHash: string }[]).flatMap(({ txHash }, transactionIndex) =>
        (recorded.receipts.get(txHash)!['eventLogs'] as RecordedLog[]).map((log, index) => ({
          height: block['height'],
          transactionHash: txHash,
          transactionIndex,
          index,
          address: log.scoreAddress,
          signature: log.indexed[0] ?? null,
          indexed: log.indexed,
          data: log.data,
        })),
      ),
    );
    expect(logs.toReversed()).toMatchObject(expected);
    // The recording counts block 1951, too, whose base transaction logs an issue.
    const byEvent = recorded.state['byEvent'] as Record<string, number>;
    const issues = 'ICXIssued(int,int,int,int)';
    expect(countBy(logs.map(({ signature }) => signature ?? ''))).toEqual({
      ...byEvent,
      [issues]: byEvent[issues]! - 1,
    });
    expect(logs.every(({ params }) => params !== null)).toBe(true);
  });

  it('gives the logs and transfers of one transaction in its own order', async () => {
    const receipt = [...recorded.receipts.values()].find(
      ({ eventLogs }) => (eventLogs as RecordedLog[]).filter(isTransfer).length > 1,
    )!;
    const path = `/transactions/${receipt['txHash'] as string}`;
    const raw = receipt['eventLogs'] as RecordedLog[];
    const logs = await wholeList<Log>(`${path}/logs`);
    expect(logs.map(({ indexed }) => indexed)).toEqual(raw.map(({ indexed }) => indexed));
    const transfers = await wholeList<TokenTransfer>(`${path}/token-transfers`);
    expect(transfers.map(({ logIndex, token, from, to }) => [logIndex, token, from, to])).toEqual(
      raw.flatMap((log, index) =>
        isTransfer(log) ? [[index, log.scoreAddress, log.indexed[1], log.indexed[2]]] : [],
      ),
    );
    const shown = (await tracker.json(`/api/tracker/v1${path}`)) as TransactionDetail;
    expect(shown).toMatchObject({ logCount: raw.length, tokenTransferCount: transfers.length });
  });

  it('gives the data of a transaction back without loss', async () => {
    const samples = recorded.blocks
      .slice(1, LAST_SEALED + 1)
      .flatMap((block) => block['confirmed_transaction_list'] as Record<string, unknown>[])
      .filter((transaction, index) =>
        transaction['dataType'] === 'message' ? index % 7 === 0 : index % 61 === 0,
      );
    expect(samples.length).toBeGreaterThan(150);
    for (const sample of samples) {
      const shown = (await tracker.json(
        `/api/tracker/v1/transactions/${sample['txHash'] as string}`,
      )) as TransactionDetail;
      const receipt = recorded.receipts.get(shown.hash)!;
      expect(shown.data).toEqual(sample['data'] ?? null);
      expect(shown).toMatchObject({
        signature: sample['signature'] ?? null,
        nonce: sample['nonce'] ?? null,
        stepUsed: integer(receipt['stepUsed']).toString(),
        stepLimit: sample['stepLimit'] === undefined ? null : integer(sample['stepLimit']).toString(),
        scoreAddress: receipt['scoreAddress'] ?? null,
        logCount: (receipt['eventLogs'] as unknown[]).length,
      });
      expect(microseconds(shown.sentAt!)).toBe(integer(sample['timestamp']));
    }
  });

  it('names who paid when a contract shared the fee', async () => {
    const shared = [...recorded.receipts.values()].filter(
      (receipt) => receipt['stepUsedDetails'] !== undefined,
    );
    expect(shared.length).toBeGreaterThan(0);
    for (const receipt of shared) {
      const { feePayers, fee } = (await tracker.json(
        `/api/tracker/v1/transactions/${receipt['txHash'] as string}`,
      )) as TransactionDetail;
      const details = receipt['stepUsedDetails'] as Record<string, string>;
      expect(feePayers).toEqual(
        Object.entries(details).map(([address, steps]) => ({
          address,
          amount: (integer(steps) * integer(receipt['stepPrice'])).toString(),
        })),
      );
      expect(feePayers.reduce((sum, { amount }) => sum + BigInt(amount), 0n).toString()).toBe(fee);
    }
  });

  it('finds a block by height and by hash, and its transactions in block order', async () => {
    const raw = recorded.blocks.find(
      (block) => (block['confirmed_transaction_list'] as unknown[]).length > 30,
    )!;
    const height = raw['height'] as number;
    const byHeight = await tracker.json(`/api/tracker/v1/blocks/${height}`);
    expect(await tracker.json(`/api/tracker/v1/blocks/0x${raw['block_hash'] as string}`)).toEqual(byHeight);
    const list = await wholeList<Transaction>(`/blocks/${height}/transactions`);
    expect(list.map(({ hash }) => hash)).toEqual(
      (raw['confirmed_transaction_list'] as { txHash: string }[]).map(({ txHash }) => txHash),
    );
  });

  it.each([
    ['kind=message', (t: Transaction) => t.kind === 'message'],
    ['status=failure', (t: Transaction) => t.status === 'failure'],
    ['method=transfer', (t: Transaction) => t.method === 'transfer'],
    [
      'from=hx7220dc89c5c2c7bb9ef0f62bb873b433ed1aa97b',
      (t: Transaction) => t.from === 'hx7220dc89c5c2c7bb9ef0f62bb873b433ed1aa97b',
    ],
    [
      'to=cx0e52c284bf87d1c7552861cdad07fb7298aa67de&status=failure',
      (t: Transaction) => t.to === 'cx0e52c284bf87d1c7552861cdad07fb7298aa67de' && t.status === 'failure',
    ],
  ])('filters transactions by %s', async (filter, fits) => {
    const all = await wholeList<Transaction>('/transactions');
    const some = await wholeList<Transaction>(`/transactions?${filter}`);
    expect(some.length).toBeGreaterThan(0);
    expect(some).toEqual(all.filter(fits));
  });
});

function countBy(keys: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}

function microseconds(time: string): bigint {
  return BigInt(Date.parse(time)) * 1000n + BigInt(time.slice(-4, -1));
}
