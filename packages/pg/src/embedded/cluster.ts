import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Binaries } from './binaries.ts';
import { badDirectory, startFailed } from './errors.ts';
import { codeOf, explainFileError, giveTo, writePrivate } from './files.ts';
import type { Layout } from './layout.ts';
import { reasonOf, runAs, type RunAs } from './run-as.ts';
import { succeeds } from './succeeds.ts';

/** The user of the database that a cluster is made with; it may do everything. */
export const USER = 'madang';

/** The version a cluster was made by, and whose it is. */
export interface Cluster {
  /** `18` */
  readonly version: string;
  readonly uid: number;
  readonly gid: number;
}

/**
 * Looks without touching; undefined when there is no cluster yet. Throws PG_EMBEDDED_DIRECTORY for a directory that holds
 * something else or that we may not read.
 */
export async function inspectCluster({ cluster }: Layout): Promise<Cluster | undefined> {
  try {
    const entries = await readdir(cluster);
    if (entries.length === 0) return undefined;
    if (!entries.includes('PG_VERSION')) throw notACluster(cluster);
    const version = await readFile(path.join(cluster, 'PG_VERSION'), 'utf8');
    const { uid, gid } = await stat(cluster);
    return { version: version.trim(), uid, gid };
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw await explainFileError(cluster, error);
  }
}

function notACluster(directory: string): Error {
  return badDirectory({
    directory,
    reason: 'is not empty and is no PostgreSQL data directory',
    next: 'Move its files away, or choose another data directory.',
  });
}

export interface ClusterOptions {
  readonly password: string;
  /** Whether files must be safe on disk when it is made. */
  readonly sync: boolean;
}

/** Makes a cluster: beside its place first, then moved there whole, so that half a cluster is never taken for one. */
export async function createCluster(
  layout: Layout,
  binaries: Binaries,
  as: RunAs,
  { password, sync }: ClusterOptions,
): Promise<void> {
  await rm(layout.creating, { recursive: true, force: true });
  try {
    await mkdir(layout.creating, { mode: 0o700 });
    await giveTo(layout.creating, as);
    await writePrivate(layout.password, password, as);
    const command = [
      ...initdb(layout, binaries),
      ...(await localeOptions(binaries)),
      ...(sync ? [] : ['--no-sync']),
    ];
    await runAs(as, command, binaries.libraries).catch((error: unknown) => {
      throw startFailed({ directory: layout.dataDir, what: 'initdb failed', log: reasonOf(error) }, error);
    });
    await rename(layout.creating, layout.cluster);
  } catch (error) {
    await rm(layout.creating, { recursive: true, force: true });
    await rm(layout.password, { force: true });
    throw error;
  }
}

function initdb({ creating, password }: Layout, { folder }: Binaries): readonly string[] {
  const program = path.join(folder, 'initdb');
  return [program, '-D', creating, '-U', USER, `--pwfile=${password}`, '-A', 'scram-sha-256', '-E', 'UTF8'];
}

// Where glibc keeps the one locale with Unicode's letters that nearly every Linux has.
const UNICODE_LOCALES = ['/usr/lib/locale/C.utf8', '/usr/lib/locale/C.UTF-8'];
const FIRST_WITH_BUILTIN_LOCALE = 17;

// Text is compared by bytes, the same on every machine. Which characters are letters (for lower case, regular expressions and
// pg_trgm, which finds nothing in Korean without) comes from Unicode as far as server and system know it.
async function localeOptions({ major }: Binaries): Promise<readonly string[]> {
  const found = await Promise.all(UNICODE_LOCALES.map((file) => succeeds(stat(file))));
  return [
    '--locale=C',
    ...(found.includes(true) ? ['--lc-ctype=C.UTF-8'] : []),
    ...(Number(major) >= FIRST_WITH_BUILTIN_LOCALE
      ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8']
      : []),
  ];
}
