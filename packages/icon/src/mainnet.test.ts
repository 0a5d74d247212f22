import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decodeLog, formatInteger, parseBlock, parseReceipt } from './index.ts';

// Answers of mainnet nodes, and what another exporter makes of them (test/fixtures/README.md).
const fixtures = new URL('../test/fixtures/mainnet/', import.meta.url);
const blocks = answers('blocks').map(parseBlock);
const receipts = answers('receipts').map(parseReceipt);

describe.each([
  { version: '0.1a', file: '01a', height: 10324748 },
  { version: '0.3', file: '03', height: 12640760 },
  { version: '0.4', file: '04', height: 14473621 },
  { version: '0.5', file: '05', height: 14473622 },
])('a mainnet block of version $version', ({ version, file, height }) => {
  const block = blocks.find((candidate) => candidate.height === height)!;

  it('is read as the other exporter reads it', () => {
    const [row] = table(`version_${file}_block_blocks.csv`);
    expect(block.version).toBe(version);
    expect(block.hash).toBe(`0x${row!['hash']}`);
    expect(block.previousHash).toBe(`0x${row!['parent_hash']}`);
    expect(block.merkleRoot).toBe(`0x${row!['merkle_root_hash']}`);
    expect(String(block.timestamp)).toBe(row!['timestamp']);
    expect(block.producer).toBe(row!['peer_id']);
  });

  it('has the transactions that the other exporter finds', () => {
    const rows = table(`version_${file}_block_transactions.csv`);
    expect(
      block.transactions.map(({ hash, from, to, value, stepLimit, timestamp, dataType }) => ({
        hash,
        from_address: from ?? '',
        to_address: to ?? '',
        value: String(value ?? 0n),
        step_limit: String(stepLimit ?? ''),
        timestamp: `0x${timestamp?.toString(16)}`,
        data_type: dataType ?? '',
      })),
    ).toEqual(rows.map((row) => expect.objectContaining(pick(row)) as unknown));
  });
});

describe('mainnet receipts', () => {
  it('are read as the other exporter reads them', () => {
    for (const row of lines('receipts.ndjson')) {
      const receipt = receipts.find(({ transactionHash }) => transactionHash === row['transaction_hash'])!;
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

  it.each(['receipts_logs.ndjson', 'html_logs.ndjson'])('have the logs of %s, markup and all', (file) => {
    for (const row of lines(file)) {
      const receipt = receipts.find(({ transactionHash }) => transactionHash === row['transaction_hash'])!;
      const log = receipt.logs[Number(row['log_index'])]!;
      expect({ address: log.address, indexed: log.indexed, data: log.data.map(asExported) }).toEqual({
        address: row['address'],
        indexed: row['indexed'],
        data: row['data'],
      });
    }
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

function answers(folder: string): unknown[] {
  return readdirSync(new URL(folder, fixtures)).map((name) => {
    const text = readFileSync(new URL(`${folder}/${name}`, fixtures), 'utf8');
    return (JSON.parse(text) as { result: unknown }).result;
  });
}

function expected(name: string): string[] {
  return readFileSync(new URL(`expected/${name}`, fixtures), 'utf8')
    .trimEnd()
    .split(/\r?\n/);
}

function lines(name: string): Record<string, unknown>[] {
  return expected(name).map((line) => JSON.parse(line) as Record<string, unknown>);
}

// The other exporter drops line breaks and turns double quotes into single ones.
function asExported(text: string | null): string | null {
  return text?.replaceAll('\n', '').replaceAll('"', "'") ?? null;
}

// Only the last column, `data`, may hold commas.
function table(name: string): Record<string, string>[] {
  const [head = '', ...rows] = expected(name);
  return rows.map((row) => {
    const cells = row.split(',');
    return Object.fromEntries(head.split(',').map((column, i) => [column, cells[i] ?? '']));
  });
}

function pick(row: Record<string, string>): Record<string, string | undefined> {
  const { hash, from_address, to_address, value, step_limit, timestamp, data_type } = row;
  return { hash, from_address, to_address, value, step_limit, timestamp, data_type };
}
