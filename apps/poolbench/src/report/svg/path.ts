/** A point of a drawing; null y where the line is broken. */
export interface Point {
  readonly x: number;
  readonly y: number | null;
}

/** A coordinate as it is written: a tenth of a unit is finer than the eye. */
export function at(length: number): number {
  return Math.round(length * 10) / 10;
}

/** Path data of a line through the points, broken where there is none; a point alone becomes a dot. */
export function linePath(points: readonly Point[]): string {
  return runsOf(points)
    .map((run) => {
      const [first] = run;
      if (first === undefined) return '';
      return `M${at(first.x)} ${at(first.y)}${run.length === 1 ? 'h0' : ''}${run.slice(1).map(to).join('')}`;
    })
    .join('');
}

/** Path data of the area between the points and a floor. */
export function areaPath(points: readonly Point[], floor: number): string {
  return runsOf(points)
    .map((run) => {
      const first = run[0];
      const last = run.at(-1);
      if (first === undefined || last === undefined) return '';
      return `M${at(first.x)} ${at(floor)}${run.map(to).join('')}L${at(last.x)} ${at(floor)}z`;
    })
    .join('');
}

interface Drawn {
  readonly x: number;
  readonly y: number;
}

function to({ x, y }: Drawn): string {
  return `L${at(x)} ${at(y)}`;
}

function runsOf(points: readonly Point[]): Drawn[][] {
  const runs: Drawn[][] = [];
  let open: Drawn[] | null = null;
  for (const { x, y } of points) {
    if (y === null) {
      open = null;
      continue;
    }
    if (open === null) runs.push((open = []));
    open.push({ x, y });
  }
  return runs.map(thin);
}

/** Of the points in one column of the drawing only the first, the lowest, the highest and the last can be seen. */
function thin(run: readonly Drawn[]): Drawn[] {
  const columns = new Map<number, Drawn[]>();
  for (const point of run) {
    const column = Math.round(point.x);
    const others = columns.get(column);
    if (others === undefined) columns.set(column, [point]);
    else others.push(point);
  }
  return [...columns.values()].flatMap((points) => (points.length <= 4 ? points : outlineOf(points)));
}

function outlineOf(points: readonly Drawn[]): Drawn[] {
  const extreme = (better: (a: Drawn, b: Drawn) => boolean): Drawn | undefined =>
    points.reduce<Drawn | undefined>(
      (best, point) => (best === undefined || better(point, best) ? point : best),
      undefined,
    );
  const kept = new Set([
    points[0],
    extreme((a, b) => a.y < b.y),
    extreme((a, b) => a.y > b.y),
    points.at(-1),
  ]);
  return points.filter((point) => kept.has(point));
}
