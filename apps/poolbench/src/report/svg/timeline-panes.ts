import { axisName } from './axis.tsx';
import type { Key } from './legend.tsx';
import { drawables, linearScale, logScale } from './scale.ts';
import type { Pane, PaneLine } from './timeline-pane.tsx';

/** What PostgreSQL did at a moment. */
export interface TimelineServer {
  /** Per second. */
  readonly commits: number | null;
  /** Processors that it kept busy. */
  readonly processors: number | null;
  /** Active back-ends, by what they did. */
  readonly active: Readonly<Record<ServerPart, number>>;
}

const SERVER_PARTS = ['cpu', 'io', 'lock', 'client', 'other'] as const;
type ServerPart = (typeof SERVER_PARTS)[number];

export interface TimelinePoint {
  /** Seconds since the beginning. */
  readonly at: number;
  /** Operations per second. */
  readonly rate: number | null;
  /** Milliseconds. */
  readonly p50?: number | null;
  readonly p99: number | null;
  /** Connections lent out, and operations waiting for one. */
  readonly inUse: number | null;
  readonly waiting: number | null;
  /** The other side; without it in any point there are no planes for it. */
  readonly server?: TimelineServer | null;
}

/** The words of the planes. */
export interface TimelineWords {
  readonly time: string;
  readonly rate: string;
  /** Operations per second, shortly. */
  readonly unit: string;
  readonly p50: string;
  readonly p99: string;
  readonly response: string;
  readonly connections: string;
  readonly inUse: string;
  readonly waiting: string;
  readonly event: string;
  readonly commits: string;
  readonly perSecond: string;
  readonly active: string;
  readonly parts: Readonly<Record<ServerPart, string>>;
  readonly processors: string;
  /** Added to the name of a logarithmic axis. */
  readonly log: string;
}

/** A figure of the points: how it is called in a table, how it is drawn. */
interface Figure {
  readonly head: string;
  readonly of: (point: TimelinePoint) => number | null;
}

// A tail that grows more than this is a flat line with a peak on a linear axis.
const LOG_FROM = 20;

/** Client above, server below: the planes of a time line, those left out of which nothing is known. */
export function panesOf(points: readonly TimelinePoint[], words: TimelineWords): readonly Pane[] {
  const times = points.map(({ at }) => at);
  const line = (series: number, of: Figure['of']): PaneLine => ({ series, times, values: points.map(of) });
  const tail = [line(1, p99Of), ...(has(points, p50Of) ? [line(0, p50Of)] : [])];
  const steep = isSteep(tail.flatMap(({ values }) => values));
  const client: Pane[] = [
    { name: axisName(words.rate, words.unit), scaleOf: linearScale, lines: [line(0, ({ rate }) => rate)] },
    {
      name: axisName(tailName(points, words) + (steep ? `, ${words.log}` : ''), 'ms'),
      scaleOf: steep ? logScale : linearScale,
      lines: tail,
    },
    {
      name: words.connections,
      scaleOf: linearScale,
      lines: [line(2, ({ inUse }) => inUse), line(3, ({ waiting }) => waiting)],
    },
  ];
  const server: Pane[] = [
    {
      name: axisName(words.commits, words.perSecond),
      scaleOf: linearScale,
      lines: [line(4, ({ server: of }) => of?.commits ?? null)],
    },
    {
      name: words.active,
      scaleOf: linearScale,
      lines: SERVER_PARTS.map((part, index) => line(index, partOf(part))),
      stacked: true,
    },
    {
      name: words.processors,
      scaleOf: linearScale,
      lines: [line(5, ({ server: of }) => of?.processors ?? null)],
    },
  ];
  return [
    ...client,
    ...server.filter(({ lines }) => lines.some(({ values }) => drawables(values).length > 0)),
  ];
}

/** What the lines and areas of the planes mean. */
export function keysOf(points: readonly TimelinePoint[], words: TimelineWords): readonly Key[] {
  const line = (label: string, series: number, dash: number): Key => ({
    label,
    look: { kind: 'line', series, dash },
  });
  return [
    ...(has(points, p50Of) ? [line(words.p99, 1, 0), line(words.p50, 0, 1)] : []),
    line(words.inUse, 2, 0),
    line(words.waiting, 3, 1),
    ...(hasServer(points)
      ? SERVER_PARTS.map((part, series): Key => ({ label: words.parts[part], look: { kind: 'box', series } }))
      : []),
  ];
}

/** The columns of the table, after that of the time. */
export function figuresOf(points: readonly TimelinePoint[], words: TimelineWords): readonly Figure[] {
  return [
    { head: axisName(words.rate, words.unit), of: ({ rate }) => rate },
    ...(has(points, p50Of) ? [{ head: axisName(words.p50, 'ms'), of: p50Of }] : []),
    { head: axisName(words.p99, 'ms'), of: p99Of },
    { head: words.inUse, of: ({ inUse }) => inUse },
    { head: words.waiting, of: ({ waiting }) => waiting },
    ...(hasServer(points)
      ? [
          {
            head: axisName(words.commits, words.perSecond),
            of: ({ server }: TimelinePoint) => server?.commits ?? null,
          },
          ...SERVER_PARTS.map((part) => ({ head: words.parts[part], of: partOf(part) })),
          { head: words.processors, of: ({ server }: TimelinePoint) => server?.processors ?? null },
        ]
      : []),
  ];
}

function p50Of({ p50 = null }: TimelinePoint): number | null {
  return p50;
}

function p99Of({ p99 }: TimelinePoint): number | null {
  return p99;
}

function partOf(part: ServerPart): Figure['of'] {
  return ({ server }) => server?.active[part] ?? null;
}

function has(points: readonly TimelinePoint[], of: Figure['of']): boolean {
  return points.some((point) => of(point) !== null);
}

function hasServer(points: readonly TimelinePoint[]): boolean {
  return points.some(({ server = null }) => server !== null);
}

function tailName(points: readonly TimelinePoint[], words: TimelineWords): string {
  return has(points, p50Of) ? words.response : words.p99;
}

function isSteep(values: readonly (number | null)[]): boolean {
  const positive = drawables(values).filter((ms) => ms > 0);
  return largest(positive) > LOG_FROM * -largest(positive.map((ms) => -ms));
}

// A loop: the seconds of a soak do not fit on the stack as arguments.
function largest(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, value), -Infinity);
}
