import {
  CodeActionKind,
  type CodeAction,
  type CodeActionParams,
  type Diagnostic,
  type Range,
  type SnippetTextEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Edit, Finding } from '../catalogue/finding.ts';
import { chooseFixes, isMendable, type Mendable } from '../fix/choose-fixes.ts';
import { diagnosticOf, isShown, type Language, type Showing } from './diagnostics.ts';
import type { OpenFile } from './packages.ts';
import { toRange, touches } from './places.ts';
import { suppressEdit } from './suppress-edit.ts';

/** Mends everything in a file whose fix changes nothing of what the contract does. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.madang`;

/** What the editor can do with an edit. */
export interface EditAbilities {
  /** It takes edits for one version of a document. */
  readonly versioned: boolean;
  /** It puts the cursor at a place of what is put in. */
  readonly snippets: boolean;
}

/** What can be done about the findings in a stretch of a file. */
export function codeActions(
  file: OpenFile,
  { range, context: { only, diagnostics } }: Pick<CodeActionParams, 'range' | 'context'>,
  showing: Showing,
  abilities: EditAbilities,
): CodeAction[] {
  const actions = new FileActions(file, showing, abilities);
  const wants = (kind: string) =>
    only === undefined ||
    only.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`));
  return [
    ...(wants(CodeActionKind.QuickFix) ? actions.quickFixes(range, diagnostics) : []),
    ...(wants(FIX_ALL) ? actions.fixAll() : []),
  ];
}

class FileActions {
  readonly #file: OpenFile;
  readonly #showing: Showing;
  readonly #abilities: EditAbilities;
  readonly #document: TextDocument;
  readonly #findings: readonly Finding[];

  constructor(file: OpenFile, showing: Showing, abilities: EditAbilities) {
    const { pkg, path, checked } = file;
    this.#file = file;
    this.#showing = showing;
    this.#abilities = abilities;
    const version = checked.buffers.get(path)?.version ?? 0;
    this.#document = TextDocument.create(pkg.uriOf(path), 'python', version, pkg.textOf(path));
    this.#findings = checked.findings.filter(
      (finding) => finding.at.file === path && isShown(finding, showing),
    );
  }

  /** For what lies in the range, and for what the editor asks about besides: all of the line, in some. */
  quickFixes(range: Range, asked: readonly Diagnostic[]): CodeAction[] {
    const named = new Set(asked.map(fingerprintOf));
    const here = this.#findings.filter(
      ({ at, fingerprint }) => touches(toRange(at), range) || named.has(fingerprint),
    );
    return [
      ...here.filter((finding) => isMendable(finding)).map((finding) => this.#fix(finding)),
      ...here.flatMap((finding) => this.#suppress(finding)),
    ];
  }

  fixAll(): CodeAction[] {
    const chosen = chooseFixes(this.#findings.filter(isMendable).filter(({ fix }) => fix.safe));
    const edits = chosen.flatMap(({ fix }) => fix.edits.map((edit) => this.#textEdit(edit)));
    if (edits.length === 0) return [];
    return [
      { title: WORDS[this.#showing.language].all(chosen.length), kind: FIX_ALL, edit: this.#edit(edits) },
    ];
  }

  #fix(finding: Mendable): CodeAction {
    const say = WORDS[this.#showing.language];
    const advice = finding.advice[this.#showing.language];
    return {
      title: finding.fix.safe ? say.safe(finding.rule, advice) : say.unsafe(finding.rule, advice),
      kind: CodeActionKind.QuickFix,
      diagnostics: [this.#diagnostic(finding)],
      isPreferred: finding.fix.safe,
      edit: this.#edit(finding.fix.edits.map((edit) => this.#textEdit(edit))),
    };
  }

  /** What cannot be read cannot be suppressed, and what the tool says of a comment is mended there. */
  #suppress(finding: Finding): CodeAction[] {
    if (finding.rule.startsWith('X')) return [];
    const found = suppressEdit(this.#document.getText(), finding);
    if (found === undefined) return [];
    const at = this.#document.positionAt(found.offset);
    const range = { start: at, end: at };
    const edit: TextEdit | SnippetTextEdit = this.#abilities.snippets
      ? {
          range,
          snippet: { kind: 'snippet', value: `${asSnippet(found.before)}$0${asSnippet(found.after)}` },
        }
      : { range, newText: found.before + found.after };
    return [
      {
        title: WORDS[this.#showing.language].suppress(finding.rule),
        kind: CodeActionKind.QuickFix,
        diagnostics: [this.#diagnostic(finding)],
        edit: this.#edit([edit]),
      },
    ];
  }

  #diagnostic(finding: Finding) {
    return diagnosticOf(finding, this.#showing, (path) => this.#file.pkg.uriOf(path));
  }

  #textEdit({ start, end, text }: Edit): TextEdit {
    return {
      range: { start: this.#document.positionAt(start), end: this.#document.positionAt(end) },
      newText: text,
    };
  }

  #edit(edits: (TextEdit | SnippetTextEdit)[]): WorkspaceEdit {
    const { uri, version } = this.#document;
    if (this.#abilities.versioned) return { documentChanges: [{ textDocument: { uri, version }, edits }] };
    return { changes: { [uri]: edits.filter((edit) => 'newText' in edit) } };
  }
}

/** Of a diagnostic of ours, as it went to the editor and came back. */
function fingerprintOf(diagnostic: Diagnostic): unknown {
  const data: unknown = diagnostic.data;
  return typeof data === 'object' && data !== null && 'fingerprint' in data ? data.fingerprint : undefined;
}

const asSnippet = (text: string): string => text.replace(/[\\$}]/g, '\\$&');

const WORDS: Readonly<
  Record<
    Language,
    {
      readonly safe: (rule: string, advice: string) => string;
      readonly unsafe: (rule: string, advice: string) => string;
      readonly suppress: (rule: string) => string;
      readonly all: (count: number) => string;
    }
  >
> = {
  en: {
    safe: (rule, advice) => `${rule}: ${advice}`,
    unsafe: (rule, advice) => `${rule}: ${advice} (unsafe: may change what the contract does)`,
    suppress: (rule) => `Suppress ${rule} here, with a reason`,
    all: (count) => `Mend all that is safe to mend (${count})`,
  },
  ko: {
    safe: (rule, advice) => `${rule}: ${advice}`,
    unsafe: (rule, advice) => `${rule}: ${advice} (안전하지 않음: 컨트랙트의 동작이 바뀔 수 있음)`,
    suppress: (rule) => `${rule}: 여기서 이유를 적고 예외로 두기`,
    all: (count) => `안전하게 고칠 수 있는 것 모두 고치기 (${count})`,
  },
};
