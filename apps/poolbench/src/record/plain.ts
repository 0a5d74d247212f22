/** A draft as JSON can hold it. */
export interface Plain {
  readonly value: unknown;
  /** Why a number became null, by its path. */
  readonly nulls: Readonly<Record<string, string>>;
}

/** Counts beyond 2^53 become decimal digits; NaN and infinities become null, and the reason is told. */
export function toPlain(draft: unknown): Plain {
  const nulls: Record<string, string> = {};
  const plain = (value: unknown, path: readonly (string | number)[]): unknown => {
    if (typeof value === 'bigint') return wholeNumber(value);
    if (typeof value === 'number') {
      if (Number.isFinite(value)) return finite(value);
      nulls[path.join('.')] = Number.isNaN(value) ? 'not a number' : 'infinite';
      return null;
    }
    if (Array.isArray(value)) return value.map((item: unknown, index) => plain(item, [...path, index]));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item, [...path, key])]));
  };
  return { value: plain(draft, []), nulls };
}

function finite(value: number): number | string {
  if (Number.isInteger(value)) return wholeNumber(BigInt(value));
  return value;
}

// Minus zero is written as 0, and is 0 when read again.
function wholeNumber(value: bigint): number | string {
  const exact = value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER);
  return exact ? Number(value) : String(value);
}
