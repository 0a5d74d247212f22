import type { ResolvedSettings } from '@madang/config';
import type { Database } from '@madang/pg';
import type { Logger } from '@madang/telemetry';
import type { Described } from './described.ts';

export interface VerbContext {
  readonly settings: ResolvedSettings;
  readonly log: Logger;
  /** Words after the verb. */
  readonly words: readonly string[];
  /** The verb's own flags; a switch has the value `yes`. */
  readonly flags: ReadonlyMap<string, string>;
  /** Absolute path of the folder in which the house keeps its things; there when somebody has made it. */
  readonly dataFolder: string;
  /** A line of data, for standard output. */
  print(line: string): void;
  /** A line for people, on standard error. */
  say(line: string): void;
  /** Does something with the house's database; an embedded one is started (or joined) for as long as that takes. */
  withDatabase<T>(work: (database: Database) => Promise<T>): Promise<T>;
}

/** One verb of a system's command line: `./madang <system> <verb>`. */
export interface Verb extends Described {
  /** Ends with the exit code. */
  run(context: VerbContext): Promise<number>;
}
