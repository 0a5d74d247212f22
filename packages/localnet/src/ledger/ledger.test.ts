import { mkdtempSync, rmSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sha3 } from '@madang/icon';
import { afterEach, expect, it } from 'vitest';
import { openLedger, type BlockEntry, type Ledger } from './ledger.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function freshPath(): string {
  const folder = mkdtempSync(join(tmpdir(), 'madang-ledger-'));
  folders.push(folder);
  return join(folder, 'chain');
}

const counts = [1, 0, 3, 0, 0, 40];
const idOf = (height: number, index: number): string => sha3(`transaction ${height} ${index}`);

function entryOf(height: number): BlockEntry {
  return {
    hash: sha3(`block ${height}`),
    text: `{"height":${height},"한글":"블록"}`,
    transactions: Array.from({ length: counts[height] ?? 2 }, (_, index) => ({
      hash: idOf(height, index),
      receipt: `{"txIndex":"${index}","of":${height}}`,
    })),
    writes: new Map([
      ['tip', String(height)],
      [`only ${height}`, height % 2 === 0 ? 'even' : null],
    ]),
  };
}

function check(ledger: Ledger, blocks: number): void {
  expect(ledger.blocks).toBe(blocks);
  for (let height = 0; height < blocks; height += 1) {
    const { hash, text, transactions } = entryOf(height);
    expect(ledger.block(height)).toBe(text);
    expect(ledger.heightOf(hash)).toBe(height);
    expect(ledger.state.at('tip', height)).toBe(String(height));
    for (const [index, { hash, receipt }] of transactions.entries()) {
      expect(ledger.placeOf(hash)).toEqual({ height, index });
      expect(ledger.receipt({ height, index })).toBe(receipt);
    }
  }
  expect(ledger.placeOf(idOf(blocks, 0))).toBeUndefined();
  expect(ledger.heightOf(sha3('nothing'))).toBeUndefined();
  expect([...ledger.state.keys('only ')]).toEqual(
    Array.from({ length: blocks }, (_, height) => height)
      .filter((height) => height % 2 === 0)
      .map((height) => `only ${height}`),
  );
}

it('finds every block, result and value again, also after it was opened once more', () => {
  const path = freshPath();
  const ledger = openLedger(path);
  check(ledger, 0);
  for (let height = 0; height < 900; height += 1) ledger.append(entryOf(height));
  check(ledger, 900);
  ledger.close();
  const again = openLedger(path);
  check(again, 900);
  expect(again.transactions).toBe(ledger.transactions);
  again.append(entryOf(900));
  check(again, 901);
  again.close();
});

it('is as it was before a block that a kill cut short, and takes that block again', () => {
  const path = freshPath();
  const ledger = openLedger(path);
  for (let height = 0; height < 6; height += 1) ledger.append(entryOf(height));
  ledger.close();
  truncateSync(path, statSync(path).size - 100);
  const again = openLedger(path);
  check(again, 5);
  again.append(entryOf(5));
  check(again, 6);
  again.close();
});
