import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  CodeActionRequest,
  CodeLensRequest,
  DiagnosticSeverity,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  HoverRequest,
  type CodeAction,
  type Diagnostic,
  type Range,
  type TextEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { ABLE, Editor, folderWith, inLine } from './editor.ts';
import { lineOf, PACKAGE, VAULT } from './vault.ts';

let editor: Editor;
let disk: ReturnType<typeof folderWith>;
let uri: string;

beforeAll(async () => {
  const capabilities = {
    ...ABLE,
    workspace: { ...ABLE.workspace, didChangeWatchedFiles: { dynamicRegistration: true } },
  };
  editor = await new Editor().start({ locale: 'en-gb', capabilities });
}, 60_000);
afterAll(async () => {
  expect(await editor.stop()).toBe(0);
});
beforeEach(() => {
  disk = folderWith(PACKAGE);
  uri = disk.uri('vault.py');
});
afterEach(async () => {
  await editor.close(uri);
  disk.remove();
});

const codes = async (uri: string) => (await editor.checked(uri)).map(({ code }) => code);
const has =
  (code: string, is = true) =>
  ({ diagnostics }: { diagnostics: readonly { code?: unknown }[] }) =>
    diagnostics.some((each) => each.code === code) === is;
const textOf = (hover: unknown) => (hover as { contents: { value: string } }).contents.value;
const hoverAt = async (part: string, inside: string, text = VAULT) => {
  const line = lineOf(text, part);
  const character = text.split('\n')[line]!.indexOf(inside) + 1;
  return editor.connection.sendRequest(HoverRequest.type, {
    textDocument: { uri },
    position: { line, character },
  });
};
const actionsAt = async (range: Range, only?: string[], diagnostics: Diagnostic[] = []) =>
  (await editor.connection.sendRequest(CodeActionRequest.type, {
    textDocument: { uri },
    range,
    context: { diagnostics, ...(only === undefined ? {} : { only }) },
  })) as CodeAction[];
const editsOf = ({ edit }: CodeAction) =>
  edit!.documentChanges!.flatMap((change) => ('edits' in change ? change.edits : [])) as TextEdit[];
const PRINT = lineOf(VAULT, 'print(');

