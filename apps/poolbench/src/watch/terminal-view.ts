import { printable } from '@madang/errors';
import { sparkline } from './sparkline.ts';
import type { Point, Watched } from './watched.ts';

/** Seconds that a sparkline goes back, one character each. */
const SPARK_SECONDS = 60;

/** A run at this moment, as lines for a terminal. */
export function terminalView(watched: Watched): string[] {
  const { start, cell, cells, points, errors, finding } = watched;
  const failed = Object.entries(errors).map(([kind, count]) => `${count} ${printable(kind, 40)}`);
  const now = points.at(-1);
  return [
    `${printable(start?.plan.name ?? 'a run', 60)}: ${placeOf(watched)}, ${cells} cells measured`,
    `  ${cell === null ? 'between cells' : printable(cell.name, 100)}`,
    line('rate', points, ({ rate }) => rate, `${whole(now?.rate)} per second`),
    line('p50', points, ({ p50_s }) => p50_s, milliseconds(now?.p50_s)),
    line('p99', points, ({ p99_s }) => p99_s, milliseconds(now?.p99_s)),
    line('in use', points, ({ inUse }) => inUse, whole(now?.inUse)),
    line('waiting', points, ({ waiting }) => waiting, whole(now?.waiting)),
    line('event loop', points, ({ eventLoop }) => eventLoop, percent(now?.eventLoop)),
    `  ${failed.length === 0 ? 'no operation failed' : `failed: ${failed.join(', ')}`}`,
    ...(finding === null ? [] : [`  found last: ${printable(finding.sentence, 300)}`]),
  ];
}

/** The same in one line, for where lines cannot be written over. */
export function plainLine({ cell, points, errors, ...watched }: Watched): string {
  const now = points.at(-1);
  const failed = Object.values(errors).reduce((sum, count) => sum + count, 0);
  return [
    placeOf({ cell, points, errors, ...watched }),
    cell === null ? 'between cells' : printable(cell.name, 100),
    `${whole(now?.rate)}/s`,
    `p50 ${milliseconds(now?.p50_s)}`,
    `p99 ${milliseconds(now?.p99_s)}`,
    `${whole(now?.inUse)} in use`,
    `${whole(now?.waiting)} waiting`,
    `${failed} failed`,
  ].join('  ');
}

function placeOf({ start, cell }: Watched): string {
  if (start === null || cell === null) return 'not measuring';
  const { scenarios, rounds } = start.plan;
  const place = scenarios.indexOf(cell.scenario) + 1;
  const scenario = place === 0 ? cell.scenario : `${cell.scenario} (${place} of ${scenarios.length})`;
  return `${scenario}, round ${cell.round} of ${Math.max(rounds, cell.round)}`;
}

function line(
  name: string,
  points: readonly Point[],
  of: (point: Point) => number | null,
  now: string,
): string {
  return `  ${name.padEnd(11)}${sparkline(secondsOf(points, of))}  ${now}`;
}

/** The last minute, a value for each second: of several the last one, none where there is none. */
function secondsOf(points: readonly Point[], of: (point: Point) => number | null): (number | null)[] {
  const newest = Math.floor(points.at(-1)?.at ?? 0);
  const values = new Map(points.map((point) => [newest - Math.floor(point.at), of(point)]));
  return Array.from({ length: SPARK_SECONDS }, (_, index) => values.get(SPARK_SECONDS - 1 - index) ?? null);
}

function whole(value: number | null | undefined): string {
  return value === null || value === undefined ? '-' : value.toFixed(0);
}

function milliseconds(seconds: number | null | undefined): string {
  return seconds === null || seconds === undefined ? '-' : `${(seconds * 1000).toFixed(1)} ms`;
}

function percent(share: number | null | undefined): string {
  return share === null || share === undefined ? '-' : `${(share * 100).toFixed(0)} %`;
}
