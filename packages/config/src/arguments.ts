import { argumentsUsage } from './errors.ts';

/** A command line taken apart: `tracker serve --port 3000 --json` → words and flags. */
export interface Arguments {
  readonly words: readonly string[];
  /** By name, without dashes; a switch has the value `yes`. */
  readonly flags: ReadonlyMap<string, string>;
}

/**
 * Takes a command line apart without knowing its settings; whether a flag exists is decided when settings are resolved.
 * A flag takes a value (`--port 3000` or `--port=3000`) unless it is one of the switches, which stand alone. One of the lists may be
 * given several times: its values are then one, with commas between.
 *
 * @throws CONFIG_ARGUMENTS_USAGE for a flag without its value, given twice, or with one dash.
 */
export function parseArguments(
  argv: readonly string[],
  switches: ReadonlySet<string>,
  lists: ReadonlySet<string> = new Set(),
): Arguments {
  const end = argv.indexOf('--');
  const ours = end === -1 ? argv : argv.slice(0, end);
  const words: string[] = [];
  const flags = new Map<string, string>();
  for (let i = 0; i < ours.length; i++) {
    const argument = ours[i] === '-h' ? '--help' : (ours[i] ?? '');
    if (!argument.startsWith('-') || argument === '-') {
      words.push(argument);
      continue;
    }
    const { name, inline } = flagOf(argument);
    const before = flags.get(name);
    if (before !== undefined && !lists.has(name))
      throw argumentsUsage({ argument: `--${name}`, reason: 'given twice' });
    const value = inline ?? (switches.has(name) ? 'yes' : valueOf(argument, ours[++i]));
    flags.set(name, before === undefined ? value : `${before},${value}`);
  }
  return { words: [...words, ...argv.slice(ours.length + 1)], flags };
}

function flagOf(argument: string): { name: string; inline: string | undefined } {
  if (!argument.startsWith('--'))
    throw argumentsUsage({ argument, reason: 'flags have two dashes and a whole name' });
  const equals = argument.indexOf('=');
  return equals === -1
    ? { name: argument.slice(2), inline: undefined }
    : { name: argument.slice(2, equals), inline: argument.slice(equals + 1) };
}

function valueOf(argument: string, next: string | undefined): string {
  if (next === undefined || next.startsWith('--'))
    throw argumentsUsage({ argument, reason: 'needs a value' });
  return next;
}

/** Splits off the flags that a command handles itself, so that the rest can be resolved as settings. */
export function takeFlags(
  flags: ReadonlyMap<string, string>,
  names: readonly string[],
): [own: Map<string, string>, rest: Map<string, string>] {
  const own = new Map<string, string>();
  const rest = new Map<string, string>();
  for (const [name, value] of flags) (names.includes(name) ? own : rest).set(name, value);
  return [own, rest];
}
