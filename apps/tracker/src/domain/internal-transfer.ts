import { decodeLog, type EventLog } from '@madang/icon';

/** ICX that a contract sent while it ran, in loop. */
export interface InternalTransfer {
  readonly from: string;
  readonly to: string;
  readonly value: bigint;
}

const SIGNATURE = 'ICXTransfer(Address,Address,int)';

/**
 * The internal transfer that a log tells of, or null. The node writes this log in the name of the sending contract; one
 * whose sender is not its emitter was written by a contract and proves nothing (icon reference §3.1).
 */
export function internalTransfer(log: EventLog): InternalTransfer | null {
  if (log.indexed[0] !== SIGNATURE) return null;
  const [from, to, value] = decodeLog(log)?.params ?? [];
  if (from?.value !== log.address || typeof to?.value !== 'string' || typeof value?.value !== 'string')
    return null;
  return { from: log.address, to: to.value, value: BigInt(value.value) };
}
