export { addressFromPrivateKey, addressFromPublicKey } from './key.ts';
export { recoverSigner, sign } from './signature.ts';
export { verifyTransaction } from './verify.ts';
export type { Verdict } from './verify.ts';
