import type { Completion } from '../model/completion.ts';
import type { Branch, Expression, Statement, While } from '../python/tree.ts';
import { namesIn, nodesIn, targetsOf } from './parts.ts';

/** A counter that goes round in a ring until it is back where it began, by their names. */
export interface Overtaken {
  readonly counter: string;
  readonly start: string;
}

/**
 * A loop that ends when its counter is back at `start`, and in which the counter is set back to the beginning of the ring only after
 * it was held against `start`: the beginning itself is never compared. `before` is what runs before the loop.
 */
export function overtakenIn(
  { test, body }: While,
  before: readonly Statement[],
  completion: Completion,
): Overtaken | undefined {
  const branches = body.flatMap((statement) => (statement.kind === 'If' ? statement.branches : []));
  const exits = branches.filter((branch) => !completion.completes(branch.body));
  const [exit, ...others] = exits;
  const pair = exit === undefined ? undefined : equalNames(exit.test);
  if (exit === undefined || pair === undefined || others.length > 0) return undefined;
  const [counter, start] = isCounted(body, pair[0]) ? pair : [pair[1], pair[0]];
  const reset = branches.find((branch) => branch.start > exit.start && setsBack(branch, counter));
  const changes = nodesIn(body).filter((node) => targetsOf(node).some((target) => isName(target, counter)));
  const isPlain =
    changes.length === 2 &&
    isCounted(body, counter) &&
    !nodesIn(body).some((node) => targetsOf(node).some((target) => isName(target, start))) &&
    !namesIn(test).has(counter);
  const isOneRing = before.some(
    (statement) => puts(statement, counter, start) || puts(statement, start, counter),
  );
  return reset !== undefined && isPlain && isOneRing ? { counter, start } : undefined;
}

const isName = (node: Expression, id: string): boolean => node.kind === 'Name' && node.id === id;

function equalNames(test: Expression): readonly [string, string] | undefined {
  if (test.kind !== 'Compare' || test.operators.length !== 1 || test.operators[0] !== '==') return undefined;
  const [right] = test.comparators;
  return test.left.kind === 'Name' && right?.kind === 'Name' ? [test.left.id, right.id] : undefined;
}

/** `counter += 1` once a turn. */
const isCounted = (body: readonly Statement[], counter: string): boolean =>
  body.some(
    (each) =>
      (each.kind === 'AugmentedAssign' && each.operator === '+' && isName(each.target, counter)) ||
      (each.kind === 'Assign' &&
        each.targets.some((target) => isName(target, counter)) &&
        each.value.kind === 'BinaryOperation' &&
        each.value.operator === '+' &&
        isName(each.value.left, counter)),
  );

/** `if counter >= length: counter = 0` */
const setsBack = ({ test, body }: Branch, counter: string): boolean =>
  namesIn(test).has(counter) &&
  body.some(
    (each) =>
      each.kind === 'Assign' &&
      each.value.kind === 'Number' &&
      each.targets.some((target) => isName(target, counter)),
  );

const puts = (statement: Statement, from: string, into: string): boolean =>
  statement.kind === 'Assign' &&
  isName(statement.value, from) &&
  statement.targets.some((target) => isName(target, into));
