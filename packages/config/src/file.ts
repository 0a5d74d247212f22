import { existsSync, readFileSync } from 'node:fs';
import { printable } from '@madang/errors';
import { parse } from 'yaml';
import { configFileUnreadable } from './errors.ts';

export const DEFAULT_FILE = 'madang.config.yaml';

/** Flat entries of a settings file: `tracker.pageSize` → text. Lists and deeper nesting are faults, named by their key. */
export interface FileEntries {
  readonly path: string | null;
  readonly entries: ReadonlyMap<string, string>;
  readonly faults: readonly string[];
}

/** Reads the settings file: the named one must exist, the default one may be missing. */
export function readSettingsFile(named: string | null): FileEntries {
  const path = named ?? DEFAULT_FILE;
  if (named === null && !existsSync(path)) return { path: null, entries: new Map(), faults: [] };
  return flatten(path, readYaml(path));
}

/** What a YAML file says, unchecked; throws CONFIG_FILE_UNREADABLE for one that is not there or is no YAML. */
export function readYaml(path: string): unknown {
  try {
    return parse(readFileSync(path, 'utf8')) as unknown;
  } catch (error) {
    throw configFileUnreadable(
      { file: path, reason: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error) },
      error,
    );
  }
}

function flatten(path: string, document: unknown): FileEntries {
  const entries = new Map<string, string>();
  const faults: string[] = [];
  if (document === null || document === undefined) return { path, entries, faults };
  if (!isMapping(document))
    throw configFileUnreadable({ file: path, reason: 'it is not a mapping of names to values' });
  for (const [key, value] of Object.entries(document)) {
    if (!isMapping(value)) add(key, value);
    else for (const [inner, innerValue] of Object.entries(value)) add(`${key}.${inner}`, innerValue);
  }
  return { path, entries, faults };

  // A name without a value is a setting left as it is.
  function add(key: string, value: unknown): void {
    if (value === null || value === undefined) return;
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
      entries.set(key, String(value));
    else faults.push(`${printable(key, 100)} in ${path} must be one value, not a list or a mapping`);
  }
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
