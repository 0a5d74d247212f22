import { defineError, printable } from '@madang/errors';

export const argumentsUsage = defineError<{ argument: string; reason: string }>({
  code: 'CONFIG_ARGUMENTS_USAGE',
  status: 400,
  retry: 'never',
  message: ({ argument, reason }) => `${printable(argument, 100)}: ${reason}. See --help.`,
});

/** A command line taken apart: `tracker serve --port 3000 --json` → words and flags. */
export interface Arguments {
  readonly words: readonly string[];
  readonly flags: ReadonlyMap<string, string>;
}

/** Flags that stand alone; all others take a value (`--port 3000` or `--port=3000`). */
const SWITCHES = new Set(['help', 'json', 'version', 'dry-run', 'check']);

/**
 * Takes a command line apart without knowing its settings; whether a flag exists is decided when settings are resolved.
 * @throws CONFIG_ARGUMENTS_USAGE for a flag without its value or given twice.
 */
export function parseArguments(argv: readonly string[], switches: ReadonlySet<string> = SWITCHES): Arguments {
  const words: string[] = [];
  const flags = new Map<string, string>();
  for (let i = 0; i < argv.length; i++) {
    const argument = argv[i] ?? '';
    if (argument === '--') {
      words.push(...argv.slice(i + 1));
      break;
    }
    if (argument === '-h') flags.set('help', 'yes');
    else if (!argument.startsWith('--')) words.push(argument);
    else {
      const equals = argument.indexOf('=');
      const name = argument.slice(2, equals === -1 ? undefined : equals);
      if (flags.has(name)) throw argumentsUsage({ argument, reason: 'given twice' });
      if (equals !== -1) flags.set(name, argument.slice(equals + 1));
      else if (switches.has(name)) flags.set(name, 'yes');
      else {
        const value = argv[++i];
        if (value === undefined || value.startsWith('--'))
          throw argumentsUsage({ argument, reason: 'needs a value' });
        flags.set(name, value);
      }
    }
  }
  return { words, flags };
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
