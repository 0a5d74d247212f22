import { createHash } from 'node:crypto';
import type { Operation } from '../adapter/pool-adapter.ts';
import type { Random } from '../domain/random.ts';
import { badWorkload } from './errors.ts';
import { createParameter, type Parameter, type ParameterSpec, type Part, type Row } from './parameter.ts';
import { parametersIn } from '../sql-code.ts';
import { changesData } from './changes-data.ts';

/** What is to be run, in a form that can be written down, and sent to another thread or process. */
export interface WorkloadSpec {
  readonly name: string;
  /** What an operation may be: each is drawn as often as its share says. */
  readonly operations: readonly OperationSpec[];
  /** For parameters that are a column: one row is drawn for each operation. */
  readonly rows?: readonly Row[];
}

/** Statements that run on one connection, one after another; between `begin` and `commit` they are a transaction. */
export interface OperationSpec {
  /** Of all shares together; 1 unless given. */
  readonly share?: number;
  readonly statements: readonly StatementSpec[];
  /** Values by name that are drawn once for all statements, which name them as columns. */
  readonly draw?: Readonly<Record<string, ParameterSpec>>;
}

export interface StatementSpec {
  /** With `$1`, `$2`, …: constants in the text are not told apart from each other by `pg_stat_statements`. */
  readonly text: string;
  readonly values?: readonly ParameterSpec[];
}

export interface Workload {
  readonly name: string;
  /** Every statement that it may send, as `sent` counts them. */
  readonly statements: readonly string[];
  /** Whether any of them may change data: see the function of that name for what it cannot know. */
  readonly changesData: boolean;
  /** Whether an operation is several statements, which need a connection to themselves: a pipelined arm has none to give. */
  readonly needsOwnConnection: boolean;
  /** The statements of the next operation, in their order. */
  next(random: Random): readonly Operation[];
}

const WHOLE: Part = { index: 0, of: 1 };

/**
 * The workload of a spec. Throws POOLBENCH_BAD_WORKLOAD.
 *
 * ```ts
 * createWorkload({
 *   name: 'orders of a customer',
 *   operations: [{ statements: [{ text: 'select * from orders where customer = $1', values: [{ integer: [1, 5000] }] }] }],
 * });
 * ```
 *
 * @param part of several that run it at the same time; the only one unless given
 */
export function createWorkload(spec: WorkloadSpec, part: Part = WHOLE): Workload {
  const texts = spec.operations.flatMap(({ statements }) => statements.map(({ text }) => text));
  const makers = spec.operations.map((operation) => makerOf(operation, spec.rows ?? [], part));
  return {
    name: spec.name,
    statements: [...new Set(texts)],
    changesData: texts.some(changesData),
    needsOwnConnection: spec.operations.some(({ statements }) => statements.length > 1),
    next: drawn(
      makers,
      spec.operations.map(({ share = 1 }) => share),
    ),
  };
}

type Maker = Workload['next'];

/** One of the makers each time, as often as its share says. */
function drawn(makers: readonly Maker[], shares: readonly number[]): Maker {
  const [first] = makers;
  const total = shares.reduce((sum, share) => sum + share, 0);
  if (first === undefined || !(total > 0) || !shares.every((share) => share >= 0))
    throw badWorkload({ what: 'the list of operations', reason: `has the shares [${shares.join(', ')}]` });
  if (makers.length === 1) return first;
  return (random) => {
    let left = random.next() * total;
    const place = shares.findIndex((share) => (left -= share) < 0);
    return (makers[place] ?? first)(random);
  };
}

function makerOf({ statements, draw }: OperationSpec, rows: readonly Row[], part: Part): Maker {
  const makeRow = rowMaker(rows, draw, part);
  const known = makeRow.sample;
  const makers = statements.map((statement) => statementMaker(statement, known, part));
  const [only] = makers;
  if (only === undefined) throw badWorkload({ what: 'an operation', reason: 'has no statement' });
  if (makers.length === 1) return (random) => [only(random, makeRow.next(random))];
  return (random) => {
    const row = makeRow.next(random);
    return makers.map((make) => make(random, row));
  };
}

/** Draws the values that an operation's statements share. */
function rowMaker(
  rows: readonly Row[],
  draw: OperationSpec['draw'],
  part: Part,
): { readonly sample: readonly Row[]; next(random: Random): Row | undefined } {
  const row = (random: Random): Row | undefined =>
    rows.length === 0 ? undefined : rows[random.integer(rows.length)];
  if (draw === undefined) return { sample: rows.slice(0, 1), next: row };
  const parameters = Object.entries(draw).map(
    ([name, spec]) => [name, createParameter(spec, rows, part)] as const,
  );
  const names = Object.fromEntries(parameters.map(([name]) => [name, null]));
  return {
    sample: [{ ...rows[0], ...names }],
    next(random) {
      const from = row(random);
      return { ...from, ...Object.fromEntries(parameters.map(([name, make]) => [name, make(random, from)])) };
    },
  };
}

function statementMaker(
  { text, values = [] }: StatementSpec,
  sample: readonly Row[],
  part: Part,
): (random: Random, row: Row | undefined) => Operation {
  const count = parametersIn(text);
  if (count !== values.length)
    throw badWorkload({ what: `"${text}"`, reason: `has ${count} parameters and ${values.length} values` });
  const parameters: readonly Parameter[] = values.map((value) => createParameter(value, sample, part));
  // A name on the server stands for one text, whatever workload it comes from.
  const name = `poolbench_${createHash('sha256').update(text).digest('hex').slice(0, 16)}`;
  return (random, row) => ({ name, text, values: parameters.map((make) => make(random, row)) });
}
