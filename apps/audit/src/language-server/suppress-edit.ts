import type { Finding } from '../catalogue/finding.ts';
import type { Module } from '../domain/package/package.ts';
import { Lines } from '../domain/python/lines.ts';
import { parseModule } from '../domain/python/parse.ts';
import { readSuppressions } from '../domain/suppression/read-suppressions.ts';

/** Where a comment that suppresses is put in, and what it says. The reason is still to be written, where `reasonAt` says. */
export interface SuppressEdit {
  readonly offset: number;
  /** What stands before the reason, and behind it. */
  readonly before: string;
  readonly after: string;
}

/**
 * A comment that suppresses a finding: at the end of its line, or alone above it. A place in the middle of a text or behind a
 * backslash is none, so each is tried; undefined where none will do.
 */
export function suppressEdit(text: string, finding: Finding): SuppressEdit | undefined {
  const lines = new Lines(text);
  const { line } = finding.at.start;
  const row = lines.textOf(line);
  const comment = `# madang: ignore[${finding.rule}] `;
  const lineEnd = /\r\n?|\n/.exec(text)?.[0] ?? '\n';
  const indent = /^[ \t\f]*/.exec(row)?.[0] ?? '';
  const candidates: SuppressEdit[] = [
    { offset: lines.startOf(line) + row.trimEnd().length, before: `  ${comment}`, after: '' },
    { offset: lines.startOf(line), before: indent + comment, after: lineEnd },
  ];
  const faults = parseModule(text).faults.length;
  return candidates.find((candidate) => suppresses(text, candidate, finding, faults));
}

function suppresses(text: string, edit: SuppressEdit, { rule, at }: Finding, faults: number): boolean {
  const edited = `${text.slice(0, edit.offset)}${edit.before}why${edit.after}${text.slice(edit.offset)}`;
  const parsed = parseModule(edited);
  if (parsed.faults.length !== faults) return false;
  const module: Module = { ...parsed, path: at.file, name: '', isInit: false, lines: new Lines(edited) };
  const added = edit.after === '' ? 0 : 1;
  return readSuppressions(module).some(
    (found) =>
      found.rules.includes(rule) &&
      found.reason === 'why' &&
      at.start.line + added <= found.line &&
      found.line <= at.end.line + added,
  );
}
