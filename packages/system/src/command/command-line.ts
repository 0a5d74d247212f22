import { near, parseArguments } from '@madang/config';
import type { System } from '../define-system.ts';
import type { Command, House } from './command.ts';
import { commandOfVerb } from './command-of-verb.ts';
import type { Described } from './described.ts';
import { commandMissing, commandUsage, wordsUsage } from './errors.ts';

/** What a command line asks for. */
export interface CommandLine {
  /** The system it names; null = all of them. */
  readonly system: System | null;
  /** Null = nothing but help. */
  readonly command: Command | null;
  readonly help: boolean;
  readonly flags: ReadonlyMap<string, string>;
  /** Words after the command. */
  readonly words: readonly string[];
}

/** `npm start` says what a person would say. */
const ALIASES = new Map([['start', 'serve']]);

/** @throws HOUSE_COMMAND_USAGE, HOUSE_COMMAND_MISSING_USAGE, HOUSE_WORDS_USAGE, CONFIG_ARGUMENTS_USAGE */
export function readCommandLine(house: House, argv: readonly string[]): CommandLine {
  const { words, flags } = parseArguments(argv, ...kindsOfFlags(house));
  const system = house.systems.find(({ name }) => name === words[0]) ?? null;
  const asked = system === null ? words : words.slice(1);
  const help = flags.has('help');
  const [flag] = flags.keys();
  if (asked.length === 0 && flag !== undefined && !help) throw commandMissing({ flag });
  if (asked.length === 0) return { system, command: null, help: true, flags, words: [] };
  const { command, rest, isVerb } = findCommand(house, system, asked);
  if (!isVerb && !help && rest[0] !== undefined) throw wordsUsage({ command: command.name, word: rest[0] });
  return { system, command, help, flags, words: rest };
}

// Which flags stand alone or are lists has to be known before it is known whose they are.
function kindsOfFlags({ systems, commands, verbs = [] }: House): [switches: Set<string>, lists: Set<string>] {
  const described: readonly Described[] = [
    ...commands,
    ...verbs,
    ...systems.flatMap((system) => system.verbs ?? []),
  ];
  return [
    new Set(['help', ...described.flatMap(({ switches = {} }) => Object.keys(switches))]),
    new Set(described.flatMap(({ lists = {} }) => Object.keys(lists))),
  ];
}

function findCommand(house: House, system: System | null, asked: readonly string[]) {
  const verbs = ((system ?? house).verbs ?? []).map(commandOfVerb);
  const [first = ''] = asked;
  const words = [ALIASES.get(first) ?? first, ...asked.slice(1)];
  const [command] = [...house.commands, ...verbs]
    .filter(({ name }) => `${words.join(' ')} `.startsWith(`${name} `))
    // A verb may have a part of its own: `localnet record`.
    .sort((a, b) => b.name.length - a.name.length);
  if (command === undefined) throw unknownCommand(house, verbs, asked);
  return { command, rest: words.slice(command.name.split(' ').length), isVerb: verbs.includes(command) };
}

function unknownCommand(house: House, verbs: readonly Command[], asked: readonly string[]): Error {
  const known = [
    ...[...house.commands, ...verbs].map(({ name }) => name),
    ...ALIASES.keys(),
    ...house.systems.map(({ name }) => name),
  ];
  const [first = ''] = asked;
  const candidates = [...new Set([...near(asked.slice(0, 2).join(' '), known), ...near(first, known)])];
  const hint = candidates.length > 0 ? ` (did you mean ${candidates.join(' or ')}?)` : '';
  return commandUsage({ command: asked.join(' '), hint });
}
