import { writeFile } from 'node:fs/promises';
import { printable } from '@madang/errors';
import { houseSettings, type VerbContext } from '@madang/system/verbs';
import { drawPicture } from '../printers/draw.ts';
import type { Printer } from '../printers/printer.ts';
import { printers } from '../printers/printers.ts';
import { pictureFormats } from '../printers/render/formats.ts';
import { readInput } from '../reading/read-input.ts';
import { outputUnwritable, printerUnknown, printUsage } from '../printers/errors.ts';
import { flagUsage } from './errors.ts';

/** Draws one picture, or lists those that there are. Gives the exit code. */
export async function runPrint({
  words,
  flags,
  settings,
  print,
  say,
}: Pick<VerbContext, 'words' | 'flags' | 'settings' | 'print' | 'say'>): Promise<number> {
  const { language } = settings.of(houseSettings);
  const [name, path, ...more] = words;
  if (name === undefined) {
    for (const printer of printers) print(listed(printer, language));
    return 0;
  }
  const printer = printerNamed(name);
  if (path === undefined || more.length > 0) throw printUsage({ given: words.length - 1 });
  const format = formatNamed(flags.get('format'));
  const picture = drawPicture(await readInput(path), printer, flags.get('class'));
  const output = flags.get('output');
  const colour = output === undefined && process.stdout.isTTY && process.stdout.hasColors();
  const text = pictureFormats[format](picture, { language, colour, printer: printer.name });
  if (output === undefined) print(text);
  else {
    await write(output, text);
    say(language === 'ko' ? `썼습니다: ${printable(output)}` : `Written: ${printable(output)}`);
  }
  return 0;
}

const listed = ({ name, title, about }: Printer, language: 'en' | 'ko'): string =>
  `${name.padEnd(13)} ${title[language]}\n${' '.repeat(14)}${about[language]}`;

function printerNamed(name: string): Printer {
  const found = printers.find((printer) => printer.name === name);
  if (found === undefined) throw printerUnknown({ name, known: printers.map((printer) => printer.name) });
  return found;
}

function formatNamed(value: string | undefined): keyof typeof pictureFormats {
  if (value === undefined) return 'text';
  const known = Object.keys(pictureFormats) as (keyof typeof pictureFormats)[];
  const found = known.find((each) => each === value);
  if (found === undefined) throw flagUsage({ flag: 'format', value, known });
  return found;
}

async function write(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, `${text}\n`);
  } catch (error) {
    throw outputUnwritable({ path, why: error instanceof Error ? error.message : String(error) });
  }
}
