import type { Module } from '../package/package.ts';

/** `# madang: ignore[F01, A01] reason`: at the end of the line it is about, or alone on a line above it. */
export interface Suppression {
  readonly module: Module;
  readonly comment: { readonly start: number; readonly end: number };
  readonly rules: readonly string[];
  /** Why; empty where nobody said. */
  readonly reason: string;
  /** The line it is about, counted from 1. */
  readonly line: number;
}

const COMMENT = /^#\s*madang:\s*ignore\s*\[([^\]]*)\]\s*(.*)$/;

/** All suppressions of a module, in the order of their places. */
export function readSuppressions(module: Module): Suppression[] {
  const codeBelow = belowComments(module);
  return module.comments.flatMap(({ start, end, alone }): Suppression[] => {
    const found = COMMENT.exec(module.text.slice(start, end).trimEnd());
    if (found === null) return [];
    const rules = (found[1] ?? '').split(',').flatMap((id) => id.trim().toUpperCase() || []);
    const line = module.lines.lineOf(start);
    return [
      {
        module,
        comment: { start, end },
        rules,
        reason: (found[2] ?? '').trim(),
        line: alone ? codeBelow(line) : line,
      },
    ];
  });
}

/** The first line below another that holds more than white space and a comment. Lines are asked for from the top. */
function belowComments({ lines }: Module): (line: number) => number {
  let found = 0;
  return (line) => {
    if (found > line) return found;
    found = line + 1;
    while (found < lines.count && /^\s*(?:#.*)?$/.test(lines.textOf(found))) found += 1;
    return found;
  };
}
