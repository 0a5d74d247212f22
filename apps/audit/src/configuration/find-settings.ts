import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Rule } from '../catalogue/rule.ts';
import type { Input } from '../reading/read-input.ts';
import { settingsUnusable } from './errors.ts';
import { NO_SETTINGS, type PackageSettings } from './package-settings.ts';
import { readSettings } from './read-settings.ts';

/** Name of the file in the folder of a package, or above it. */
export const SETTINGS_FILE = 'madang-audit.yaml';

/** Settings are a page; more is something else. */
const MOST_BYTES = 256 * 1024;

/**
 * The settings of each package by its folder: those of the file that is named, or of the one that lies nearest to the package, up to
 * the folder that was handed in. What comes in an archive or on standard input brings none: it does not say how it is judged.
 */
export async function findSettings(
  input: Input,
  named: string | undefined,
  rules: readonly Rule[],
): Promise<(root: string) => PackageSettings> {
  if (named === 'none') return () => NO_SETTINGS;
  if (named !== undefined) {
    const settings = await readPlain(named, named, rules);
    return () => settings;
  }
  if (input.home === undefined) return () => NO_SETTINGS;
  const found = await settingsByFolder(input.home, foldersOf(input), rules);
  return (root) =>
    upwards(root)
      .map((folder) => found.get(folder))
      .find((settings) => settings !== undefined) ?? NO_SETTINGS;
}

/** Folders of packages and what lies above them. */
function foldersOf({ files }: Input): Set<string> {
  const packages = files.filter(({ path }) => /(?:^|\/)package\.json$/.test(path));
  return new Set(['', ...packages.flatMap(({ path }) => upwards(path.replace(/\/?package\.json$/, '')))]);
}

/** A folder and all above it, the nearest first; `''` is the one that was handed in. */
function upwards(root: string): string[] {
  if (root === '') return [''];
  const segments = root.split('/');
  return [...segments.map((_, index) => segments.slice(0, segments.length - index).join('/')), ''];
}

async function settingsByFolder(
  home: string,
  folders: ReadonlySet<string>,
  rules: readonly Rule[],
): Promise<Map<string, PackageSettings>> {
  const found = new Map<string, PackageSettings>();
  for (const folder of folders) {
    const shown = folder === '' ? SETTINGS_FILE : `${folder}/${SETTINGS_FILE}`;
    const file = join(home, shown);
    if ((await lstat(file).catch(() => undefined)) !== undefined)
      found.set(folder, await readPlain(file, shown, rules));
  }
  return found;
}

/** A link could lead to any file of the machine, whose text an error would then show. */
async function readPlain(file: string, shown: string, rules: readonly Rule[]): Promise<PackageSettings> {
  const there = await lstat(file).catch(() => undefined);
  if (there === undefined) throw settingsUnusable({ file: shown, why: 'it is not there' });
  if (!there.isFile()) throw settingsUnusable({ file: shown, why: 'it is no plain file' });
  if (there.size > MOST_BYTES) throw settingsUnusable({ file: shown, why: 'it is larger than 256 KiB' });
  return readSettings(file, shown, rules);
}
