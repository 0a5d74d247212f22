import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { resolveSettings } from '@madang/config';
import { explain } from '@madang/errors';
import { houseSettings } from '@madang/system';
import { runCheck } from '../../src/command/run-check.ts';

/** What a command line gave. */
export interface Outcome {
  /** Exit code; that of the error where one was thrown. */
  readonly code: number;
  readonly printed: string;
  readonly said: string;
}

/** Runs `check` in this process, as the command line does. */
export async function check(...argv: string[]): Promise<Outcome> {
  const [printed, said]: [string[], string[]] = [[], []];
  const words = argv.filter((word) => !word.startsWith('--'));
  const flags = argv
    .filter((word) => word.startsWith('--'))
    .map((word) => word.slice(2).split(/=(.*)/s))
    .map(([name = '', value = 'yes']) => [name, value] as const);
  const settings = resolveSettings([houseSettings], {
    flags: new Map([['language', 'en']]),
    environment: {},
    file: null,
  });
  try {
    const code = await runCheck({
      ...{ words, settings, flags: new Map(flags) },
      print: (line) => void printed.push(line),
      say: (line) => void said.push(line),
    });
    return { code, printed: printed.join('\n'), said: said.join('\n') };
  } catch (error) {
    const code = ((error as { code?: string }).code ?? '').includes('_USAGE') ? 2 : 1;
    return { code, printed: printed.join('\n'), said: [...said, explain(error)].join('\n') };
  }
}

/** A folder with these files in it. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'madang-audit-'));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

export const read = (...path: string[]): string => readFileSync(join(...path), 'utf8');

export const MANIFEST = '{"version": "1.0.0", "main_module": "shop", "main_score": "Shop"}';

/** A contract with a safe fix (Q04), and an unsafe one (L04, its own guard above a method of the engine). */
export const SHOP = `from iconservice import *

TAG = 'Shop'


def logged(func):
    @wraps(func)
    def wrapper(self, *args, **kwargs):
        return func(self, *args, **kwargs)
    return wrapper


class Shop(IconScoreBase):

    @eventlog
    def Named(self, _name: str):
        pass

    def __init__(self, db: IconScoreDatabase) -> None:
        super().__init__(db)
        self._name = VarDB('name', db, value_type=str)

    @logged
    def on_install(self) -> None:
        super().on_install()

    def on_update(self) -> None:
        super().on_update()

    @external(readonly=True)
    def isNamed(self) -> bool:
        return self._name.get() is not ''

    @external
    def setTitle(self, _name: str) -> None:
        if self.msg.sender != self.owner or len(_name) > 40:
            revert('Refused')
        self._name.set(_name)
        self.Named(_name)
`;

export const PACKAGE = { 'shop.py': SHOP, 'package.json': MANIFEST, '__init__.py': '' };
