import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkFiles, type CheckRun } from '../../src/check-run.ts';
import type { InputFile } from '../../src/domain/package/package.ts';
import { rules } from '../../src/rules/index.ts';
import { readSample } from '../samples/sample.ts';

const teaching = join(import.meta.dirname, '../fixtures/teaching');

/** All teaching contracts as one hand-in of several packages. */
export function teachingFiles(): InputFile[] {
  return readdirSync(teaching, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) =>
      readSample(join(teaching, name), name).files.map(({ path, bytes }) => ({
        path: `${name}/${path}`,
        bytes,
      })),
    );
}

/** What closes, opens, hides, reorders or colours something in one of the formats. */
export const HOSTILE: readonly string[] = [
  '</script><script>window.hit=1</script>',
  '<img src=x onerror=window.hit=1>',
  '"\'><svg/onload=window.hit=1>',
  ']]>&quot;<!--',
  '`` ` ``` | a \\\\| b \\| <b>bold</b>',
  '](javascript:window.hit=1) ![x](http://x.example/y.png) www.x.example',
  '@everyone #1 $x$ **bold** _it_ ~~no~~',
  '\u001b[31mred\u001b]8;;http://x.example\u0007',
  '\u202eevil\u2066\u200b\u2028\ufeff\ufffe\uffff',
  '\u0000\u0008\u000b\u007f\u0085',
];

/** A contract full of it: in the path, in names of the manifest, in literals, comments and reasons for suppressions. */
export function hostileFiles(pieces: readonly string[] = HOSTILE): InputFile[] {
  return pieces.flatMap((piece, index) => {
    const root = `${index} ${piece.replaceAll('/', '∕')}`;
    const literal = JSON.stringify(piece).replace(/[\u0000-\u001f]/g, ' ');
    const comment = piece.replace(/[\r\n\u0000]/g, ' ');
    return [
      file(
        `${root}/package.json`,
        JSON.stringify({ version: piece, main_module: 'shop', main_score: piece }),
      ),
      file(`${root}/shop.py`, sourceWith(literal, comment)),
    ];
  });
}

const file = (path: string, text: string): InputFile => ({ path, bytes: new TextEncoder().encode(text) });

const sourceWith = (literal: string, comment: string): string => `from iconservice import *


class Shop(IconScoreBase):
    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._owed = DictDB(${literal}, db, int)

    @external
    def pay(self, text: str) -> None:
        amount = self._owed[self.msg.sender]
        self.icx.transfer(self.msg.sender, amount + hash(${literal}))  # ${comment}
        self._owed[self.msg.sender] = 0

    @external
    def again(self) -> None:
        while ${literal} != '':  # ${comment}
            self.icx.send(self.msg.sender, hash(${literal} + 'x'))

    @external(readonly=True)
    def key(self) -> int:
        return hash(${literal})  # madang: ignore[D06] ${comment}
`;

export const check = (files: readonly InputFile[]): CheckRun => checkFiles(files, { rules });
