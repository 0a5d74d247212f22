import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  decodeLog,
  formatInteger,
  parseBlock,
  parseReceipt,
  transactionId,
  type JsonObject,
} from './index.ts';
import { verifyTransaction } from './signature/index.ts';

// Answers of mainnet nodes, and what another exporter makes of them (test/fixtures/README.md).
const fixtures = new URL('../test/fixtures/mainnet/', import.meta.url);
const blocks = answers('blocks').map((raw) => ({ raw, block: parseBlock(raw) }));
const receipts = answers('receipts').map(parseReceipt);

describe.each([
  { version: '0.1a', file: '01a', height: 10324748, transactions: 2 },
  { version: '0.3', file: '03', height: 12640760, transactions: 1 },
  { version: '0.4', file: '04', height: 14473621, transactions: 2 },
  { version: '0.5', file: '05', height: 14473622, transactions: 2 },
])('a mainnet block of version $version', ({ version, file, height, transactions }) => {
  const { block, raw } = blocks.find((candidate) => candidate.block.height === height)!;

  it('is read as the other exporter reads it, value by value', () => {
    expect(block.version).toBe(version);
    expect(table(`version_${file}_block_blocks.csv`)).toEqual([
      {
        number: String(block.height),
        hash: withoutPrefix(block.hash),
        parent_hash: withoutPrefix(block.previousHash),
        merkle_root_hash: withoutPrefix(block.merkleRoot),
        timestamp: String(block.timestamp),
        version: block.version,
        peer_id: block.producer,
        signature: raw['signature'],
        next_leader: raw['next_leader'],
      },
    ]);
  });

  it('has the transactions that the other exporter finds, value by value', () => {
    expect(block.transactions).toHaveLength(transactions);
    expect(table(`version_${file}_block_transactions.csv`).map(withData)).toEqual(
      block.transactions.map((transaction, index) => ({
        version: transaction.version,
        from_address: transaction.from ?? '',
        to_address: transaction.to ?? '',
        value: String(transaction.value ?? 0n),
        step_limit: String(transaction.stepLimit ?? ''),
        timestamp: formatInteger(transaction.timestamp!),
        nid: transaction.nid === null ? '' : String(Number(transaction.nid)),
        nonce: transaction.nonce ?? '',
        hash: transaction.hash,
        transaction_index: String(index),
        block_hash: withoutPrefix(block.hash),
        block_number: String(block.height),
        fee: '',
        signature: transaction.signature ?? '',
        data_type: transaction.dataType,
        data: transaction.data,
      })),
    );
  });

  it('has ids that can be computed and signatures of its senders', () => {
    expect(block.transactions.map((transaction) => transactionId(transaction.raw))).toEqual(
      block.transactions.map(({ hash }) => hash),
    );
    for (const { kind, raw: signed } of block.transactions) {
      expect(verifyTransaction(signed)).toBe(kind === 'base' ? 'malformed' : 'valid');
    }
  });
});

describe('mainnet receipts', () => {
  it('are read as the other exporter reads them, value by value', () => {
    const rows = lines('receipts.ndjson');
    expect(rows).toHaveLength(6);
    for (const row of rows) {
      const receipt = receiptOf(row);
      expect({
        transaction_hash: receipt.transactionHash,
        transaction_index: receipt.transactionIndex,
        block_hash: receipt.blockHash,
        block_number: receipt.blockHeight,
        cumulative_step_used: Number(receipt.cumulativeStepUsed),
        step_used: Number(receipt.stepUsed),
        step_price: Number(receipt.stepPrice),
        score_address: receipt.scoreAddress,
        status: receipt.status === 'success' ? 1 : 0,
      }).toEqual(row);
      expect(receipt.fee).toBe(receipt.stepUsed * receipt.stepPrice);
    }
  });

  it('have the logs that the other exporter finds, value by value, markup and all', () => {
    const rows = ['receipts_logs.ndjson', 'html_logs.ndjson'].flatMap(lines);
    const logs = receipts.flatMap((receipt) =>
      receipt.logs.map((log, index) => ({
        log_index: index,
        transaction_hash: receipt.transactionHash,
        transaction_index: receipt.transactionIndex,
        block_hash: receipt.blockHash,
        block_number: receipt.blockHeight,
        address: log.address,
        data: log.data.map(asExported),
        indexed: log.indexed,
      })),
    );
    expect(receipts).toHaveLength(8);
    expect(logs).toHaveLength(30);
    expect(inOrder(logs)).toEqual(inOrder(rows));
  });
});

