import type { Module } from '../package/package.ts';
import type { Node, Place } from './tree.ts';

/** The edit that takes a statement out: with its line where it has that for itself, and by `pass` where it is alone in its block. */
export function deletionOf(
  { text }: Module,
  statement: Place,
  around: Node | undefined,
): { start: number; end: number; text: string } {
  const { start, end } = statement;
  if (around !== undefined && isAlone(statement, around)) return { start, end, text: 'pass' };
  const before = /[ \t]*$/.exec(text.slice(0, start))?.[0].length ?? 0;
  const after = /^[ \t]*(?:\r\n?|\n|$)/.exec(text.slice(end))?.[0].length;
  const startsLine = start - before === 0 || /[\r\n]/.test(text.charAt(start - before - 1));
  // With something else on the line, or a comment that may be of use, something must stay there.
  return startsLine && after !== undefined
    ? { start: start - before, end: end + after, text: '' }
    : { start, end, text: 'pass' };
}

/** Whether no other statement is certain to stand in the same block; of an `else` or `finally` that is left open. */
function isAlone(statement: Place, around: Node): boolean {
  const body: readonly Place[] = 'body' in around && Array.isArray(around.body) ? around.body : [];
  return body.length === 1 || !body.includes(statement);
}
