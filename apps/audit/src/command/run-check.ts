import { relative, sep } from 'node:path';
import { printable } from '@madang/errors';
import { houseSettings, type VerbContext } from '@madang/system/verbs';
import { boundedRun } from '../bounded.ts';
import type { FormatOptions } from '../output/format.ts';
import { loadFormat } from '../output/formats.ts';
import { terminalSummary } from '../output/terminal.ts';
import { writeWhole } from '../writing/write-file.ts';
import { readCheckFlags, type CheckFlags } from './check-flags.ts';
import { checkOnce, isFailure, type Checked } from './check-once.ts';
import { toldBaseline, toldFixes } from './told.ts';
import { watchCheck } from './watch-check.ts';

/** What of a command line `check` needs. */
export type CheckContext = Pick<VerbContext, 'words' | 'flags' | 'settings' | 'print' | 'say'>;

type Speaking = Pick<VerbContext, 'print' | 'say'> & { readonly options: FormatOptions };

/** Gives the exit code: 1 when something at least as bad as `--fail-on` was found. */
export async function runCheck({ words, flags, settings, print, say }: CheckContext): Promise<number> {
  const wanted = readCheckFlags(words, flags);
  const { language } = settings.of(houseSettings);
  const speaking = { print, say, options: { language, colour: isColourful() } };
  if (wanted.watch) return watchCheck(wanted, speaking, () => checkAndTell(wanted, speaking));
  return checkAndTell(wanted, speaking);
}

const isColourful = (): boolean => process.stdout.isTTY && process.stdout.hasColors();

async function checkAndTell(flags: CheckFlags, speaking: Speaking): Promise<number> {
  const checked = await checkOnce(flags);
  return flags.diff ? tellDiff(checked, speaking) : tellReport(checked, flags, speaking);
}

/** Gives 1 when there is a difference, as `diff` does. */
async function tellDiff(
  { input, fixed }: Checked,
  { print, options: { colour } }: Speaking,
): Promise<number> {
  const { patchOf, shownPatch } = await import('../fix/patch.ts');
  const patch = patchOf(input.files, fixed?.files ?? []).replace(/\n$/, '');
  if (patch === '') return 0;
  print(process.stdout.isTTY ? shownPatch(patch, colour) : patch);
  return 1;
}

async function tellReport(checked: Checked, flags: CheckFlags, speaking: Speaking): Promise<number> {
  const { print, say } = speaking;
  const { run, input } = checked;
  const options = { ...speaking.options, folder: fromHere(input.home) };
  const { language } = options;
  if (checked.fixed !== undefined)
    for (const line of toldFixes(checked.fixed, checked.written, language)) say(line);
  const format = await loadFormat(flags.format);
  const told = boundedRun(run);
  if (flags.output === undefined) print(format(told, options));
  else {
    await writeWhole(flags.output, `${format(told, { ...options, colour: false })}\n`);
    print(terminalSummary(told, options));
    say(WRITTEN[language](printable(flags.output, 300)));
  }
  for (const line of toldBaseline(run, flags, language)) say(line);
  return flags.writeBaseline === undefined && isFailure(run, flags.newOnly) ? 1 : 0;
}

/** A folder as seen from where the command runs; nothing where it is not below. */
function fromHere(home: string | undefined): string | undefined {
  const path = home === undefined ? '' : relative(process.cwd(), home).split(sep).join('/');
  return path === '' || path.startsWith('../') || path === '..' ? undefined : path;
}

const WRITTEN = {
  en: (file: string) => `Written: ${file}`,
  ko: (file: string) => `썼습니다: ${file}`,
};
