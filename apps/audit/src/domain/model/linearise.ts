/** Result of C3: the order, and whether there is none, so that depth-first stands in for it. */
export interface Linear<C> {
  readonly order: readonly C[];
  readonly inconsistent: boolean;
}

/** No contract has so long a line of classes; a longer one is taken as a cycle is, before it fills the stack. */
const LONGEST_LINE = 500;

/**
 * The method resolution order of Python 3 (C3, "The Python 2.3 Method Resolution Order", M. Simionato). Cycles, which Python
 * cannot even express, come out as inconsistent.
 */
export function linearise<C>(cls: C, basesOf: (cls: C) => readonly C[]): Linear<C> {
  const order = merge(cls, basesOf, new Map(), new Set());
  return order === undefined
    ? { order: depthFirst(cls, basesOf), inconsistent: true }
    : { order, inconsistent: false };
}

function merge<C>(
  cls: C,
  basesOf: (cls: C) => readonly C[],
  known: Map<C, readonly C[]>,
  open: Set<C>,
): readonly C[] | undefined {
  const before = known.get(cls);
  if (before !== undefined) return before;
  if (open.has(cls) || open.size >= LONGEST_LINE) return undefined;
  open.add(cls);
  const bases = basesOf(cls);
  const lists: C[][] = [];
  for (const base of bases) {
    const order = merge(base, basesOf, known, open);
    if (order === undefined) return undefined;
    lists.push([...order]);
  }
  const [only] = lists;
  if (only !== undefined && lists.length === 1) {
    open.delete(cls);
    known.set(cls, [cls, ...only]);
    return [cls, ...only];
  }
  lists.push([...bases]);
  const result = [cls];
  for (
    let rest = lists.filter((list) => list.length > 0);
    rest.length > 0;
    rest = rest.filter((list) => list.length > 0)
  ) {
    const head = rest
      .map(([first]) => first)
      .find((first) => first !== undefined && rest.every((list) => !list.slice(1).includes(first)));
    if (head === undefined) return undefined;
    result.push(head);
    for (const list of rest) if (list[0] === head) list.shift();
  }
  open.delete(cls);
  known.set(cls, result);
  return result;
}

function depthFirst<C>(cls: C, basesOf: (cls: C) => readonly C[]): C[] {
  const seen = new Set<C>();
  const waiting = [cls];
  for (let next = waiting.pop(); next !== undefined && seen.size < LONGEST_LINE; next = waiting.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    waiting.push(...basesOf(next).toReversed());
  }
  return [...seen];
}
