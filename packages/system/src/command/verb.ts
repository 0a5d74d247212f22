import type { ResolvedSettings } from '@madang/config';
import type { Logger } from '@madang/telemetry';

export interface VerbContext {
  readonly settings: ResolvedSettings;
  readonly log: Logger;
  /** Words after the verb. */
  readonly words: readonly string[];
  /** The verb's own flags. */
  readonly flags: ReadonlyMap<string, string>;
  /** Data, for standard output. */
  print(text: string): void;
  /** Text for people, on standard error. */
  say(text: string): void;
}

/** One verb of a system's command line: `./madang <system> <verb>`. */
export interface Verb {
  readonly name: string;
  readonly summary: string;
  readonly examples: readonly string[];
  /** Flags that are the verb's own and no settings, with their sentence. */
  readonly flags?: Readonly<Record<string, string>>;
  /** Ends with the exit code. */
  run(context: VerbContext): Promise<number>;
}
