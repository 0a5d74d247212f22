import { runCommand } from '../src/command/run-command.ts';
import { COMMANDS } from '../src/command/commands.ts';
import type { House } from '../src/command/command.ts';
import { databaseRole, httpRole, type System } from '../src/index.ts';
import { createDemo } from './demo/demo.ts';

export interface Ran {
  readonly code: number;
  /** What went to standard output. */
  readonly printed: string;
  /** What went to standard error. */
  readonly said: string;
}

/** A house with the demo system alone. */
export function demoHouse(system: System = createDemo().system): House {
  return {
    systems: [system],
    commands: COMMANDS,
    roles: (systems) => [databaseRole(), httpRole(systems)],
    main: '/never/started.ts',
  };
}

/** Runs a command line in this process, in surroundings of its own. */
export async function run(
  argv: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  house = demoHouse(),
): Promise<Ran> {
  let printed = '';
  let said = '';
  const code = await runCommand(house, argv, {
    environment: { MADANG_LOG_LEVEL: 'silent', ...environment },
    print: (text) => void (printed += text),
    say: (text) => void (said += text),
    columns: () => null,
  });
  return { code, printed, said };
}
