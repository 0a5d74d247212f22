import { parseLooseAddress } from '../address.ts';
import { object, text } from '../fields.ts';
import { malformed } from '../malformed.ts';
import { transactionId } from '../transaction-id.ts';
import { recoverSigner } from './signature.ts';

/** `other signer`: signed, but not by the wallet that it says it is from. `malformed`: no signature that anybody can have made. */
export type Verdict = 'valid' | 'other signer' | 'malformed';

/**
 * Whether a transaction, as JSON of a block or as it is sent, was signed by its sender. The id is computed anew, so a change of
 * any member shows. A genesis and `base` transactions, which nobody signs, are `malformed` here.
 */
export function verifyTransaction(rawTransaction: unknown): Verdict {
  try {
    const raw = object(rawTransaction, 'transaction');
    const from = parseLooseAddress(raw['from'], 'transaction.from');
    const signer = recoverSigner(transactionId(raw), text(raw['signature'], 'transaction.signature'));
    return signer === from ? 'valid' : 'other signer';
  } catch (error) {
    if (malformed.is(error)) return 'malformed';
    throw error;
  }
}
