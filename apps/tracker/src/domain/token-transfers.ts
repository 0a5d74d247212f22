import { decodeLog, decodeTransferBatch, type EventLog, type EventParameter } from '@madang/icon';
import type { TokenStandard } from './token-standard.ts';

/** A movement of a token, as a log tells it. Amounts are in the token's smallest unit, a token of IRC3 is one unit. */
export interface TokenTransfer {
  readonly standard: TokenStandard;
  readonly operator: string | null;
  readonly from: string;
  readonly to: string;
  readonly value: bigint;
  readonly tokenId: bigint | null;
}

/** The signatures that tell of a transfer (icon reference §3.1). The one without a standard needs the contract's API. */
export const TRANSFER_SIGNATURES: ReadonlyMap<string, TokenStandard | null> = new Map([
  ['Transfer(Address,Address,int,bytes)', 'irc2'],
  ['Transfer(Address,Address,int)', null],
  ['TransferSingle(Address,Address,Address,int,int)', 'irc31'],
  ['TransferBatch(Address,Address,Address,bytes,bytes)', 'irc31'],
]);

/** Whether a log claims to be a token's transfer, by its signature alone. */
export function claimsTransfer({ indexed: [signature] }: EventLog): boolean {
  return typeof signature === 'string' && TRANSFER_SIGNATURES.has(signature);
}

/**
 * The transfers that a log tells of; none when it is no transfer or its values cannot be read (null, base64, beyond
 * {@link MAX_BITS}). Anybody may write any log: what follows from them is what the contract says, not what it is.
 *
 * @param plain which standard the contract's `Transfer(Address,Address,int)` belongs to
 */
export function tokenTransfers(log: EventLog, plain: TokenStandard): readonly TokenTransfer[] {
  if (!claimsTransfer(log)) return [];
  if (log.indexed[0] === 'TransferBatch(Address,Address,Address,bytes,bytes)') return batch(log);
  const values = valuesOf(log);
  if (values === null) return [];
  const standard = TRANSFER_SIGNATURES.get(log.indexed[0] ?? '') ?? plain;
  const transfer = standard === 'irc31' ? single(values) : simple(values, standard);
  return transfer === null ? [] : [transfer];
}

function simple([from, to, amount]: Values, standard: TokenStandard): TokenTransfer | null {
  const value = integer(amount);
  if (!isText(from) || !isText(to) || value === null) return null;
  const moved = standard === 'irc3' ? { value: 1n, tokenId: value } : { value, tokenId: null };
  return { standard, operator: null, from, to, ...moved };
}

function single([operator, from, to, id, amount]: Values): TokenTransfer | null {
  const tokenId = integer(id);
  const value = integer(amount);
  if (!isText(operator) || !isText(from) || !isText(to) || tokenId === null || value === null) return null;
  return { standard: 'irc31', operator, from, to, value, tokenId };
}

function batch(log: EventLog): TokenTransfer[] {
  const decoded = decodeTransferBatch(log);
  if (decoded === null) return [];
  const { operator, from, to, items } = decoded;
  if (!items.every(({ id, value }) => fits(id) && fits(value))) return [];
  return items.map(({ id, value }) => ({
    standard: 'irc31',
    operator,
    from,
    to,
    value,
    tokenId: id,
  }));
}

type Values = readonly EventParameter['value'][];

function valuesOf(log: EventLog): Values | null {
  return decodeLog(log)?.params.map(({ value }) => value) ?? null;
}

function isText(value: EventParameter['value'] | undefined): value is string {
  return typeof value === 'string';
}

function integer(value: EventParameter['value'] | undefined): bigint | null {
  if (typeof value !== 'string') return null;
  const number = BigInt(value);
  return fits(number) ? number : null;
}

/** Integers of the standards have 256 bits; far longer ones are no amounts, and an index could not hold them. */
const MAX_BITS = 512n;
const BOUND = 1n << MAX_BITS;

function fits(value: bigint): boolean {
  return value < BOUND && value > -BOUND;
}
