import { isObject, malformed, type JsonObject } from '@madang/icon';
import { verifyTransaction } from '@madang/icon/signature';
import { notVerified } from '../node/rpc/failure.ts';
import { candidateOf, type Candidate } from './sent.ts';

/** Bytes of a transaction's data as compact JSON, at most. */
const MOST_DATA_BYTES = 512 * 1024;

/**
 * A transaction whose members have been checked, once its data is as its type wants it, and its signature is the sender's (goloop
 * service/transaction: Verify). Throws an RpcFailure, which says no more than that it is not so.
 */
export function verified(sent: JsonObject): Candidate {
  const candidate = readSent(sent);
  if (sent['version'] !== '0x3' || !hasSoundData(candidate) || verifyTransaction(sent) !== 'valid')
    throw notVerified();
  return candidate;
}

/** Reads a transaction whose members have been checked. Throws an RpcFailure for data of which no id can be made. */
export function readSent(sent: JsonObject): Candidate {
  try {
    return candidateOf(sent);
  } catch (error) {
    throw malformed.is(error) ? notVerified() : error;
  }
}

function hasSoundData({ dataType, data, dataBytes, value }: Candidate): boolean {
  if (dataBytes > MOST_DATA_BYTES) return false;
  switch (dataType) {
    case 'call':
      return isObject(data) && typeof data['method'] === 'string' && data['method'] !== '';
    case 'deploy':
      return isObject(data) && value === 0n;
    case 'deposit':
      return data !== undefined;
    case 'message':
    case null:
      return true;
  }
}
