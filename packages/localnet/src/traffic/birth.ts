import { contractAddress, formatInteger, transactionId, type JsonObject } from '@madang/icon';
import type { Step } from './step.ts';

/** Where an action's step stands among all that begins in a block; it makes its date and its nonce. */
export interface Birth {
  /** Of the block in which the action begins. */
  readonly height: number;
  /** Below `PLACES`; no two steps of a block have the same. */
  readonly place: number;
}

/** Steps that can begin in a block. */
export const PLACES = 16_384;

/** Chain by which steps are dated: times of blocks, in microseconds since 1970. */
export interface Calendar {
  readonly nid: number;
  timeOf(height: number): bigint;
}

const nonceOf = ({ height, place }: Birth): bigint => BigInt(height) * BigInt(PLACES) + BigInt(place);

/** A transaction's own time: a moment after the block before the one it is for. */
const dateOf = ({ timeOf }: Calendar, { height, place }: Birth, { delay }: Step): bigint =>
  timeOf(height + delay - 1) + BigInt(place);

/** The transaction of a step, not signed yet. */
export function transactionOf(calendar: Calendar, birth: Birth, step: Step): JsonObject {
  return {
    version: '0x3',
    from: step.from.address,
    nid: formatInteger(calendar.nid),
    nonce: formatInteger(nonceOf(birth)),
    timestamp: formatInteger(dateOf(calendar, birth, step)),
    ...step.members,
  };
}

/** Id of the transaction of a step. */
export const idOf = (calendar: Calendar, birth: Birth, step: Step): string =>
  transactionId(transactionOf(calendar, birth, step));

/** Address of the contract that a step installs. */
export const deployedBy = (calendar: Calendar, birth: Birth, step: Pick<Step, 'from' | 'delay'>): string =>
  contractAddress({
    from: step.from.address,
    timestamp: calendar.timeOf(birth.height + step.delay - 1) + BigInt(birth.place),
    nonce: nonceOf(birth),
  });
