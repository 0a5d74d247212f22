import { addressToBytes, type EventLog } from '@madang/icon';
import { keepText } from '@madang/pg';
import type { InternalTransfer } from '../domain/internal-transfer.ts';
import type { TokenTransfer } from '../domain/token-transfers.ts';

type Row = readonly unknown[];

/** Where a log stands in the chain. */
export interface LogPlace {
  readonly height: number;
  readonly transactionIndex: number;
  readonly index: number;
  /** The block's, in microseconds. */
  readonly time: bigint;
}

/** The row of a log, in the order of {@link logTable}. JSON writes U+0000 and lone surrogates as escapes, which text takes. */
export function logRow({ height, transactionIndex, index, time }: LogPlace, log: EventLog): Row {
  const signature = log.indexed[0] ?? null;
  return [
    height,
    transactionIndex,
    index,
    time,
    addressToBytes(log.address),
    keepText(signature),
    JSON.stringify(log.indexed),
    JSON.stringify(log.data),
  ];
}

/** The row of a transfer that a log tells of, in the order of {@link tokenTransferTable}. */
export function tokenTransferRow(
  { height, transactionIndex, index, time }: LogPlace,
  subIndex: number,
  token: string,
  { standard, operator, from, to, value, tokenId }: TokenTransfer,
): Row {
  return [
    height,
    transactionIndex,
    index,
    subIndex,
    time,
    addressToBytes(token),
    standard,
    operator === null ? null : addressToBytes(operator),
    addressToBytes(from),
    addressToBytes(to),
    value,
    tokenId,
  ];
}

/** The row of an internal transfer, in the order of {@link internalTransferTable}. */
export function internalTransferRow(
  { height, transactionIndex, index, time }: LogPlace,
  { from, to, value }: InternalTransfer,
): Row {
  return [height, transactionIndex, index, time, addressToBytes(from), addressToBytes(to), value];
}
