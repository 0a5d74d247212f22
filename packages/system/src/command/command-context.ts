import type { ResolvedSettings } from '@madang/config';
import type { Logger } from '@madang/telemetry';
import type { System } from '../define-system.ts';
import type { Role } from '../roles/role.ts';
import type { House } from './house.ts';

/** What every command gets: the systems meant, their roles, all settings, the command's own flags and words. */
export interface CommandContext {
  readonly house: House;
  readonly systems: readonly System[];
  readonly roles: readonly Role[];
  readonly settings: ResolvedSettings;
  readonly log: Logger;
  readonly words: readonly string[];
  readonly flags: ReadonlyMap<string, string>;
  /** First words that name the system, for a process that runs the same program again. */
  readonly systemWords: readonly string[];
}
