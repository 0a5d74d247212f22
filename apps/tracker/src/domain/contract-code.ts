import { sha3 } from '@madang/icon';
import type { Language } from './contract-history.ts';

const BYTES = /^0x(?:[0-9a-f]{2})*$/i;

/** The code hash of an archive as a transaction carries it, `0x` and hexadecimal; null for what is no archive. */
export function codeHashOf(content: unknown): string | null {
  if (typeof content !== 'string' || !BYTES.test(content)) return null;
  return sha3(Buffer.from(content.slice(2), 'hex'));
}

/** What a contract is written in, by the content type it is sent with; null for one that is unknown. */
export function languageOf(contentType: unknown): Language | null {
  if (contentType === 'application/zip') return 'python';
  return contentType === 'application/java' ? 'java' : null;
}
