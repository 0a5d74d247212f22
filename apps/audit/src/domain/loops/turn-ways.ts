import type { Expression, Node, Statement } from '../python/tree.ts';

/** One way through the body of a loop back to its test. */
export interface TurnWay {
  /** The statements that run and the tests that are asked, in order. */
  readonly nodes: readonly Node[];
  /** How each test came out. */
  readonly outcomes: ReadonlyMap<Expression, boolean>;
  /** It runs on behind the statements that were looked at. */
  readonly open: boolean;
}

/** Each test doubles the ways; real bodies have less than six. */
const MOST_WAYS = 64;

/**
 * All ways through a body that lead to another turn; nothing where there are too many, or where something is caught on the way. A loop
 * inside is taken as a whole.
 */
export function turnWays(body: readonly Statement[]): readonly TurnWay[] {
  return waysThrough(body, [{ nodes: [], outcomes: new Map(), open: true }]) ?? [];
}

function waysThrough(body: readonly Statement[], from: readonly TurnWay[]): readonly TurnWay[] | undefined {
  let ways = from;
  for (const statement of body) {
    const open = ways.filter((way) => way.open);
    const next = through(statement, open);
    if (next === undefined || next.length > MOST_WAYS) return undefined;
    ways = [...ways.filter((way) => !way.open), ...next];
  }
  return ways;
}

function through(statement: Statement, ways: readonly TurnWay[]): readonly TurnWay[] | undefined {
  switch (statement.kind) {
    case 'If':
      return throughIf(statement, ways);
    case 'Continue':
      return ways.map((way) => ({ ...way, open: false }));
    case 'Break':
    case 'Return':
    case 'Raise':
      return [];
    case 'Try':
    case 'With':
    case 'Match':
      return undefined;
    default:
      return ways.map((way) => ({ ...way, nodes: [...way.nodes, statement] }));
  }
}

function throughIf(
  { branches, orelse }: Extract<Statement, { kind: 'If' }>,
  ways: readonly TurnWay[],
): readonly TurnWay[] | undefined {
  const all: TurnWay[] = [];
  let rest = ways;
  for (const { test, body } of branches) {
    const taken = waysThrough(
      body,
      rest.map((way) => asked(way, test, true)),
    );
    if (taken === undefined) return undefined;
    all.push(...taken);
    rest = rest.map((way) => asked(way, test, false));
  }
  const others = waysThrough(orelse, rest);
  return others === undefined ? undefined : [...all, ...others];
}

const asked = ({ nodes, outcomes, open }: TurnWay, test: Expression, outcome: boolean): TurnWay => ({
  nodes: [...nodes, test],
  outcomes: new Map([...outcomes, [test, outcome]]),
  open,
});
