import { parseAddress } from './address.ts';
import { absent, list, object, text, type JsonObject } from './fields.ts';
import { parseHash } from './hash.ts';
import { parseCount, parseInteger } from './integer.ts';
import { malformed } from './malformed.ts';

/** The result of a transaction. */
export interface Receipt {
  readonly transactionHash: string;
  /** Position in the block, from 0. */
  readonly transactionIndex: number;
  readonly blockHeight: number;
  readonly blockHash: string;
  readonly status: 'success' | 'failure';
  /** Why it failed, as the node says (`0x20`, `Reverted(0)`); codes of the years before 2021 mean other things. */
  readonly failure: { readonly code: string; readonly message: string } | null;
  readonly to: string | null;
  /** The contract that a successful deploy made or updated. */
  readonly scoreAddress: string | null;
  readonly stepUsed: bigint;
  /** Loop per step. */
  readonly stepPrice: bigint;
  readonly cumulativeStepUsed: bigint;
  /** Who paid how many steps, when a contract's deposit paid a part (fee sharing). */
  readonly stepUsedDetails: Readonly<Record<string, bigint>> | null;
  readonly logs: readonly EventLog[];
  /** stepUsed × stepPrice, in loop. */
  readonly fee: bigint;
}

/** An event log. Values are as the node writes them: T_INT, `0x…` bytes, addresses, text; null where the contract gave none. */
export interface EventLog {
  /** The contract that wrote it. */
  readonly address: string;
  /** The signature, `Transfer(Address,Address,int,bytes)`, then the indexed values. */
  readonly indexed: readonly (string | null)[];
  readonly data: readonly (string | null)[];
}

/** Reads the answer of `icx_getTransactionResult`; what cannot be read is ICON_MALFORMED. */
export function parseReceipt(json: unknown): Receipt {
  const raw = object(json, 'receipt');
  const transactionHash = parseHash(raw['txHash'], 'receipt.txHash');
  const path = `receipt ${transactionHash}`;
  const stepUsed = parseInteger(raw['stepUsed'], `${path}.stepUsed`);
  const stepPrice = parseInteger(raw['stepPrice'], `${path}.stepPrice`);
  return {
    transactionHash,
    transactionIndex: parseCount(raw['txIndex'], `${path}.txIndex`),
    blockHeight: parseCount(raw['blockHeight'], `${path}.blockHeight`),
    blockHash: parseHash(raw['blockHash'], `${path}.blockHash`),
    ...outcomeOf(raw, path),
    to: optionalAddress(raw['to'], `${path}.to`),
    scoreAddress: optionalAddress(raw['scoreAddress'], `${path}.scoreAddress`),
    stepUsed,
    stepPrice,
    cumulativeStepUsed: parseInteger(raw['cumulativeStepUsed'], `${path}.cumulativeStepUsed`),
    stepUsedDetails: stepDetailsOf(raw['stepUsedDetails'], `${path}.stepUsedDetails`),
    logs: list(raw['eventLogs'], `${path}.eventLogs`).map((log, i) =>
      parseLog(log, `${path}.eventLogs[${i}]`),
    ),
    fee: stepUsed * stepPrice,
  };
}

function outcomeOf(raw: JsonObject, path: string): Pick<Receipt, 'status' | 'failure'> {
  if (raw['status'] === '0x1') return { status: 'success', failure: null };
  if (raw['status'] !== '0x0') throw malformed(`${path}.status`, raw['status'], '0x0 or 0x1');
  const failure = object(raw['failure'], `${path}.failure`);
  return {
    status: 'failure',
    failure: {
      code: text(failure['code'], `${path}.failure.code`),
      message: text(failure['message'], `${path}.failure.message`),
    },
  };
}

function stepDetailsOf(value: unknown, path: string): Receipt['stepUsedDetails'] {
  if (absent(value)) return null;
  return Object.fromEntries(
    Object.entries(object(value, path)).map(([payer, steps]) => [
      parseAddress(payer, path),
      parseInteger(steps, `${path}.${payer}`),
    ]),
  );
}

function parseLog(json: unknown, path: string): EventLog {
  const raw = object(json, path);
  return {
    address: parseAddress(raw['scoreAddress'], `${path}.scoreAddress`),
    indexed: parseLogValues(raw['indexed'], `${path}.indexed`),
    data: parseLogValues(raw['data'], `${path}.data`),
  };
}

function parseLogValues(json: unknown, path: string): (string | null)[] {
  return list(json, path).map((value, i) => {
    if (typeof value === 'string' || value === null) return value;
    throw malformed(`${path}[${i}]`, value, 'a string or null');
  });
}

function optionalAddress(value: unknown, path: string): string | null {
  return absent(value) ? null : parseAddress(value, path);
}
