import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver-protocol/node';
import { Editor, folderWith, inLine } from './editor.ts';
import { lineOf, PACKAGE, VAULT } from './vault.ts';

const disk = folderWith(PACKAGE);
const uri = disk.uri('vault.py');
let editor: Editor;
beforeAll(async () => {
  editor = await new Editor().start();
}, 60_000);
afterAll(async () => {
  await editor.stop();
  disk.remove();
});

const PRINT = lineOf(VAULT, 'print(');
const isC01 = ({ code }: Diagnostic) => code === 'C01';

it('findings are shown once where an edit changes nothing but its own function, with all others in their places', async () => {
  await editor.open(uri, VAULT);
  const before = await editor.checked(uri);
  const line = lineOf(VAULT, 'self._owner.set(owner)');
  const version = await editor.change(uri, { range: inLine(line, 8), text: "print('given')\n        " });
  const after = await editor.checked(uri);
  const shown = editor.published.filter((each) => each.uri === uri && each.version === version);
  expect(shown).toHaveLength(1);
  const prints = after.filter(({ code }) => code === 'Q02').map(({ range }) => range.start.line);
  expect(prints).toEqual([line, PRINT + 1]);
  expect(after).toHaveLength(before.length + 1);
});

it('findings in other functions follow with the whole check', async () => {
  const text = `from iconservice import *

class Vault(IconScoreBase):
    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._names = ArrayDB('names', db, value_type=str)
        self._last = VarDB('last', db, value_type=str)

    @external
    def add(self, name: str) -> None:
        self._names.put(name)

    @external
    def read(self) -> None:
        for name in self._names:
            self._last.set(name)
`;
  await editor.close(uri);
  await editor.open(uri, text);
  expect((await editor.checked(uri)).some(isC01)).toBe(true);
  const range = inLine(lineOf(text, 'self._names.put'), 8, 29);
  const before = editor.published.length;
  await editor.change(uri, { range, text: 'pass' });
  expect((await editor.checked(uri)).some(isC01)).toBe(false);
  const shown = editor.published.slice(before);
  expect(shown.map(({ diagnostics }) => diagnostics.some(isC01))).toEqual([true, false]);
});
