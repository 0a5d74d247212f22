import { malformed } from './malformed.ts';

/** Addresses with a meaning of their own. */
export const ADDRESS = {
  /** The system contract: staking, P-Reps, network settings. */
  system: 'cx0000000000000000000000000000000000000000',
  governance: 'cx0000000000000000000000000000000000000001',
  /** Collects fees. */
  treasury: 'hx1000000000000000000000000000000000000000',
  /** By convention the source of minted and the sink of burnt tokens. */
  zero: 'hx0000000000000000000000000000000000000000',
} as const;

const ADDRESS_FORM = /^[hc]x[0-9a-f]{40}$/;
const LOOSE_FORM = /^(hx|cx|0x)?([0-9a-f]{1,40})$/i;

/** Whether a text is an address: `hx` (wallet) or `cx` (contract) and 40 lower-case hexadecimal digits. */
export function isAddress(text: string): boolean {
  return ADDRESS_FORM.test(text);
}

/** Whether an address is a contract's. */
export function isContract(address: string): boolean {
  return address.startsWith('cx');
}

/** The value as an address, or ICON_MALFORMED. */
export function parseAddress(value: unknown, path = 'the address'): string {
  if (typeof value === 'string' && ADDRESS_FORM.test(value)) return value;
  throw malformed(path, value, 'an address (hx or cx and 40 hexadecimal digits)');
}

/**
 * An address of a transaction, in its usual form. Old transactions were accepted with capitals, without prefix or
 * without leading zeros, and the node echoes them so; it reads them as this function does. Else ICON_MALFORMED.
 */
export function parseLooseAddress(value: unknown, path = 'the address'): string {
  if (typeof value === 'string' && ADDRESS_FORM.test(value)) return value;
  const parts = typeof value === 'string' ? LOOSE_FORM.exec(value) : null;
  if (parts === null) return parseAddress(value, path);
  const prefix = parts[1]?.toLowerCase() === 'cx' ? 'cx' : 'hx';
  return prefix + (parts[2] ?? '').toLowerCase().padStart(40, '0');
}

/** The 21 bytes of an address: 0 for a wallet or 1 for a contract, then 20 bytes. */
export function addressToBytes(address: string): Buffer {
  return Buffer.from((isContract(address) ? '01' : '00') + parseAddress(address).slice(2), 'hex');
}

/** The address that 21 bytes stand for; anything else is ICON_MALFORMED. */
export function addressFromBytes(bytes: Uint8Array): string {
  const kind = bytes[0];
  if (bytes.length !== 21 || (kind !== 0 && kind !== 1)) {
    throw malformed('the address', Buffer.from(bytes).toString('hex'), '21 bytes, the first 00 or 01');
  }
  return (kind === 1 ? 'cx' : 'hx') + Buffer.from(bytes).toString('hex', 1);
}
