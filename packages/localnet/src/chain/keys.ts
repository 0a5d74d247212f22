import { createHash } from 'node:crypto';
import { addressFromPrivateKey } from '@madang/icon/signature';

/** A wallet whose key is known here. */
export interface Wallet {
  readonly address: string;
  /** 32 bytes. */
  readonly privateKey: Buffer;
}

/**
 * The wallet of a name on a chain: made from the seed, so that everybody who knows the seed has it. Such keys are for chains on a
 * desk, and for nothing of worth.
 */
export function walletOf(seed: string, name: string): Wallet {
  const privateKey = createHash('sha3-256').update(`madang localnet\n${seed}\n${name}`).digest();
  return { address: addressFromPrivateKey(privateKey), privateKey };
}
