import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** An installed PgBouncer. */
export interface PgBouncer {
  readonly path: string;
  /** `1.18.0` */
  readonly version: string;
}

// Where Debian puts it, which the PATH of ordinary users leaves out.
const FIND = 'PATH="$PATH:/usr/sbin:/usr/local/sbin" command -v pgbouncer';

/** The PgBouncer of this machine, on the PATH or among the system's programs; null when there is none that runs. */
export async function findPgBouncer(): Promise<PgBouncer | null> {
  try {
    const path = (await run('sh', ['-c', FIND])).stdout.trim();
    const said = (await run(path, ['--version'])).stdout;
    const version = /^PgBouncer (\S+)/m.exec(said)?.[1];
    return version === undefined ? null : { path, version };
  } catch {
    return null;
  }
}

/** Whether a version is at least another: `1.18.0`, `1.21`. */
export function isAtLeast(version: string, least: string): boolean {
  return version.localeCompare(least, 'en', { numeric: true }) >= 0;
}
