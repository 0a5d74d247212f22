import { didYouMean } from './near.ts';

/** One thing that is wrong with a document, as Zod tells it. */
interface Issue {
  readonly code: string;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly keys?: readonly string[];
  /** Of something that may be one of several: what is wrong with it as each of them. */
  readonly errors?: readonly (readonly Issue[])[];
}

/**
 * What is wrong with a document that somebody wrote, one sentence for each fault, with its place (`workloads.0.rows: must be …`) and, for
 * a name that nobody knows, the nearest of `namesAt` that place.
 */
export function documentFaults(
  issues: readonly Issue[],
  namesAt: (path: readonly PropertyKey[]) => readonly string[],
): string[] {
  return issues.flatMap((issue) => faultsOf(issue, [], namesAt));
}

function faultsOf(
  issue: Issue,
  above: readonly PropertyKey[],
  namesAt: (path: readonly PropertyKey[]) => readonly string[],
): string[] {
  const path = [...above, ...issue.path];
  const at = path.map(String).join('.');
  if (issue.keys !== undefined)
    return issue.keys.map(
      (key) => `${[at, key].filter(Boolean).join('.')} is not known${didYouMean(key, namesAt(path))}`,
    );
  const ways = issue.errors ?? [];
  const nearest = nearestWay(ways);
  if (nearest !== undefined) return nearest.flatMap((inner) => faultsOf(inner, path, namesAt));
  const message = ways.length === 0 ? issue.message : allMessages(ways);
  return [at === '' ? message : `${at}: ${message}`];
}

/** Of several things that it may be, the one that was most likely meant: of those that were looked into, the one with the fewest faults. */
function nearestWay(ways: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const inside = ways.filter((way) => way.some(({ path, keys }) => path.length > 0 || keys !== undefined));
  return inside.toSorted((left, right) => countOf(left) - countOf(right))[0];
}

const countOf = (way: readonly Issue[]): number =>
  way.reduce((sum, { keys }) => sum + (keys?.length ?? 1), 0);

const allMessages = (ways: readonly (readonly Issue[])[]): string =>
  [...new Set(ways.flat().map(({ message }) => message))].join(', or ');
