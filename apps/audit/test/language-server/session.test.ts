import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { ABLE, Editor, folderWith, inLine } from './editor.ts';
import { Transcript } from './transcript.ts';

const PAGE = new URL('../../docs/editors.md', import.meta.url);
const APP = pathToFileURL(new URL('../..', import.meta.url).pathname).href;

const TIP_JAR = `from iconservice import *


class TipJar(IconScoreBase):

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._owner = VarDB('owner', db, value_type=Address)

    def on_install(self) -> None:
        super().on_install()
        self._owner.set(self.msg.sender)

    def on_update(self) -> None:
        super().on_update()

    @external
    def give_to(self, owner: Address) -> None:
        self._owner.set(owner)

    @external
    def empty(self) -> None:
        if self.msg.sender != self._owner.get():
            revert('not yours')
        print('emptied')
        self.icx.transfer(self.msg.sender, self.icx.get_balance(self.address))

    @payable
    def fallback(self) -> None:
        pass
`;

// `npx vitest run apps/audit/test/language-server/session.test.ts -u` writes the session into the page anew.
it('the session in docs/editors.md is what editor and server say to each other', async () => {
  const session = await record();
  const page = readFileSync(PAGE, 'utf8').replace(
    /(```text session\n)[^]*?(```\n)/,
    (_, begin: string, end: string) => `${begin}${session}\n${end}`,
  );
  await expect(page).toMatchFileSnapshot(PAGE.pathname);
}, 60_000);

async function record(): Promise<string> {
  const disk = folderWith({
    'package.json': '{"version": "1.0.0", "main_module": "tip_jar", "main_score": "TipJar"}',
    '__init__.py': '',
    'tip_jar.py': TIP_JAR,
  });
  const uri = disk.uri('tip_jar.py');
  const editor = new Editor();
  const session = new Transcript(editor, [
    [pathToFileURL(disk.folder).href, 'file:///tip_jar'],
    [APP.replace(/\/$/, ''), 'file:///madang/apps/audit'],
  ]);
  const document = { uri };
  await session.ask('initialize', {
    processId: null,
    locale: 'en',
    capabilities: ABLE,
  });
  await session.say('initialized', {});
  await session.say('textDocument/didOpen', {
    textDocument: { uri, languageId: 'python', version: 1, text: TIP_JAR },
  });
  await session.hear(uri, 1);
  await session.ask('textDocument/codeLens', { textDocument: document });
  await session.ask('textDocument/hover', { textDocument: document, position: { line: 21, character: 10 } });
  await session.ask('textDocument/codeAction', {
    textDocument: document,
    range: inLine(24, 8),
    context: { diagnostics: [] },
  });
  await session.say('textDocument/didChange', {
    textDocument: { uri, version: 2 },
    contentChanges: [
      { range: { start: { line: 24, character: 0 }, end: { line: 25, character: 0 } }, text: '' },
      {
        range: inLine(18, 8),
        text: "if self.msg.sender != self._owner.get():\n            revert('not yours')\n        ",
      },
    ],
  });
  await session.hear(uri, 2);
  await session.ask('shutdown');
  await session.say('exit');
  await editor.ended();
  disk.remove();
  return session.text;
}