describe('mainnet logs', () => {
  const logs = receipts.flatMap((receipt) => receipt.logs);
  const decoded = logs.map(decodeLog);

  it('are all decoded, each value of its log in its place', () => {
    expect(logs).toHaveLength(30);
    for (const [i, { indexed, data }] of logs.entries()) {
      const values = decoded[i]!.params.map(({ type, value }) =>
        type === 'int' ? formatInteger(BigInt(value!)) : value,
      );
      expect(values).toEqual([...indexed.slice(1), ...data]);
    }
  });

  it('have markup as it is, and numbers below zero', () => {
    const params = (name: string) =>
      decoded.find((log) => log?.name === name)?.params.map(({ value }) => value);
    expect(params('NetworkProposalRegistered')?.[1]).toMatch(/^<p>/);
    expect(params('ICXIssued')).toEqual(['4225200000000000', '0', '3228412683537809698', '-1']);
  });
});

describe('mainnet block 32,136,447 as an extractor keeps it', () => {
  // It keeps neither the members that were empty nor the transactions as they were sent: that ids come out right shows that
  // every value is the chain's.
  const extracted = JSON.parse(expected('community_block_32136447.json').join('\n')) as Extracted;
  const sent = extracted.transactions.map((row) =>
    withoutEmpty({
      version: row['version'],
      from: row['from_address'],
      to: row['data_type'] === 'base' ? '' : row['to_address'],
      nid: row['nid'],
      stepLimit: row['step_limit'],
      timestamp: formatInteger(Number(row['timestamp'])),
      dataType: row['data_type'],
      data: JSON.parse(String(row['data'])) as unknown,
      signature: row['signature'],
    }),
  );

  it('has the ids that can be computed, a base transaction that nobody signs and a valid signature', () => {
    expect(sent.map(transactionId)).toEqual(extracted.transactions.map(({ hash }) => hash));
    expect(sent.map(verifyTransaction)).toEqual(['malformed', 'valid']);
  });

  it('has an acceptance with its price and its log', () => {
    const [, accept] = extracted.transactions;
    const receipt = parseReceipt({
      txHash: accept!.hash,
      txIndex: formatInteger(Number(accept!['transaction_index'])),
      blockHeight: formatInteger(extracted.number),
      blockHash: extracted.hash,
      status: accept!['status'],
      to: accept!['to_address'],
      stepUsed: accept!['step_used'],
      stepPrice: accept!['step_price'],
      cumulativeStepUsed: accept!['cumulative_step_used'],
      eventLogs: accept!.logs.map(({ address, ...log }) => ({ scoreAddress: address, ...log })),
    });
    expect(receipt.fee).toBe(174_380n * 12_500_000_000n);
    const txHash = '0x5aeb7fd3fb54ebfde2484d32ff8785482aa7c80e8c7385e31ad360139a728642';
    expect(receipt.logs.map(decodeLog)).toEqual([
      { name: 'Accepted', params: [{ type: 'str', value: txHash, indexed: true }] },
    ]);
    expect(sent[1]).toMatchObject({ data: { method: 'acceptScore', params: { txHash } } });
  });
});

interface Extracted {
  readonly number: number;
  readonly hash: string;
  readonly transactions: readonly (JsonObject & {
    readonly hash: string;
    readonly logs: readonly { address: string }[];
  })[];
}

function withoutEmpty(object: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== ''));
}

function withoutPrefix(hash: string | null): string {
  return hash?.slice(2) ?? '';
}

function receiptOf(row: JsonObject) {
  return receipts.find(({ transactionHash }) => transactionHash === row['transaction_hash'])!;
}

function inOrder(rows: readonly JsonObject[]): JsonObject[] {
  const key = (row: JsonObject) => `${String(row['transaction_hash'])} ${String(row['log_index'])}`;
  return rows.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

function answers(folder: string): JsonObject[] {
  return readdirSync(new URL(folder, fixtures)).map((name) => {
    const text = readFileSync(new URL(`${folder}/${name}`, fixtures), 'utf8');
    return (JSON.parse(text) as { result: JsonObject }).result;
  });
}

function expected(name: string): string[] {
  return readFileSync(new URL(`expected/${name}`, fixtures), 'utf8')
    .trimEnd()
    .split(/\r?\n/);
}

function lines(name: string): JsonObject[] {
  return expected(name).map((line) => JSON.parse(line) as JsonObject);
}

// The other exporter drops line breaks and turns double quotes into single ones.
function asExported(text: string | null): string | null {
  return text?.replaceAll('\n', '').replaceAll('"', "'") ?? null;
}

/** The rows of a CSV file. Only the last column, `data`, may hold commas. */
function table(name: string): Record<string, string>[] {
  const [head = '', ...rows] = expected(name);
  const columns = head.split(',');
  return rows.map((row) => {
    const cells = row.split(',');
    const last = cells.slice(columns.length - 1).join();
    return Object.fromEntries(
      columns.map((column, i) => [column, i < columns.length - 1 ? (cells[i] ?? '') : last]),
    );
  });
}

/** `data`, which the other exporter writes as Python does, as JSON. */
function withData({ data = '', ...row }: Record<string, string>): JsonObject {
  return { ...row, data: JSON.parse(data.slice(1, -1).replaceAll("'", '"')) as unknown };
}
