import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CancellationTokenSource, CodeLensRequest } from 'vscode-languageserver-protocol/node';
import { Editor, folderWith, inLine } from './editor.ts';
import { PACKAGE, VAULT } from './vault.ts';

let editor: Editor;
let disk: ReturnType<typeof folderWith>;
let uri: string;

beforeAll(async () => {
  editor = await new Editor().start();
}, 60_000);
afterAll(async () => {
  expect(await editor.stop()).toBe(0);
}, 30_000);
beforeEach(() => {
  disk = folderWith(PACKAGE);
  uri = disk.uri('vault.py');
});
afterEach(async () => {
  await editor.close(uri);
  disk.remove();
});

const codes = async () => (await editor.checked(uri)).map(({ code }) => code);

describe('an editor that types faster than the check', () => {
  it('gets what is found of the last text', async () => {
    await editor.open(uri, VAULT);
    for (let count = 0; count < 40; count += 1)
      await editor.change(uri, { range: inLine(1, 0), text: `x${count} = print(${count})\n` });
    const found = await editor.checked(uri);
    expect(found.filter(({ code }) => code === 'Q02')).toHaveLength(41);
  });

  it('may take a request back', async () => {
    await editor.open(uri, VAULT);
    const source = new CancellationTokenSource();
    const asked = editor.connection.sendRequest(
      CodeLensRequest.type,
      { textDocument: { uri } },
      source.token,
    );
    source.cancel();
    await asked.catch((error: unknown) => expect(error).toMatchObject({ code: -32800 }));
    expect(await codes()).toContain('A01');
  });
});

describe('a hostile file', () => {
  it.each([
    ['nests ten thousand deep', '['.repeat(10_000)],
    ['is full of nulls', '\0'.repeat(5000)],
    ['has half of a character', `x = '\ud800'\n`],
    ['names an encoding that it is not in', '# -*- coding: euc-kr -*-\nx = "가"\n'],
    ['derives from itself', 'class A(B): pass\nclass B(A): pass\n'],
  ])('that %s ends nothing', async (_, text) => {
    await editor.open(uri, text);
    await editor.diagnostics(uri);
    await editor.change(uri, { text: VAULT });
    expect(await codes()).toContain('A01');
  });
});
