import type { Statement } from '../python/tree.ts';
import { blocksOf } from './blocks-of.ts';
import type { Completion } from './completion.ts';
import type { FunctionModel } from './program.ts';

/** A statement that never runs, the first of its block, and the one before it that always leaves. */
export interface DeadStatement {
  readonly fn: FunctionModel;
  readonly statement: Statement;
  readonly stop: Statement;
}

export function deadStatements(fn: FunctionModel, completion: Completion): DeadStatement[] {
  return deadIn(fn, fn.node.body, completion);
}

function deadIn(fn: FunctionModel, block: readonly Statement[], completion: Completion): DeadStatement[] {
  const at = block.findIndex((statement) => !completion.passes(statement));
  const live = at < 0 ? block : block.slice(0, at + 1);
  const inner = live.flatMap((statement) =>
    blocksOf(statement).flatMap((each) => deadIn(fn, each, completion)),
  );
  const [stop] = live.slice(-1);
  if (at < 0 || stop === undefined) return inner;
  const [first, ...more] = block.slice(at + 1).filter((statement) => !isComment(statement));
  // A lone `return` or `pass` behind a `revert` is there for the author's editor.
  const isIdle =
    first !== undefined &&
    more.length === 0 &&
    (first.kind === 'Pass' || (first.kind === 'Return' && first.value === undefined));
  return first === undefined || isIdle ? inner : [...inner, { fn, statement: first, stop }];
}

/** Text in quotes that stands alone. */
const isComment = (statement: Statement): boolean =>
  statement.kind === 'ExpressionStatement' && statement.value.kind === 'String';
