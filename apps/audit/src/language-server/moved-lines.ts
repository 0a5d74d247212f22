import type { Finding, Stretch } from '../catalogue/finding.ts';

/**
 * Where the lines of an older text are in a newer one: those above and below everything that changed. Gives undefined for what
 * stood in between.
 */
export function movedLines(older: string, newer: string): (line: number) => number | undefined {
  if (older === newer) return (line) => line;
  const [before, after] = [older, newer].map((text) => text.split(/\r\n?|\n/)) as [string[], string[]];
  let top = 0;
  while (top < before.length && before[top] === after[top]) top += 1;
  let bottom = 0;
  const shorter = Math.min(before.length, after.length);
  while (bottom < shorter - top && before.at(-1 - bottom) === after.at(-1 - bottom)) bottom += 1;
  return (line) => {
    if (line <= top) return line;
    return line > before.length - bottom ? line + after.length - before.length : undefined;
  };
}

/** A finding in a text that was edited since; undefined when the edit was in it. */
export function movedFinding(
  finding: Finding,
  lineOf: (file: string) => (line: number) => number | undefined,
): Finding | undefined {
  const at = movedStretch(finding.at, lineOf);
  if (at === undefined) return undefined;
  const reasons = finding.reasons.flatMap(({ at: place, text }) => {
    const moved = movedStretch(place, lineOf);
    return moved === undefined ? [] : [{ at: moved, text }];
  });
  // The offsets of a fix are those of the older text.
  return { ...finding, at, reasons, fix: undefined };
}

function movedStretch(
  { file, start, end }: Stretch,
  lineOf: (file: string) => (line: number) => number | undefined,
): Stretch | undefined {
  const [first, last] = [lineOf(file)(start.line), lineOf(file)(end.line)];
  if (first === undefined || last === undefined) return undefined;
  return { file, start: { ...start, line: first }, end: { ...end, line: last } };
}
