import { join } from 'node:path';
import { resolveSettings } from '@madang/config';
import { houseSettings } from '@madang/system';
import { describe, expect, it } from 'vitest';
import { runPrint } from '../../src/command/run-print.ts';
import { printers } from '../../src/printers/printers.ts';
import { folderOf, PACKAGE, read } from './run.ts';

/** Runs `print` in this process, as the command line does. */
async function run(words: readonly string[], flags: Readonly<Record<string, string>> = {}, language = 'en') {
  const [printed, said]: [string[], string[]] = [[], []];
  const settings = resolveSettings([houseSettings], {
    ...{ flags: new Map([['language', language]]), environment: {}, file: null },
  });
  const code = await runPrint({
    ...{ words, flags: new Map(Object.entries(flags)), settings },
    print: (line) => void printed.push(line),
    say: (line) => void said.push(line),
  });
  return { code, printed: printed.join('\n'), said: said.join('\n') };
}

describe('print', () => {
  it('alone lists the printers, in the language of whoever asks', async () => {
    const { code, printed } = await run([]);
    expect(code).toBe(0);
    for (const { name, title } of printers)
      expect(printed).toMatch(new RegExp(`^${name} +${title.en}$`, 'm'));
    expect((await run([], {}, 'ko')).printed).toMatch(/^storage +저장소$/m);
  });

  it('draws a folder as text', async () => {
    const { code, printed } = await run(['access', folderOf(PACKAGE)]);
    expect(code).toBe(0);
    expect(printed).toMatch(/^_name +setTitle$/m);
  });

  it('writes a file, and says so', async () => {
    const folder = folderOf(PACKAGE);
    const output = join(folder, 'calls.svg');
    const { code, printed, said } = await run(['calls', folder], { format: 'svg', output });
    expect([code, printed, said]).toEqual([0, '', `Written: ${output}`]);
    expect(read(output)).toMatch(/^<svg [^]*<\/svg>\n$/);
  });

  it.each([
    [
      ['acces', 'x'],
      {},
      'AUDIT_PRINTER_USAGE',
      'There is no printer "acces"; it is one of entry-points, access,',
    ],
    [['access'], {}, 'AUDIT_PRINT_USAGE', 'print wants a printer and one path, and got 0 paths'],
    [['access', 'a', 'b'], {}, 'AUDIT_PRINT_USAGE', 'got 2 paths'],
    [['access', 'x'], { format: 'dot' }, 'AUDIT_FLAG_USAGE', 'it is one of text, json, mermaid, svg'],
    [['access', '/nowhere\u001b'], {}, 'AUDIT_NOTHING_THERE', '/nowhere\\u{1b}'],
  ])('%j %j is told as %s', async (words, flags, code, message) => {
    await expect(run(words, flags)).rejects.toMatchObject({
      code,
      message: expect.stringContaining(message) as string,
    });
  });

  it('tells a class that is not there, and a file that cannot be written', async () => {
    const folder = folderOf(PACKAGE);
    await expect(run(['access', folder], { class: 'Shed' })).rejects.toMatchObject({
      code: 'AUDIT_CLASS_UNKNOWN',
      message: 'There is no contract class "Shed": there are Shop.',
    });
    await expect(run(['access', folder], { output: join(folder, 'no', 'x.txt') })).rejects.toMatchObject({
      code: 'AUDIT_OUTPUT_UNWRITABLE',
    });
  });
});