describe('diagnostics', () => {
  it('say what is wrong, where, how bad and why, in the version that is open', async () => {
    await editor.open(uri, VAULT);
    const found = await editor.checked(uri);
    const owner = found.find(({ code }) => code === 'A01')!;
    expect(owner).toMatchObject({
      range: inLine(lineOf(VAULT, 'self._owner.set(owner)'), 8, 30),
      severity: DiagnosticSeverity.Error,
      source: 'madang',
    });
    expect(owner.codeDescription!.href).toMatch(/^file:\/\/\/.*\/A01-missing-auth\/doc\.en\.md$/);
    expect(owner.message).toMatch(/^set_owner writes _owner .*\n\S/);
    expect(found.find(({ code }) => code === 'Q02')!.severity).toBe(DiagnosticSeverity.Information);
  });

  it('follow edits, each in its version, and of the text in the editor alone', async () => {
    await editor.open(uri, VAULT);
    expect(await codes(uri)).toContain('Q02');
    const line = 'self._owner.set(owner)';
    const guard = {
      start: { line: lineOf(VAULT, line), character: 8 },
      end: { line: lineOf(VAULT, line), character: 8 },
    };
    await editor.change(uri, { range: guard, text: 'self._only_owner()\n        ' });
    expect(await codes(uri)).toEqual(expect.not.arrayContaining(['A01']));
    // Two edits at once: the second counts places behind the first.
    await editor.change(
      uri,
      { range: inLine(PRINT + 1, 8, 24), text: 'pass' },
      { range: inLine(PRINT + 1, 8, 12), text: 'x = 1' },
    );
    expect(await codes(uri)).not.toContain('Q02');
  });

  it('count columns in UTF-16 units, and lines by any end', async () => {
    const text =
      "from iconservice import *\r\n\r\nclass A(IconScoreBase):\r\n    def f(self):\r\n        x = '𝒳가'; print(x)\r\n";
    await editor.open(uri, text);
    const [print] = (await editor.checked(uri)).filter(({ code }) => code === 'Q02');
    expect(print!.range).toEqual(inLine(4, 19, 27));
    await editor.change(uri, { range: inLine(4, 13, 16), text: '' });
    const [moved] = (await editor.checked(uri)).filter(({ code }) => code === 'Q02');
    expect(moved!.range).toEqual(inLine(4, 16, 24));
  });

  it('tell at once what cannot be read, and leave the rest where it stands', async () => {
    await editor.open(uri, VAULT);
    await editor.checked(uri);
    const version = await editor.change(uri, { range: inLine(1, 0), text: 'def broken(:\n' });
    const first = await editor.diagnostics(uri, version);
    expect(first.map(({ code }) => code)).toEqual(expect.arrayContaining(['X001', 'Q02']));
    const print = (await editor.diagnostics(uri, version, has('Q02'))).find(({ code }) => code === 'Q02')!;
    expect(print.range.start.line).toBe(PRINT + 1);
  });

  it('name the places that a conclusion rests on', async () => {
    const path = new URL('../../src/rules/F01-reentrancy/bad.py', import.meta.url);
    await editor.open(uri, readFileSync(path, 'utf8'));
    const [found] = (await editor.checked(uri)).filter(({ code }) => code === 'F01');
    expect(found!.relatedInformation).not.toEqual([]);
    for (const { location, message } of found!.relatedInformation!) {
      expect(location.uri).toBe(uri);
      expect(message).not.toBe('');
    }
  });

  it('grey what can go, and strike through what is out of date', async () => {
    const text = VAULT.replace(
      "        print('dropped')",
      "        return\n        Logger.debug('x')\n        self.call(self.address, 'f')",
    );
    await editor.open(uri, text);
    const found = await editor.diagnostics(uri, 1, has('Q05'));
    expect(found.find(({ code }) => code === 'Q05')!.tags).toEqual([1]);
  });

  it('tell of files beside the open one, and take it back when all are closed', async () => {
    disk.write('helper.py', 'def f(x):\n    print(x)\n');
    await editor.open(uri, VAULT.replace('import *', 'import *\nfrom .helper import f'));
    const helper = disk.uri('helper.py');
    await editor.until(() => editor.published.some((each) => each.uri === helper && has('Q02')(each)));
    await editor.close(uri);
    await editor.until(
      () => editor.published.findLast((each) => each.uri === helper)!.diagnostics.length === 0,
    );
    expect(editor.published.findLast((each) => each.uri === uri)!.diagnostics).toEqual([]);
  });

  it('follow files on the disk', async () => {
    await editor.open(uri, VAULT.replace('import *', 'import *\nfrom .helper import f'));
    await editor.diagnostics(uri, 1, has('A01'));
    expect(editor.registered).toContain('workspace/didChangeWatchedFiles');
    const helper = disk.uri('helper.py');
    disk.write('helper.py', 'def f(x):\n    print(x)\n');
    await editor.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: helper, type: FileChangeType.Created }],
    });
    await editor.until(() => editor.published.some((each) => each.uri === helper && has('Q02')(each)));
  });

  it('follow the settings beside the package, too', async () => {
    await editor.open(uri, VAULT);
    expect(await codes(uri)).toContain('Q02');
    expect(editor.watched).toContain('**/madang-audit.yaml');
    disk.write('madang-audit.yaml', 'rules:\n  Q02:\n    use: off\n    reason: prints are wanted here\n');
    await editor.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: disk.uri('madang-audit.yaml'), type: FileChangeType.Created }],
    });
    await editor.diagnostics(uri, 1, has('Q02', false));
  });

  it('are about a library where there is no package.json', async () => {
    const library = folderWith({ 'tool.py': '', 'package.json': '{"private": true, "scripts": {}}' });
    const tool = library.uri('tool.py');
    await editor.open(tool, 'def f(x):\n    print(x)\n');
    expect(await codes(tool)).toEqual(['Q02']);
    await editor.close(tool);
    library.remove();
  });
});

describe('quick fixes', () => {
  it('mend what can be mended, and are preferred when they are safe', async () => {
    await editor.open(uri, VAULT);
    const fix = (await actionsAt(inLine(PRINT, 10))).find(({ title }) => title.startsWith('Q02'))!;
    expect(fix).toMatchObject({ kind: 'quickfix', isPreferred: true, diagnostics: [{ code: 'Q02' }] });
    const mended = TextDocument.applyEdits(TextDocument.create(uri, 'python', 1, VAULT), editsOf(fix));
    expect(mended).toBe(VAULT.replace("        print('dropped')\n", ''));
  });

  it('are there for what the editor asks about, wherever in the line the cursor stands', async () => {
    await editor.open(uri, VAULT);
    const print = (await editor.checked(uri)).find(({ code }) => code === 'Q02')!;
    const foreign: Diagnostic = { range: print.range, message: 'of another tool', data: ['Q02'] };
    expect(await actionsAt(inLine(PRINT, 0), ['quickfix'], [foreign])).toEqual([]);
    expect(await actionsAt(inLine(PRINT, 0), ['quickfix'], [foreign, print])).toMatchObject([
      { kind: 'quickfix', isPreferred: true, diagnostics: [{ code: 'Q02' }] },
      { kind: 'quickfix', title: 'Suppress Q02 here, with a reason' },
    ]);
  });

  it('suppress with a reason, for which the cursor waits', async () => {
    await editor.open(uri, VAULT);
    const suppress = (await actionsAt(inLine(PRINT, 10))).find(({ title }) => title.startsWith('Suppress'))!;
    const [edit] = editsOf(suppress) as unknown as [{ range: Range; snippet: { value: string } }];
    expect(edit.snippet.value).toBe('  # madang: ignore[Q02] $0');
    await editor.change(uri, {
      range: edit.range,
      text: edit.snippet.value.replace('$0', 'shown to nobody'),
    });
    expect(await codes(uri)).not.toContain('Q02');
    // Without a reason it counts for nothing.
    await editor.change(uri, { range: inLine(PRINT, 24, 90), text: '  # madang: ignore[Q02]' });
    expect(await codes(uri)).toEqual(expect.arrayContaining(['Q02', 'X003']));
  });

  it('mend all that is safe at once', async () => {
    const text = VAULT.replace(
      '    @external\n    def set',
      "    def f(self):\n        print('a')\n        print('b')\n\n    @external\n    def set",
    );
    await editor.open(uri, text);
    const [all] = await actionsAt(inLine(0, 0), ['source.fixAll']);
    expect(all!.kind).toBe('source.fixAll.madang');
    await editor.change(uri, {
      text: TextDocument.applyEdits(TextDocument.create(uri, 'python', 1, text), editsOf(all!)),
    });
    expect(await codes(uri)).not.toContain('Q02');
    expect(await actionsAt(inLine(0, 0), ['source.fixAll'])).toEqual([]);
  });
});

