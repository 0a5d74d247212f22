import { structuredPatch } from 'diff';
import type { Edit } from '../catalogue/finding.ts';
import type { Module } from '../domain/package/package.ts';
import { editText } from './edit-bytes.ts';

/** A line that a fix takes out or puts in. */
export interface ChangedLine {
  readonly sign: '-' | '+';
  readonly text: string;
}

/** What the fix of one finding does to its module, line by line. */
export function changedLines({ text, lines }: Module, edits: readonly Edit[]): ChangedLine[] {
  // Only the lines from the first edit to the last are compared: a large file may have many fixes.
  const start = lines.startOf(lines.lineOf(Math.min(...edits.map((edit) => edit.start))));
  const end = lines.startOf(lines.lineOf(Math.max(...edits.map((edit) => edit.end))) + 1);
  const before = text.slice(start, end);
  const moved = edits.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
  const { hunks } = structuredPatch('', '', before, editText(before, moved), '', '', { context: 0 });
  return hunks
    .flatMap((hunk) => hunk.lines)
    .flatMap((line): ChangedLine[] => {
      const sign = line.charAt(0);
      return sign === '-' || sign === '+' ? [{ sign, text: line.slice(1).replace(/\r$/, '') }] : [];
    });
}
