/** From a value to a place along an axis, in units of the drawing. */
export interface Scale {
  readonly low: number;
  readonly high: number;
  /** Ascending, all from `low` to `high`. */
  readonly ticks: readonly number[];
  /** Values outside are held at the nearer end. */
  place(value: number): number;
}

/** Where an axis begins and ends in the drawing; a vertical one runs downwards, so its `from` is the larger. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

type Values = readonly (number | null)[];

// Far beyond all that can be measured, and far from where doubles end, so that no sum or ratio of two values overflows.
const HUGE = 1e100;
const TINY = 1e-100;
// Below this ratio of the ends there are too few of 1, 2, 5, 10, … between them to read a log axis by.
const NARROW_RATIO = 5;
const NARROW_MARGIN = 1.03;
// So many times as many hairlines as numbers tell that an axis is logarithmic without crowding it.
const UNNAMED_TICKS = 2;
const PERCENT_TICKS = [50, 90, 99, 99.9, 99.99, 99.999, 99.9999];
const MOST_NINES = 6;

/** A value as it can be drawn; null for none, and for what is no number. */
export function drawable(value: number | null | undefined): number | null {
  if (value === null || value === undefined || !Number.isFinite(value)) return null;
  return Math.abs(value) < TINY ? 0 : Math.max(-HUGE, Math.min(HUGE, value));
}

/** The values that can be drawn. */
export function drawables(values: Values): number[] {
  return values.map(drawable).filter((value) => value !== null);
}

/** From zero to a round number at or beyond the largest value. */
export function linearScale(values: Values, span: Span, mostTicks: number): Scale {
  const drawn = drawables(values);
  const low = Math.min(0, ...spread(drawn));
  const high = Math.max(0, ...spread(drawn));
  const step = roundStep((high - low || 1) / mostTicks);
  const ends = { low: Math.floor(low / step) * step, high: Math.max(1, Math.ceil(high / step)) * step };
  return linear(ends, span, multiples(step, ends));
}

/** From exactly the smallest to exactly the largest value: an axis of time. */
export function exactScale(values: Values, span: Span, mostTicks: number): Scale {
  const [first = 0, last = first] = spread(drawables(values));
  const ends =
    first === last ? { low: first, high: first + (Math.abs(first) || 1) } : { low: first, high: last };
  return linear(ends, span, multiples(roundStep((ends.high - ends.low) / mostTicks), ends));
}

/**
 * Logarithmic, ends and ticks at 1, 2, 5, 10, 20, … or, when those are too many, at powers of ten. Where all values lie close
 * together the ticks are round numbers at equal steps. Values that are not positive have no place and are held at the low end.
 */
export function logScale(values: Values, span: Span, mostTicks: number): Scale {
  const positive = drawables(values).filter((value) => value > 0);
  const [first = 1, last = first] = spread(positive);
  const narrow = last / first < NARROW_RATIO && first !== last;
  const ends = narrow ? { low: first / NARROW_MARGIN, high: last * NARROW_MARGIN } : roundEnds(first, last);
  const ticks = narrow
    ? multiples(roundStep((ends.high - ends.low) / mostTicks), ends)
    : logTicks(ends, mostTicks);
  return {
    ...ends,
    ticks,
    place: (value) =>
      between(span, Math.log(Math.max(value, ends.low) / ends.low) / Math.log(ends.high / ends.low)),
  };
}

/** Percentiles, stretched towards 100 (which has no place): each further nine takes as much room as the last. */
export function tailScale(percents: Values, span: Span): Scale {
  const high = Math.max(1, ...drawables(percents).map(nines));
  return {
    low: 0,
    high: percentOf(high),
    ticks: PERCENT_TICKS.filter((tick) => nines(tick) <= high + 1e-9),
    place: (percent) => between(span, nines(percent) / high),
  };
}

function nines(percent: number): number {
  return Math.max(0, Math.min(MOST_NINES, -Math.log10(Math.max(0, 1 - percent / 100))));
}

function percentOf(count: number): number {
  return 100 * (1 - 10 ** -count);
}

interface Ends {
  readonly low: number;
  readonly high: number;
}

function linear({ low, high }: Ends, span: Span, ticks: readonly number[]): Scale {
  return { low, high, ticks, place: (value) => between(span, (value - low) / (high - low)) };
}

function between({ from, to }: Span, share: number): number {
  return from + (to - from) * Math.max(0, Math.min(1, share));
}

/** Smallest and largest, or nothing. A loop, since a spread of a whole soak's values would not fit on the stack. */
function spread(values: readonly number[]): readonly [] | readonly [number, number] {
  const [first] = values;
  if (first === undefined) return [];
  return [
    values.reduce((least, value) => Math.min(least, value), first),
    values.reduce((most, value) => Math.max(most, value), first),
  ];
}

/** The least of 1, 2, 5, 10, … that is not below `least`. */
function roundStep(least: number): number {
  return round125(Math.ceil(index125(least) - 1e-9));
}

function multiples(step: number, { low, high }: Ends): number[] {
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  // Twelve digits: 3 × 0.1 is 0.3 again.
  return Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  );
}

function roundEnds(first: number, last: number): Ends {
  const low = Math.floor(index125(first) + 1e-9);
  const high = Math.ceil(index125(last) - 1e-9);
  return high === low
    ? { low: round125(low - 1), high: round125(high + 1) }
    : { low: round125(low), high: round125(high) };
}

function logTicks({ low, high }: Ends, most: number): number[] {
  const first = Math.round(index125(low));
  const last = Math.round(index125(high));
  const all = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  if (all.length <= most * UNNAMED_TICKS) return all.map(round125);
  const decades = all.filter((index) => index % 3 === 0);
  const every = Math.ceil(decades.length / Math.max(1, most));
  return decades.filter((index) => (index / 3) % every === 0).map(round125);
}

/** Where a positive number stands among …, 0.5, 1, 2, 5, 10, …; 1 is at 0, and between two of them the logarithm tells. */
function index125(value: number): number {
  const decade = Math.floor(Math.log10(value) + 1e-12);
  const mantissa = value / 10 ** decade;
  const place = [1, 2, 5, 10].findLastIndex((step) => mantissa >= step * (1 - 1e-12));
  const from = [1, 2, 5, 10][Math.max(0, place)] ?? 1;
  const to = [2, 5, 10, 20][Math.max(0, place)] ?? 2;
  return decade * 3 + Math.max(0, place) + Math.max(0, Math.log(mantissa / from) / Math.log(to / from));
}

// Written in decimal and read: a product of powers is not always the nearest double.
function round125(index: number): number {
  const decade = Math.floor(index / 3);
  return Number(`${[1, 2, 5][index - decade * 3] ?? 1}e${decade}`);
}
