import { formatNumber } from '@madang/web';
import { labelOf } from '../address/well-known.ts';
import type { FoundItem } from './search.schema.ts';

/** A contract as far as what is found of it says. */
export interface NamedContract {
  readonly address: string;
  readonly name: string | null;
  readonly symbol: string | null;
  /** It has moved a token. */
  readonly isToken: boolean;
}

/** Characters of a title or a detail. */
const MOST_SHOWN = 200;

export function foundBlock(height: number, hash: string): FoundItem {
  return { kind: 'block', id: String(height), title: formatNumber(height), detail: hash };
}

/** @param what it does: its method, or its kind */
export function foundTransaction(hash: string, what: string): FoundItem {
  return { kind: 'transaction', id: hash, title: hash, detail: cut(what) };
}

export function foundAddress(address: string): FoundItem {
  return { kind: 'address', id: address, title: address, detail: labelOf(address) };
}

export function foundContract({ address, name }: NamedContract): FoundItem {
  return {
    kind: 'contract',
    id: address,
    title: cut(name ?? address),
    detail: name === null ? labelOf(address) : address,
  };
}

/** A token: two may have one name, but not one address. */
export function foundToken({ address, name, symbol }: NamedContract): FoundItem {
  const named = [name, symbol === null ? null : name === null ? symbol : `(${symbol})`].filter(
    (part) => part !== null,
  );
  return named.length === 0
    ? { kind: 'token', id: address, title: address, detail: null }
    : { kind: 'token', id: address, title: named.map(cut).join(' '), detail: address };
}

/** A contract as what it is most. */
export function foundAsWhatItIs(contract: NamedContract): FoundItem {
  return contract.isToken ? foundToken(contract) : foundContract(contract);
}

function cut(text: string): string {
  return text.length <= MOST_SHOWN ? text : `${Array.from(text).slice(0, MOST_SHOWN).join('')}…`;
}
