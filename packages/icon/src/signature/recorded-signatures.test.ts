import { RECORDINGS } from '@madang/localnet';
import { expect, it } from 'vitest';
import { readRecorded } from '../../test/recorded.ts';
import { verifyTransaction } from './index.ts';

// Each costs two milliseconds, which makes this the slowest file of the package; it runs beside the others.
it.each([
  { name: 'chain', folder: RECORDINGS.chain, signed: 6811 },
  { name: 'audit-chain', folder: RECORDINGS.auditChain, signed: 22 },
])(
  "every signature of the recorded $name is its sender's",
  { timeout: 120_000 },
  async ({ folder, signed }) => {
    const { blocks } = await readRecorded(folder);
    const transactions = blocks
      .flatMap((block) => block.transactions)
      .filter(({ signature }) => signature !== null);
    expect(transactions).toHaveLength(signed);
    expect(transactions.filter(({ raw }) => verifyTransaction(raw) !== 'valid')).toEqual([]);
  },
);
