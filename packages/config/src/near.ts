/** Names that somebody may have meant, nearest first: at most two or three slips of the finger away. */
export function near(wanted: string, known: Iterable<string>): string[] {
  const limit = wanted.length > 8 ? 3 : 2;
  return [...known]
    .map((name) => ({ name, distance: distance(wanted.toLowerCase(), name.toLowerCase()) }))
    .filter((candidate) => candidate.distance <= limit)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map((candidate) => candidate.name);
}

/** What to say behind a name that nobody knows: those that were perhaps meant, or nothing. */
export function didYouMean(wanted: string, known: Iterable<string>): string {
  const candidates = near(wanted, known);
  return candidates.length === 0 ? '' : ` (did you mean ${candidates.join(' or ')}?)`;
}

/** Edits (insert, delete, replace, swap of neighbours) between two words: optimal string alignment distance. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replace = at(last, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(
        Math.min(replace, at(last, j) + 1, at(row, j - 1) + 1, swapped ? at(before, j - 2) + 1 : Infinity),
      );
    }
    [before, last] = [last, row];
  }
  return at(last, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Infinity;
}