describe('hover', () => {
  it('shows what was found and the page of its rule', async () => {
    await editor.open(uri, VAULT);
    const text = textOf(await hoverAt('self._owner.set(owner)', '_owner'));
    expect(text).toContain('**A01** (critical, confidence: high) set_owner writes `_owner`');
    expect(text).toMatch(/^# A01/m);
  });

  it('shows who may call a method and what it does', async () => {
    await editor.open(uri, VAULT);
    const text = textOf(await hoverAt('def drop', 'drop'));
    expect(text).toContain('**`Vault.drop`** (external)');
    expect(text).toMatch(/owner.*line 19/);
    expect(text).toContain('writes `_shares`');
  });

  it('shows whom a method lets through that others call, also where it is called', async () => {
    await editor.open(uri, VAULT);
    const text = textOf(await hoverAt('def _only_owner', '_only_owner'));
    expect(text).toBe(
      '**`Vault._only_owner`** (called by other methods)\n\n' +
        'Whom it lets through:\n- those in `_owner`: line 19\n\n' +
        'What it does, helpers included:\n- changes nothing',
    );
    expect(textOf(await hoverAt('self._only_owner()', '_only_owner'))).toBe(text);
  });

  it('knows the rule that a comment names, and says nothing where there is nothing', async () => {
    const text = VAULT.replace("print('dropped')", 'pass  # madang: ignore[F01] why');
    await editor.open(uri, text);
    expect(textOf(await hoverAt('ignore[F01]', 'F01', text))).toMatch(/^# F01/m);
    expect(await hoverAt('from iconservice', 'from')).toBeNull();
  });

  it('lets nothing of the contract out of its quotation marks', async () => {
    const evil = '`</code>[x](command:evil)';
    const text = VAULT.replace('self._shares.remove', `DictDB('${evil}', self.db, int).remove`);
    await editor.open(uri, text);
    const hover = textOf(await hoverAt('def drop', 'drop', text));
    expect(hover).toContain('command:evil');
    expect(hover.replaceAll(/(`+).*?[^`]\1(?!`)/g, '')).not.toContain('command:evil');
  });
});

describe('code lenses', () => {
  it('say above each entry point who may call it and what it writes', async () => {
    await editor.open(uri, VAULT);
    const lenses = await editor.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri } });
    expect(
      lenses!.map(({ range, command }) => [VAULT.split('\n')[range.start.line]!.trim(), command!.title]),
    ).toEqual([
      ['def set_owner(self, owner: Address) -> None:', 'anyone · writes _owner'],
      [
        'def drop(self, holder: Address) -> None:',
        expect.stringMatching(/_owner \(line 19\) · writes _shares$/),
      ],
      ['def share_of(self, holder: Address) -> int:', 'anyone · readonly'],
    ]);
  });
});

describe('settings', () => {
  const configure = (madang: Record<string, unknown>) =>
    editor.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: { madang } });

  it('change what is shown, and are told when they are wrong', async () => {
    await editor.open(uri, VAULT);
    await editor.diagnostics(uri, 1, has('Q02'));
    const before = editor.published.length;
    await configure({
      language: 'ko',
      leastSeverity: 'high',
      codeLens: false,
      rulePages: 'https://score.example/rules/',
      engine: 'v9',
    });
    await editor.until(() => editor.published.slice(before).some((each) => each.uri === uri));
    const { diagnostics } = editor.published.findLast((each) => each.uri === uri)!;
    expect(diagnostics.map(({ code }) => code)).toEqual(['A01']);
    expect(diagnostics[0]!.message).toMatch(/[가-힣]/);
    expect(diagnostics[0]!.codeDescription!.href).toBe('https://score.example/rules/A01');
    expect(editor.messages.at(-1)).toMatch(/^madang\.engine: /);
    expect(await editor.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri } })).toEqual([]);
    expect(textOf(await hoverAt('def drop', 'drop'))).toContain('하는 일');
    await configure({});
  });
});
