import type { TransactionKind, YardSlab } from '../src/index.ts';

/** Invented chain data of the shape the API has; the same at every run. */
export interface SampleBlock {
  readonly height: number;
  readonly time: string;
  readonly fees: string;
  readonly transactions: readonly SampleTransaction[];
}

export interface SampleTransaction {
  readonly hash: string;
  readonly kind: TransactionKind;
  readonly method: string | null;
  readonly from: string;
  readonly to: string;
  readonly value: string;
  readonly steps: string;
  readonly failed: boolean;
}

export const NOW = '2026-11-24T07:02:12.482123Z';
const METHODS = ['transfer', 'setDelegation', 'claimIScore', 'addLiquidity'];
const SIZES = [18, 7, 6, 1, 6, 8, 5, 6, 8, 1, 7, 6, 6, 7];

/** The newest `count` blocks below and with `tip`, newest first. */
export function sampleBlocks(tip = 1778, count = 14): readonly SampleBlock[] {
  return Array.from({ length: count }, (_, index) => blockAt(tip - index, tip));
}

export function slabsOf(blocks: readonly SampleBlock[]): readonly YardSlab[] {
  return blocks.map(({ height, transactions }) => ({
    height,
    href: `/block/${height}`,
    tiles: transactions.map(({ hash, ...tile }) => ({ ...tile, href: `/transaction/${hash}` })),
  }));
}

function blockAt(height: number, tip: number): SampleBlock {
  const random = randomFrom(height);
  const count = SIZES[(1778 - height + 1400) % SIZES.length] ?? 6;
  const time = new Date(Date.parse(NOW) - (tip - height) * 2000 - 1000).toISOString();
  const transactions = Array.from({ length: count }, (_, index) => transactionAt(index, random));
  return { height, time, fees: `${BigInt(count) * 1_730_000_000_000_000n}`, transactions };
}

function transactionAt(index: number, random: () => number): SampleTransaction {
  const base = { hash: `0x${hex(64, random)}`, from: `hx${hex(40, random)}`, to: `cx${hex(40, random)}` };
  if (index === 0) return { ...base, kind: 'base', method: null, value: '0', steps: '0', failed: false };
  const dice = random();
  const failed = random() < 0.14;
  if (dice < 0.45) {
    const value = `${BigInt(Math.floor(random() * 1e9)) * 16_000_000_000n}`;
    return { ...base, kind: 'transfer', method: null, value, steps: '100000', failed };
  }
  if (dice < 0.52) return { ...base, kind: 'message', method: null, value: '0', steps: '142000', failed };
  if (dice < 0.54) return { ...base, kind: 'deploy', method: null, value: '0', steps: '1013420000', failed };
  const method = METHODS[Math.floor(random() * METHODS.length)] ?? 'transfer';
  const steps = `${Math.floor(120_000 + random() ** 4 * 900_000)}`;
  return { ...base, kind: 'call', method, value: '0', steps, failed };
}

function hex(length: number, random: () => number): string {
  return Array.from({ length }, () => Math.floor(random() * 16).toString(16)).join('');
}

/** Numbers from 0 to 1 that look random (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
