import { formatNumber } from './number.ts';

/** Decimals of ICX: 1 ICX = 10^18 loop. */
export const ICX_DECIMALS = 18;
// A token contract may claim any number of decimals; beyond those of a 256-bit number the claim makes no sense.
const MOST_DECIMALS = 77;

/**
 * An amount in its smallest unit as a decimal number: `formatAmount('1500000', 6)` → `1.5`. Exact: digits beyond `places`
 * are cut, never rounded up, and a cut that would leave nothing says so (`<0.000001`). Decimals outside 0…77 are not
 * believed: the amount is then shown in its smallest unit.
 */
export function formatAmount(amount: string | bigint, decimals: number, places: number = decimals): string {
  const value = BigInt(amount);
  if (!Number.isInteger(decimals) || decimals < 0 || decimals > MOST_DECIMALS) return formatNumber(value);
  const digits = (value < 0n ? -value : value).toString().padStart(decimals + 1, '0');
  const point = digits.length - decimals;
  const whole = formatNumber(digits.slice(0, point));
  const fraction = digits.slice(point, point + places).replace(/0+$/, '');
  if (value !== 0n && whole === '0' && fraction === '') return tooSmall(value < 0n, places);
  return `${value < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

/** An amount of loop in ICX: all 18 decimals, or at most `places` of them. */
export function formatIcx(loop: string | bigint, places: number = ICX_DECIMALS): string {
  return formatAmount(loop, ICX_DECIMALS, places);
}

function tooSmall(negative: boolean, places: number): string {
  const smallest = places === 0 ? '1' : `0.${'1'.padStart(places, '0')}`;
  return negative ? `>-${smallest}` : `<${smallest}`;
}
