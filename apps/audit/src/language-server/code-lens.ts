import type { CodeLens } from 'vscode-languageserver';
import { lensTitle } from './describe-method.ts';
import type { Language } from './diagnostics.ts';
import type { MethodNote } from './method-notes.ts';
import { toPosition } from './places.ts';

/** Whoever calls these comes from outside. */
const ENTRIES: ReadonlySet<MethodNote['entry']> = new Set(['external', 'readonly', 'fallback']);

/** Above each entry point that a file declares: who may call it and what it does; for each contract, where they differ. */
export function codeLenses(notes: readonly MethodNote[], path: string, language: Language): CodeLens[] {
  const own = notes.filter(({ entry, file }) => ENTRIES.has(entry) && file === path);
  const titles = new Map<string, CodeLens>();
  for (const note of own) {
    const title = lensTitle(note, language);
    const start = toPosition(note.at);
    const range = { start, end: { line: start.line, character: start.character + note.name.length } };
    // Without a command an editor takes a lens for one that is not worked out yet.
    titles.set(`${note.at.line} ${title}`, { range, command: { title, command: '' } });
  }
  return [...titles.values()].toSorted((left, right) => left.range.start.line - right.range.start.line);
}
