import { ADDRESS, parseInteger } from '@madang/icon';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { RECORDINGS } from '../index.ts';
import { balanceOf, supplyOf } from '../world/accounts.ts';
import { applyIssue, baseTransaction } from './issue.ts';
import { BLOCK_REWARD } from './reward.ts';
import { foundedWorld } from '../../test/scratch-world.ts';

interface Base {
  readonly data: { readonly result: Readonly<Record<string, string>> };
  readonly timestamp: string;
}

interface RecordedReceipt {
  readonly txHash: string;
  readonly eventLogs: readonly { readonly indexed: readonly string[] }[];
}

function linesOf<Line>(file: string): Line[] {
  const text = gunzipSync(readFileSync(new URL(file, RECORDINGS.chain)))
    .toString()
    .trimEnd();
  return text.split('\n').map((line) => JSON.parse(line) as Line);
}

const recorded = linesOf<{ confirmed_transaction_list: (Base & { dataType?: string })[] }>('blocks.ndjson.gz')
  .flatMap((block) => block.confirmed_transaction_list)
  .filter(({ dataType }) => dataType === 'base');

describe('the first transaction of a block', () => {
  it('is the recorded one, byte for byte, where nothing was carried over', () => {
    const plain = recorded.filter(({ data }) => data.result['coveredByOverIssuedICX'] === '0x0');
    expect(plain.length).toBeGreaterThan(100);
    const world = foundedWorld();
    for (const base of plain) {
      const json = baseTransaction({
        world,
        height: 1,
        timestamp: parseInteger(base.timestamp),
        feesBefore: parseInteger(base.data.result['coveredByFee']),
      });
      expect(JSON.stringify(json)).toBe(JSON.stringify(base));
    }
  });

  it('brings what every recorded one did', () => {
    const sums = recorded.map(({ data }) =>
      Object.values(data.result).reduce((sum, value) => sum + parseInteger(value), 0n),
    );
    expect(new Set(sums)).toEqual(new Set([BLOCK_REWARD]));
  });

  it.each([
    [0n, 0n],
    [5n, 5n],
    [BLOCK_REWARD + 5n, BLOCK_REWARD],
  ])('is covered by fees of %s by %s, and issues the rest to the treasury', (feesBefore, covered) => {
    const world = foundedWorld();
    const before = supplyOf(world);
    applyIssue({ world, height: 2, timestamp: 0n, feesBefore });
    expect(balanceOf(world, ADDRESS.treasury)).toBe(BLOCK_REWARD - covered);
    expect(supplyOf(world)).toBe(before + BLOCK_REWARD - covered);
  });
});

it('writes the logs of the recorded receipts: the issue, and in the first block of a term that it began', () => {
  const receipts = linesOf<RecordedReceipt>('receipts.ndjson.gz').filter(({ eventLogs }) =>
    eventLogs[0]?.indexed[0]?.startsWith('ICXIssued'),
  );
  const world = foundedWorld();
  // The first term of the recorded chain begins at height 101, here at 1.
  for (const [i, { eventLogs }] of receipts.slice(0, 250).entries()) {
    const logs = applyIssue({ world, height: 1 + i, timestamp: 0n, feesBefore: 0n });
    expect(logs.map(({ indexed }) => indexed)).toEqual(eventLogs.map(({ indexed }) => indexed));
  }
  expect(applyIssue({ world, height: 301, timestamp: 0n, feesBefore: 7n })).toMatchObject([
    { scoreAddress: ADDRESS.system, data: ['0x7', '0x0', `0x${(BLOCK_REWARD - 7n).toString(16)}`, '0x0'] },
    { scoreAddress: ADDRESS.system, data: ['0x3', '0x12d', '0x190'] },
  ]);
});
