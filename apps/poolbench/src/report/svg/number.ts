import type { Lang } from '@madang/web';

/** Stands where there is no number. */
export const NO_NUMBER = '–';

// Grouping is the same in both languages; what differs is the names of large numbers.
const SHORT = new Intl.NumberFormat('en-US', {
  maximumFractionDigits: 0,
  maximumSignificantDigits: 3,
  roundingPriority: 'morePrecision',
});
const FULL = new Intl.NumberFormat('en-US', {
  maximumFractionDigits: 0,
  maximumSignificantDigits: 4,
  roundingPriority: 'morePrecision',
});

type Units = readonly (readonly [size: number, name: string])[];

const LARGE: Readonly<Record<Lang, Units>> = {
  ko: [
    [1e12, '조'],
    [1e8, '억'],
    [1e4, '만'],
  ],
  en: [
    [1e12, 'T'],
    [1e9, 'G'],
    [1e6, 'M'],
    [1e3, 'k'],
  ],
};
const DURATIONS: Units = [
  [1e3, ' s'],
  [1, ' ms'],
  [1e-3, ' µs'],
  [1e-6, ' ns'],
];
// Nothing measured lies beyond; digits in full would not fit anywhere.
const LARGEST_IN_DIGITS = 1e15;
const SMALLEST_IN_DIGITS = 1e-6;

/** A number to be read at a glance: three digits and the language's word for its size, `12.4k` or `1.24만`. */
export function formatShort(value: number | null, lang: Lang): string {
  return value === null || !Number.isFinite(value) ? NO_NUMBER : withUnit(value, LARGE[lang], '');
}

/** Milliseconds with the unit that suits them: `86 µs`, `8.61 ms`, `1.2 s`. */
export function formatMs(ms: number | null): string {
  return ms === null || !Number.isFinite(ms) ? NO_NUMBER : withUnit(ms, DURATIONS, ' ms');
}

/** A number with its unit; milliseconds become whichever unit suits them. An empty unit is left out. */
export function formatQuantity(value: number | null, unit: string, lang: Lang): string {
  if (unit === 'ms') return formatMs(value);
  const number = formatShort(value, lang);
  return unit === '' || number === NO_NUMBER ? number : `${number} ${unit}`;
}

/** A number for a table: four digits, whole numbers in full. */
export function formatFull(value: number | null): string {
  if (value === null || !Number.isFinite(value)) return NO_NUMBER;
  return inDigits(value) ? FULL.format(value) : value.toExponential(3);
}

/** A share from 0 to 1: `59%`. */
export function formatShare(share: number): string {
  return `${Math.round(share * 100)}%`;
}

function withUnit(value: number, units: Units, bare: string): string {
  if (!inDigits(value)) return `${value.toExponential(2).replace(/\.?0+e/, 'e')}${bare}`;
  // Rounded first: 999.9 is said as the next unit's 1.
  const rounded = Number(value.toPrecision(3));
  const unit = units.find(([size]) => Math.abs(rounded) >= size);
  return unit === undefined
    ? `${SHORT.format(rounded)}${bare}`
    : `${SHORT.format(value / unit[0])}${unit[1]}`;
}

function inDigits(value: number): boolean {
  const size = Math.abs(value);
  return value === 0 || (size >= SMALLEST_IN_DIGITS && size < LARGEST_IN_DIGITS);
}
