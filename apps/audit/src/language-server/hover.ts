import type { Hover, Position } from 'vscode-languageserver';
import { readRulePage } from '../catalogue/rule-page.ts';
import type { Finding } from '../catalogue/finding.ts';
import { rules } from '../rules/index.ts';
import { methodPage } from './describe-method.ts';
import { isShown, type Language, type Showing } from './diagnostics.ts';
import { plain } from './markdown.ts';
import type { MethodNote } from './method-notes.ts';
import type { OpenFile } from './packages.ts';
import { toRange, touches } from './places.ts';

/** More pages than these nobody reads in a hover. */
const MOST_PAGES = 2;

/** What there is to tell of a place: the methods named there, what was found there, and the pages of its rules. */
export async function hoverAt(
  { pkg, path, checked }: OpenFile,
  position: Position,
  notes: readonly MethodNote[],
  showing: Showing,
): Promise<Hover | null> {
  const line = pkg.textOf(path).split(/\r\n?|\n/)[position.line] ?? '';
  const here = { start: position, end: position };
  const findings = checked.findings.filter(
    (finding) => finding.at.file === path && isShown(finding, showing) && touches(toRange(finding.at), here),
  );
  const named = namedRule(line, position);
  const ids = [...new Set([...findings.map(({ rule }) => rule), ...(named === undefined ? [] : [named])])];
  const pages = await Promise.all(ids.slice(0, MOST_PAGES).map((id) => pageOf(id, showing.language)));
  const parts = [
    ...methodsAt(notes, path, line, position).map((note) => methodPage(note, showing.language)),
    ...findings.map((finding) => findingText(finding, showing.language)),
    ...pages.filter((page) => page !== ''),
  ];
  return parts.length === 0 ? null : { contents: { kind: 'markdown', value: parts.join('\n\n---\n\n') } };
}

function findingText({ rule, severity, confidence, message, advice }: Finding, language: Language): string {
  return `**${rule}** (${severity}, ${CONFIDENCE[language]}: ${confidence}) ${plain(message[language])}\n\n→ ${plain(advice[language])}`;
}

const CONFIDENCE: Readonly<Record<Language, string>> = { en: 'confidence', ko: '확신' };

async function pageOf(id: string, language: Language): Promise<string> {
  const rule = rules.find((candidate) => candidate.id === id);
  return rule === undefined ? '' : readRulePage(rule, language);
}

/** `# madang: ignore[F01]`, with the cursor on the id. */
function namedRule(line: string, { character }: Position): string | undefined {
  return /#\s*madang:\s*ignore\s*\[/.test(line)
    ? wordAt(line, character, /[A-Za-z]\d\d/g)?.toUpperCase()
    : undefined;
}

/** The method that is declared here, or that `self.name` and `super().name` mean: one note for each contract that has it. */
function methodsAt(
  notes: readonly MethodNote[],
  path: string,
  line: string,
  { line: row, character }: Position,
): MethodNote[] {
  const name = wordAt(line, character, /[A-Za-z_]\w*/g);
  if (name === undefined) return [];
  const declared = notes.filter(
    ({ file, at, name: own }) => file === path && at.line === row + 1 && own === name,
  );
  if (declared.length > 0) return declared;
  const used = new RegExp(`\\b(?:self|super\\(\\))\\.${name}\\b`).test(line);
  return used ? notes.filter((note) => note.name === name).slice(0, 1) : [];
}

function wordAt(line: string, character: number, pattern: RegExp): string | undefined {
  for (const found of line.matchAll(pattern))
    if (found.index <= character && character <= found.index + found[0].length) return found[0];
  return undefined;
}
