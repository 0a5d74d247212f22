import type { Logger } from '@madang/telemetry';
import type { Auth } from './access-rules.ts';
import type { ListenAddress } from './listen-address.ts';
import type { Exit } from './server.ts';

export interface EmbeddedSettings {
  /** Directory for everything of the server; the cluster itself is in `postgres` inside it. Made when it is not there. */
  readonly dataDir: string;
  readonly log: Logger;
  /** Also listens by TCP, always with a password. Only the unix socket unless given. */
  readonly listen?: ListenAddress;
  /** Through the socket, whose directory is closed to other users: `trust` unless given. */
  readonly auth?: Auth;
  /** Of the user `madang`; made up, and kept in the data directory, unless given. */
  readonly password?: string;
  /** Libraries for `shared_preload_libraries`. */
  readonly preload?: readonly string[];
  /** Server settings by name, over the tuned ones. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Folder with other binaries (`postgres`, `initdb`); a cluster of another version still gets those that fit. */
  readonly binaries?: string;
}

/** A PostgreSQL at work in a data directory. */
export interface EmbeddedServer {
  /** Address of the database `madang` through the unix socket. */
  readonly url: string;
  /** The same by TCP, when it listens. */
  readonly tcpUrl?: string;
  /** Whether another process had started it; then `stop` leaves it alone. */
  readonly attached: boolean;
  readonly pid: number;
  /** `18.4` */
  readonly version: string;
  /** Resolves when the server has ended, for whatever reason. */
  readonly exited: Promise<Exit>;
  /** Stops the server if we started it. With `hurry`, also in a second call, it ends at once, and the next start repairs. */
  stop(options?: { readonly hurry?: boolean }): Promise<void>;
}
