import type { Position, Range } from 'vscode-languageserver';
import type { Stretch } from '../catalogue/finding.ts';
import type { Position as SourcePosition } from '../domain/python/lines.ts';

/** Ours counts lines from 1; both count columns from 0 in UTF-16 units. */
export const toPosition = ({ line, column }: SourcePosition): Position => ({
  line: line - 1,
  character: column,
});

export const toRange = ({ start, end }: Pick<Stretch, 'start' | 'end'>): Range => ({
  start: toPosition(start),
  end: toPosition(end),
});

const isBefore = (left: Position, right: Position): boolean =>
  left.line < right.line || (left.line === right.line && left.character < right.character);

/** Whether two ranges share a place; the end of a range counts, since a cursor stands there. */
export const touches = (left: Range, right: Range): boolean =>
  !isBefore(left.end, right.start) && !isBefore(right.end, left.start);
