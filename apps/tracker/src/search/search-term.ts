/** What a text may name, as far as its form tells. */
export interface SearchTerm {
  readonly height: number | null;
  /** As the chain writes it. */
  readonly hash: string | null;
  /** Every address that begins so lies from the first to the last of these; they are the same for a whole address. */
  readonly addresses: { readonly first: string; readonly last: string } | null;
  /** Text to look for in names; null for what is a hash or an address, or the beginning of one. */
  readonly name: string | null;
}

// Groups of three digits, all apart by the same sign, as one or another country writes them.
const GROUPED = /^\d{1,3}([,.'’_ \u00a0\u2009\u202f])\d{3}(\1\d{3})*$/;
const DIGITS = /^\d{1,15}$/;
const HASH = /^(?:0x)?([0-9a-f]{64})$/;
/** So many digits name few enough addresses. */
const ADDRESS = /^([hc]x)([0-9a-f]{6,40})$/;
const ADDRESS_DIGITS = 40;

/** Reads what somebody looks for: a height, a hash with or without `0x`, an address or its beginning, else a name. */
export function readTerm(text: string): SearchTerm {
  const term = text.trim();
  const lower = term.toLowerCase();
  const hash = HASH.exec(lower)?.[1];
  const address = ADDRESS.exec(lower);
  return {
    height: heightOf(term),
    hash: hash === undefined ? null : `0x${hash}`,
    addresses: address === null ? null : rangeOf(address[1] ?? '', address[2] ?? ''),
    name: hash === undefined && address === null ? term : null,
  };
}

function heightOf(term: string): number | null {
  const digits = GROUPED.test(term) ? term.replace(/\D/g, '') : term;
  return DIGITS.test(digits) ? Number(digits) : null;
}

function rangeOf(prefix: string, digits: string): SearchTerm['addresses'] {
  return {
    first: prefix + digits.padEnd(ADDRESS_DIGITS, '0'),
    last: prefix + digits.padEnd(ADDRESS_DIGITS, 'f'),
  };
}
