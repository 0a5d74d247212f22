import { resolveSettings, takeFlags } from '@madang/config';
import { CodedError, EXIT, exitCodeOf, explain, printableLines } from '@madang/errors';
import { createLogger } from '@madang/telemetry';
import { houseSettings } from '../roles/house-settings.ts';
import type { Command, CommandContext, House } from './command.ts';
import { readCommandLine, type CommandLine } from './command-line.ts';
import { definitionsOf, helpOf } from './help.ts';
import type { Surroundings } from './surroundings.ts';

/** Runs one command line. Errors are told on standard error, one way for all commands. */
export async function runCommand(
  house: House,
  argv: readonly string[],
  surroundings: Surroundings,
): Promise<number> {
  try {
    const line = readCommandLine(house, argv);
    const { command } = line;
    if (!line.help && command !== null)
      return await command.run(contextOf(house, line, command, surroundings));
    surroundings.print(helpOf(house, line.system, command));
    return EXIT.ok;
  } catch (error) {
    surroundings.say(`${explain(error)}\n`);
    // What nobody foresaw is explained by its stack.
    if (error instanceof Error && !(error instanceof CodedError))
      surroundings.say(`${printableLines(error.stack ?? '', 8000)}\n`);
    return exitCodeOf(error);
  }
}

function contextOf(
  house: House,
  { system, flags, words }: CommandLine,
  command: Command,
  surroundings: Surroundings,
): CommandContext {
  const systems = system === null ? house.systems : [system];
  const roles = house.roles(systems);
  const ownFlags = [...Object.keys({ ...command.flags, ...command.lists, ...command.switches }), 'config'];
  const [own, named] = takeFlags(flags, ownFlags);
  const file = own.get('config') ?? null;
  const settings = resolveSettings(definitionsOf(systems, roles), {
    flags: named,
    commandFlags: ownFlags,
    environment: surroundings.environment,
    file,
  });
  const log = createLogger({
    level: settings.of(houseSettings).logLevel,
    bindings: own.has('role') ? { role: own.get('role') } : {},
  });
  for (const warning of settings.warnings) log.warn({ warning }, 'setting ignored');
  return {
    house,
    systems,
    roles,
    settings,
    log,
    words,
    flags: own,
    sameHouse: [...(system === null ? [] : [system.name]), ...(file === null ? [] : [`--config=${file}`])],
    surroundings,
  };
}
