import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  DocumentSymbolRequest,
  SymbolKind,
  type DocumentSymbol,
  type SymbolInformation,
} from 'vscode-languageserver-protocol/node';
import { ABLE, Editor, folderWith } from './editor.ts';
import { MANIFEST } from './vault.ts';

const BASE = `from iconservice import *

class Bank(InterfaceScore):
    @interface
    def pay(self): pass

class Owned:
    def __init__(self, db: IconScoreDatabase) -> None:
        self._owner = VarDB('owner', db, value_type=Address)
`;
const CONTRACT = `from iconservice import *
from .base import *

def half(amount: int) -> int:
    def inner():
        pass
    return amount // 2


class Vault(IconScoreBase, Owned):

    @eventlog(indexed=2)
    def Paid(self, to: Address, amount: int) -> None:
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        Owned.__init__(self, db)
        self._shares = DictDB('shares', db, value_type=int, depth=2)
        self._names = ArrayDB('names', db, value_type=str)

    @property
    def name(self) -> str:
        return 'vault'

    @payable
    @external
    def pay(self) -> None:
        self._shares['가'][self.msg.sender] = half(self.msg.value)

    @external(readonly=True)
    def total(self) -> int:
        return len(self._names)
`;
const FILES = { 'package.json': MANIFEST, '__init__.py': '', 'base.py': BASE, 'vault.py': CONTRACT };

let disk: ReturnType<typeof folderWith>;
beforeAll(() => {
  disk = folderWith(FILES);
});
afterAll(() => disk.remove());

const KINDS = new Map<number, string>(
  Object.entries(SymbolKind).map(([name, kind]) => [kind as number, name]),
);
const shown = (symbols: readonly DocumentSymbol[], indent = ''): string[] =>
  symbols.flatMap(({ name, kind, detail, children = [] }) => [
    `${indent}${KINDS.get(kind)} ${name}${detail === '' ? '' : ` (${detail})`}`,
    ...shown(children, `${indent}  `),
  ]);

async function symbolsOf(editor: Editor, path: string, text: string) {
  await editor.open(disk.uri(path), text);
  return editor.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri: disk.uri(path) } });
}

describe('symbols of a file', () => {
  let editor: Editor;
  beforeAll(async () => {
    const textDocument = { documentSymbol: { hierarchicalDocumentSymbolSupport: true } };
    editor = await new Editor().start({ capabilities: { ...ABLE, textDocument } });
  }, 60_000);
  afterAll(async () => {
    await editor.stop();
  });

  it('are contracts with methods, event logs and containers, and what stands beside them', async () => {
    const symbols = (await symbolsOf(editor, 'vault.py', CONTRACT)) as DocumentSymbol[];
    expect(shown(symbols)).toEqual([
      'Function half',
      'Class Vault (IconScoreBase, Owned)',
      '  Event Paid (eventlog, indexed=2)',
      '  Constructor __init__',
      '  Field _shares (DictDB int, depth=2)',
      '  Field _names (ArrayDB str)',
      '  Property name',
      '  Method pay (external, payable)',
      '  Method total (external, readonly)',
    ]);
    const lines = CONTRACT.split('\n');
    for (const { name, range, selectionRange } of symbols.flatMap((each) => [each, ...each.children!])) {
      const { start, end } = selectionRange;
      const selected = lines[start.line]!.slice(start.character, end.character);
      expect(selected).toMatch(name.startsWith('_') && name !== '__init__' ? /^(?:Dict|Array)DB\(/ : name);
      expect(range.start.line).toBeLessThanOrEqual(start.line);
      expect(range.end.line).toBeGreaterThanOrEqual(end.line);
    }
  });

  it('stand where they are declared, also what contracts inherit, and follow edits', async () => {
    const uri = disk.uri('base.py');
    const symbols = (await symbolsOf(editor, 'base.py', BASE)) as DocumentSymbol[];
    expect(shown(symbols)).toEqual([
      'Interface Bank (InterfaceScore)',
      '  Method pay',
      'Class Owned',
      '  Constructor __init__',
      '  Field _owner (VarDB Address)',
    ]);
    await editor.change(uri, {
      text: `${BASE}\nclass More(:\n    def (self): pass\n    def f(self): pass\n`,
    });
    const after = await editor.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri } });
    const names = (after as DocumentSymbol[]).flatMap(({ name, children = [] }) => [
      name,
      ...children.map((each) => each.name),
    ]);
    expect(names).toEqual(expect.arrayContaining(['Owned', '_owner']));
    expect(names.every((name) => name.trim() !== '')).toBe(true);
  });

  it('are a list for an editor that knows no tree', async () => {
    const plain = await new Editor().start();
    const symbols = (await symbolsOf(plain, 'vault.py', CONTRACT)) as SymbolInformation[];
    expect(symbols).toContainEqual(
      expect.objectContaining({ name: 'pay', kind: SymbolKind.Method, containerName: 'Vault' }),
    );
    expect(symbols.map(({ location }) => location.uri)).toEqual(symbols.map(() => disk.uri('vault.py')));
    await plain.stop();
  });
});
