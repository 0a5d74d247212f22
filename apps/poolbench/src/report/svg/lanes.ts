import { widthOf } from './text-fit.ts';

const GAP = 8;
const FROM_LINE = 4;
const LANES = [0, 1, 2, 3, 4];
const LARGEST_SHARE = 0.6;

/** A name for a place on the horizontal axis. */
export interface Flag {
  /** In units of the drawing. */
  readonly x: number;
  readonly label: string;
}

/** A flag with the place of its text. */
export interface PlacedFlag extends Flag {
  /** Counted upwards from the plot; null where no lane had room, so that only the line is drawn. */
  readonly lane: number | null;
  readonly anchor: 'start' | 'end';
  /** Left and right end of the text. */
  readonly from: number;
  readonly to: number;
}

/** Hangs flags on their lines above a plot, in as few lanes as keep every text clear of every other text and line. */
export function placeFlags(flags: readonly Flag[], width: number): PlacedFlag[] {
  const boxes = flags.map((flag) => boxOf(flag, width));
  // Texts right of their lines from the right, texts left of theirs from the left: each line passes the texts before it.
  const starting = boxes.filter(({ anchor }) => anchor === 'start').sort((a, b) => b.x - a.x);
  const ending = boxes.filter(({ anchor }) => anchor === 'end').sort((a, b) => a.x - b.x);
  const startingFirst = hang([...starting, ...ending]);
  const endingFirst = hang([...ending, ...starting]);
  return namedOf(endingFirst) > namedOf(startingFirst) ? endingFirst : startingFirst;
}

function hang(boxes: readonly Box[]): PlacedFlag[] {
  const hanging: PlacedFlag[] = [];
  return boxes.map((box) => {
    const free = LANES.map((lane) => ({ ...box, lane })).find((flag) =>
      hanging.every((other) => clear(flag, other)),
    );
    if (free === undefined) return { ...box, lane: null };
    hanging.push(free);
    return free;
  });
}

function namedOf(flags: readonly PlacedFlag[]): number {
  return flags.filter(({ lane }) => lane !== null).length;
}

/** How many lanes the flags take. */
export function lanesOf(flags: readonly PlacedFlag[]): number {
  return Math.max(0, ...flags.map(({ lane }) => (lane === null ? 0 : lane + 1)));
}

type Box = Omit<PlacedFlag, 'lane'>;

function boxOf(flag: Flag, width: number): Box {
  const wanted = Math.min(widthOf(flag.label), width * LARGEST_SHARE);
  const right = width - flag.x - FROM_LINE;
  const left = flag.x - FROM_LINE;
  if (wanted <= right || right >= left) {
    const from = flag.x + FROM_LINE;
    return { ...flag, anchor: 'start', from, to: from + Math.min(wanted, right) };
  }
  const to = flag.x - FROM_LINE;
  return { ...flag, anchor: 'end', from: to - Math.min(wanted, left), to };
}

function clear(flag: PlacedFlag, other: PlacedFlag): boolean {
  if (flag.lane === null || other.lane === null) return true;
  if (flag.lane === other.lane) return flag.from > other.to + GAP || other.from > flag.to + GAP;
  const [upper, lower] = flag.lane > other.lane ? [flag, other] : [other, flag];
  return upper.x < lower.from || upper.x > lower.to;
}
