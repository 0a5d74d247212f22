import type { ResolvedSettings, SettingsDefinition } from '@madang/config';
import type { Logger, Registry } from '@madang/telemetry';

/** What a role may use while it runs. */
export interface RoleContext {
  readonly settings: ResolvedSettings;
  readonly log: Logger;
  readonly registry: Registry;
  /** Absolute path of the folder in which the house keeps its things; there when somebody has made it. */
  readonly dataFolder: string;
  /**
   * Address of PostgreSQL: named by a setting, or provided by the database role.
   * @throws HOUSE_NO_DATABASE
   */
  databaseUrl(): string;
  /** The channel of PostgreSQL on which the house's events are told. */
  readonly channel: string;
  /** Tells a person how far the start is, in one line, such as `initialising the database`. */
  progress(line: string): void;
}

export interface RunningRole {
  /** Settings that this role provides for the ones started after it, by key: `{ databaseUrl }`, `{ node }`. */
  readonly provides?: Readonly<Record<string, string>>;
  /** One line for the person who started it, such as the address of the web. */
  readonly says?: string;
  /** Why it cannot do its work just now, or null. */
  ready(): Promise<string | null>;
  /** Metrics in Prometheus' format when they are more than the process's own registry. */
  metrics?(): Promise<string>;
  /** Settles when the role has ended by itself; rejects with the reason. */
  readonly ended?: Promise<void>;
  stop(): Promise<void>;
}

/**
 * A part of the house that runs as a process of its own. Any value of this shape will do: packages that know nothing of
 * this one (indexer, localnet) make such values, too.
 */
export interface Role {
  readonly name: string;
  readonly settings?: readonly SettingsDefinition[];
  /** Whether it is needed under these settings: no database role when another PostgreSQL is named. */
  wanted(settings: ResolvedSettings): boolean;
  /**
   * Looks whether it could start, and changes nothing: a port in use, a recording that is not there, a node that answers HTML.
   * @throws an error for the person who starts it.
   */
  preflight?(context: RoleContext): Promise<void>;
  /** How long its orderly end may take; 15 unless given. */
  readonly stopSeconds?: number;
  /** It has data in its hands, so it ends in order even when everything else is to end at once. */
  readonly holdsData?: boolean;
  start(context: RoleContext): Promise<RunningRole>;
}
