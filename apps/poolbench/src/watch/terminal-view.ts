import { printable } from '@madang/errors';
import { ACTIVITIES } from '../server/activity.ts';
import { sparkline } from './sparkline.ts';
import type { Point, Watched } from './watched.ts';

/** Seconds that a line goes back, one character each. */
const SPARK_SECONDS = 60;

/** A run at this moment, as lines for a terminal: the client's side above PostgreSQL's, each character the same second in all of them. */
export function terminalView(watched: Watched): string[] {
  const { start, cells, points, errors, finding } = watched;
  const failed = Object.entries(errors).map(([kind, count]) => `${count} ${printable(kind, 40)}`);
  const now = points.at(-1);
  return [
    `${printable(start?.plan.name ?? 'a run', 60)}: ${placeOf(watched)}, ${cells} cells measured`,
    `  ${doingOf(watched)}`,
    line('rate', points, ({ rate }) => rate, `${whole(now?.rate)} per second`),
    line('p50', points, ({ p50_s }) => p50_s, milliseconds(now?.p50_s)),
    line('p99', points, ({ p99_s }) => p99_s, milliseconds(now?.p99_s)),
    line('in use', points, ({ inUse }) => inUse, whole(now?.inUse)),
    line('waiting', points, ({ waiting }) => waiting, whole(now?.waiting)),
    line('event loop', points, ({ eventLoop }) => eventLoop, percent(now?.eventLoop)),
    ...serverLines(points),
    ...markLines(watched),
    `  ${failed.length === 0 ? 'no operation failed' : `failed: ${failed.join(', ')}`}`,
    ...(finding === null ? [] : [`  found last: ${printable(finding.sentence, 300)}`]),
  ];
}

/** The same in one line, for where lines cannot be written over. */
export function plainLine(watched: Watched): string {
  const { points, errors } = watched;
  const now = points.at(-1);
  const failed = Object.values(errors).reduce((sum, count) => sum + count, 0);
  return [
    placeOf(watched),
    doingOf(watched),
    `${whole(now?.rate)}/s`,
    `p50 ${milliseconds(now?.p50_s)}`,
    `p99 ${milliseconds(now?.p99_s)}`,
    `${whole(now?.inUse)} in use`,
    `${whole(now?.waiting)} waiting`,
    ...(now?.server
      ? [`${whole(now.server.commits)} commits/s`, `${activeIn(now)?.toFixed(1) ?? '-'} active`]
      : []),
    `${failed} failed`,
  ].join('  ');
}

/** Where it is in its plan, and how long it still takes. */
function placeOf({ start, cell, progress }: Watched): string {
  const id = cell?.scenario ?? progress?.scenario;
  if (start === null || id === undefined) return 'not measuring';
  const { scenarios, rounds } = start.plan;
  const place = scenarios.indexOf(id) + 1;
  return [
    place === 0 ? id : `${id} (${place} of ${scenarios.length})`,
    ...(cell === null ? [] : [`round ${cell.round} of ${Math.max(cell.rounds ?? rounds, cell.round)}`]),
    ...(progress?.left == null ? [] : [`about ${timeText(progress.left)} left`]),
  ].join(', ');
}

function doingOf({ cell, progress }: Watched): string {
  if (cell !== null) return printable(cell.name, 100);
  return progress === null ? 'between cells' : printable(progress.doing, 140);
}

function timeText(left: number): string {
  const seconds = Math.ceil(left);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** PostgreSQL's side; no line before it is known. */
function serverLines(points: readonly Point[]): string[] {
  const known = points.findLast(({ server }) => server !== null);
  if (!known?.server) return [];
  const { commits, processors, active } = known.server;
  const parts = ACTIVITIES.filter((activity) => active[activity] > 0).map(
    (activity) => `${active[activity].toFixed(1)} ${activity}`,
  );
  const doing = parts.length === 0 ? 'no back-end' : parts.join(', ');
  return [
    line('pg commits', points, ({ server }) => server?.commits ?? null, `${whole(commits)} per second`),
    line('pg active', points, activeIn, doing),
    ...(processors === null
      ? []
      : [
          line(
            'pg cpu',
            points,
            ({ server }) => server?.processors ?? null,
            `${processors.toFixed(2)} processors`,
          ),
        ]),
  ];
}

function activeIn({ server }: Point): number | null {
  return server === null ? null : ACTIVITIES.reduce((sum, activity) => sum + server.active[activity], 0);
}

/** What was done in the last minute: a mark at its second, and the newest in words. */
function markLines({ points, marks }: Watched): string[] {
  const newest = Math.floor(points.at(-1)?.at ?? 0);
  const seconds = new Set(marks.map(({ at }) => newest - Math.floor(at)));
  const last = marks.at(-1);
  if (last === undefined || newest - Math.floor(last.at) >= SPARK_SECONDS) return [];
  const row = Array.from({ length: SPARK_SECONDS }, (_, index) =>
    seconds.has(SPARK_SECONDS - 1 - index) ? '▲' : ' ',
  );
  return [`  ${'done to it'.padEnd(NAME)}${row.join('')}  ${printable(last.sentence, 100)}`];
}

const NAME = 11;

function line(
  name: string,
  points: readonly Point[],
  of: (point: Point) => number | null,
  now: string,
): string {
  return `  ${name.padEnd(NAME)}${sparkline(secondsOf(points, of))}  ${now}`;
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
