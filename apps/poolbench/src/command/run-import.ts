import { readFile } from 'node:fs/promises';
import { environment } from '@madang/config';
import { printable } from '@madang/errors';
import { houseSettings, type VerbContext } from '@madang/system';
import { readIni } from '../forerunner-ini/read-ini.ts';
import { translateIni } from '../forerunner-ini/translate-ini.ts';
import { forerunnerLogUnreadable } from '../record/record.errors.ts';
import { reasonOf } from '../record/log-file.ts';
import { importUsage } from '../runs/errors.ts';
import { importLog } from '../runs/import-log.ts';
import { runsFolder } from '../runs/run-files.ts';

/** Takes over the logs that the words name, or translates the INI file. Gives the exit code. */
export async function runImport(context: VerbContext): Promise<number> {
  const { words, flags, settings, say } = context;
  const ini = flags.get('ini') ?? (words.length === 0 ? environment()['CONFIGPATH'] : undefined);
  if (ini === undefined && words.length === 0) throw importUsage({});
  const timezone = ini === undefined ? undefined : await tellIni(context, ini);
  const folder = flags.get('to') ?? runsFolder(settings.of(houseSettings).data);
  for (const file of words) {
    const text = await contentOf(file);
    const { path, notes, made } = await importLog({ file, text, folder, ...(timezone && { timezone }) });
    say(`${printable(file, 200)}: ${made ? 'kept as' : 'is there already as'} ${path}`);
    for (const note of notes) say(`! ${printable(note, 500)}`);
  }
  return 0;
}

/** Prints what the INI file means here. Gives its zone, in which the times of its logs are. */
async function tellIni({ print, say }: VerbContext, file: string): Promise<string | undefined> {
  const settings = readIni(await contentOf(file));
  const { plan, command, notes } = translateIni(settings);
  print(plan);
  print(`# ${command}`);
  for (const note of notes) say(`! ${note}`);
  return settings.get('time')?.get('timezone');
}

async function contentOf(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: unknown) => {
    throw forerunnerLogUnreadable({ file, reason: `it cannot be read (${reasonOf(error)})` }, error);
  });
}
