import type { ResolvedSettings } from '@madang/config';
import type { Logger } from '@madang/telemetry';
import type { System } from '../define-system.ts';
import type { Role } from '../roles/role.ts';
import type { Described } from './described.ts';
import type { Surroundings } from './surroundings.ts';
import type { Verb } from './verb.ts';

/** A command that every system has: `./madang [<system>] <name>`. */
export interface Command extends Described {
  /** Ends with the exit code. */
  run(context: CommandContext): Promise<number>;
}

/** What every command gets: the systems meant, their roles, all settings, the command's own flags. */
export interface CommandContext {
  readonly house: House;
  readonly systems: readonly System[];
  readonly roles: readonly Role[];
  readonly settings: ResolvedSettings;
  readonly log: Logger;
  /** The command's own flags; a switch has the value `yes`. */
  readonly flags: ReadonlyMap<string, string>;
  /** Words after the command. */
  readonly words: readonly string[];
  /** First words of a command line that means the same systems with the same file of settings. */
  readonly sameHouse: readonly string[];
  readonly surroundings: Surroundings;
}

/** A house: its systems, the roles that serve them, and the program that starts it. */
export interface House {
  readonly systems: readonly System[];
  /** The roles that these systems need, in the order in which they start. */
  roles(systems: readonly System[]): readonly Role[];
  /** What it can be told beside its verbs; a program that has nothing to serve has none. */
  readonly commands: readonly Command[];
  /** Verbs of its own, of packages that are no systems: `./madang localnet`. */
  readonly verbs?: readonly Verb[];
  /** Command lines for its help, beside those that every house has: `npm start -- --node URL`. */
  readonly examples?: readonly string[];
  /** Path of the program's file: roles are started by running it again. */
  readonly main: string;
}
