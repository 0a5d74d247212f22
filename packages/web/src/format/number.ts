let plain: Intl.NumberFormat | undefined;

/**
 * Korean and English group digits alike, so numbers need no language. Made when the first long number comes: what a formatter has to
 * load takes a command 30 ms.
 */
const formatter = (): Intl.NumberFormat =>
  (plain ??= new Intl.NumberFormat('en-US', { maximumFractionDigits: 3 }));

const BYTE_UNITS = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'] as const;

/** A number with grouped digits, `1,234,567`; at most three decimals. A string holds a whole number of any length. */
export function formatNumber(value: number | bigint | string): string {
  // Most numbers of a list have nothing to group, and a formatter costs 20 times what this does.
  if (typeof value === 'number' && Number.isInteger(value) && Math.abs(value) < 1000) return String(value);
  return formatter().format(typeof value === 'string' ? BigInt(value) : value);
}

/** A share from 0 to 1 as percent: `0.1234` → `12.3%`. */
export function formatPercent(share: number, decimals = 1): string {
  return `${(share * 100).toFixed(decimals)}%`;
}

/** A size in bytes with a decimal unit: `1536` → `1.5 kB`. */
export function formatBytes(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (Math.abs(value) >= 999.5 && unit < BYTE_UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${value.toFixed(unit === 0 || Math.abs(value) >= 99.95 ? 0 : 1)} ${BYTE_UNITS[unit] ?? ''}`;
}
