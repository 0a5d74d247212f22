import type { Block, EventLog, Receipt, Transaction } from '@madang/icon';

/** A hash that is easy to tell from others in a failing test. */
export function aHash(n: number): string {
  return `0x${n.toString(16).padStart(64, '0')}`;
}

export function anAddress(n: number, kind: 'hx' | 'cx' = 'hx'): string {
  return `${kind}${n.toString(16).padStart(40, '0')}`;
}

/** A plain transfer, but for what is given. */
export function aTransaction(changes: Partial<Transaction> = {}): Transaction {
  return {
    hash: aHash(1),
    kind: 'transfer',
    version: '0x3',
    from: anAddress(1),
    to: anAddress(2),
    value: 10n ** 18n,
    stepLimit: 100_000n,
    timestamp: 1_700_000_000_000_000n,
    nid: '0x7',
    nonce: null,
    signature: null,
    dataType: null,
    method: null,
    data: undefined,
    raw: {},
    ...changes,
  };
}

/** The receipt of a transaction that succeeded, but for what is given. */
export function aReceipt(changes: Partial<Receipt> = {}): Receipt {
  return {
    transactionHash: aHash(1),
    transactionIndex: 0,
    blockHeight: 0,
    blockHash: aHash(1000),
    status: 'success',
    failure: null,
    to: anAddress(2),
    scoreAddress: null,
    stepUsed: 100_000n,
    stepPrice: 12_500_000_000n,
    cumulativeStepUsed: 100_000n,
    stepUsedDetails: null,
    logs: [],
    fee: 1_250_000_000_000_000n,
    ...changes,
  };
}

export function aLog(changes: Partial<EventLog> = {}): EventLog {
  return { address: anAddress(3, 'cx'), indexed: ['Something(int)', '0x1'], data: [], ...changes };
}

/** A block with these transactions, and the receipts that seal it: `receipts` are completed to fit. */
export function aSealedBlock(
  changes: Partial<Block> = {},
  receipts: readonly Partial<Receipt>[] = [],
): { block: Block; receipts: Receipt[] } {
  const height = changes.height ?? 1;
  const block: Block = {
    height,
    hash: aHash(1000 + height),
    previousHash: height === 0 ? null : aHash(999 + height),
    version: '2.0',
    timestamp: 1_700_000_000_000_000n + BigInt(height) * 2_000_000n,
    producer: anAddress(9),
    merkleRoot: null,
    transactions: [],
    ...changes,
  };
  const fitting = block.transactions.map((transaction, transactionIndex) =>
    aReceipt({
      transactionHash: transaction.hash,
      transactionIndex,
      blockHeight: block.height,
      blockHash: block.hash,
      ...receipts[transactionIndex],
    }),
  );
  return { block, receipts: fitting };
}
