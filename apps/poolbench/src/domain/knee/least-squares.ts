type Vector = readonly number[];

/**
 * The coefficients, none below zero, with which the columns come nearest to the target in the sum of squares.
 * For a handful of columns: unless the plain solution is free of negative coefficients, every choice of columns is solved,
 * and of the solutions that are free of them the nearest is exact (Lawson and Hanson 1974, chapter 23).
 */
export function nonNegativeLeastSquares(columns: readonly Vector[], target: Vector): number[] {
  const plain = leastSquares(columns, target);
  return plain.every((coefficient) => coefficient >= 0) ? plain : nearestChoice(columns, target);
}

function nearestChoice(columns: readonly Vector[], target: Vector): number[] {
  let best = columns.map(() => 0);
  let smallest = dot(target, target);
  for (let choice = 1; choice < 2 ** columns.length; choice += 1) {
    const places = [...columns.keys()].filter((place) => choice & (1 << place));
    const chosen = places.map((place) => columns[place] ?? []);
    const solved = leastSquares(chosen, target);
    const error = squaredDistance(chosen, solved, target);
    // Not a number, and so never nearest, where columns depend on each other.
    if (!(error < smallest) || solved.some((coefficient) => coefficient < 0)) continue;
    smallest = error;
    best = columns.map((_, place) => solved[places.indexOf(place)] ?? 0);
  }
  return best;
}

/** Unconstrained, by modified Gram and Schmidt: what the first column explains is taken from all others and the target. */
function leastSquares([first, ...others]: readonly Vector[], target: Vector): number[] {
  if (first === undefined) return [];
  const squares = dot(first, first);
  const share = (vector: Vector): number => dot(first, vector) / squares;
  const rest = leastSquares(
    others.map((vector) => plus(vector, -share(vector), first)),
    plus(target, -share(target), first),
  );
  return [share(target) - dot(rest, others.map(share)), ...rest];
}

function squaredDistance(columns: readonly Vector[], coefficients: Vector, target: Vector): number {
  const left = columns.reduce((sum, column, index) => plus(sum, -(coefficients[index] ?? 0), column), target);
  return dot(left, left);
}

function dot(one: Vector, other: Vector): number {
  return one.reduce((sum, value, index) => sum + value * (other[index] ?? 0), 0);
}

/** one + factor · other. */
function plus(one: Vector, factor: number, other: Vector): number[] {
  return one.map((value, index) => value + factor * (other[index] ?? 0));
}
