import { readFileSync } from 'node:fs';
import { defineError, printable } from '@madang/errors';
import {
  namesOf,
  type SettingMap,
  type SettingNames,
  type SettingsDefinition,
  type Values,
} from './define.ts';
import { readSettingsFile, type FileEntries } from './file.ts';
import { near } from './near.ts';
import type { Setting } from './setting.ts';

export const configInvalid = defineError<{ faults: readonly string[] }>({
  code: 'CONFIG_INVALID',
  status: 500,
  retry: 'never',
  message: ({ faults }) =>
    `${faults.length === 1 ? 'One setting is' : `${faults.length} settings are`} not usable; nothing was started or changed:\n${faults
      .map((fault) => `  - ${fault}`)
      .join('\n')}\nSee all settings with their sources: ./madang config print`,
});

export type Source = 'flag' | 'environment' | 'file' | 'other tool' | 'default';

/** One line of `config print`. */
export interface PrintedSetting {
  readonly key: string;
  /** Secrets are masked. */
  readonly value: string;
  readonly source: Source;
  /** The exact place: `--port`, `MADANG_PORT`, the file's name. */
  readonly from: string;
  readonly unit: string | null;
  readonly doc: string;
  readonly names: SettingNames;
}

export interface ResolvedSettings {
  /** The values of one system, frozen. */
  of<M extends SettingMap>(definition: SettingsDefinition<M>): Values<M>;
  print(): PrintedSetting[];
  /** Everything that was named somewhere, as variables for a child process, which then resolves to the same values. */
  asEnvironment(): Record<string, string>;
  /** Variables that look like ours but belong to no setting of what runs here. */
  readonly warnings: readonly string[];
}

export interface SettingsInput {
  /** Flags by name without dashes; a flag without a value is `''`. */
  readonly flags: ReadonlyMap<string, string>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Settings file named by `--config`; null = `madang.config.yaml` when it is there. */
  readonly file: string | null;
}

interface Found {
  readonly text: string;
  readonly source: Source;
  readonly from: string;
}

/**
 * Resolves all settings at once: flag > environment > file > another tool's variable > default, the same for every one.
 * @throws CONFIG_INVALID with every fault: malformed values, unknown names (with near ones), unreadable secret files.
 */
export function resolveSettings(
  definitions: readonly SettingsDefinition[],
  input: SettingsInput,
): ResolvedSettings {
  const file = readSettingsFile(input.file);
  const faults = [...file.faults];
  const values = new Map<SettingsDefinition, Record<string, unknown>>();
  const named: Record<string, string> = {};
  const printed: PrintedSetting[] = [];
  for (const definition of definitions) {
    const { system, settings } = definition;
    const own: Record<string, unknown> = {};
    for (const [name, setting] of Object.entries(settings)) {
      const names = namesOf(system, name);
      const found = find(names, setting, input, file, faults);
      const value: unknown = found === null ? setting.fallback : parse(found, setting, faults);
      own[name] = value;
      if (found !== null) named[names.variable] = found.text;
      printed.push(printedSetting(names, setting, found, value));
    }
    values.set(definition, Object.freeze(own));
  }
  const warnings = unknownNames(printed, definitions, input, file, faults);
  if (faults.length > 0) throw configInvalid({ faults });
  return {
    of: <M extends SettingMap>(definition: SettingsDefinition<M>) => values.get(definition) as Values<M>,
    print: () => printed,
    asEnvironment: () => ({ ...named }),
    warnings,
  };
}

function find(
  names: SettingNames,
  setting: Setting<unknown>,
  input: SettingsInput,
  file: FileEntries,
  faults: string[],
): Found | null {
  const flag = input.flags.get(names.flag);
  if (flag !== undefined) return { text: flag, source: 'flag', from: `--${names.flag}` };
  const variable = input.environment[names.variable];
  if (variable !== undefined) return { text: variable, source: 'environment', from: names.variable };
  const secret = setting.secret === true ? fromSecretFile(names, input, faults) : null;
  if (secret !== null) return secret;
  const entry = file.entries.get(names.key);
  if (entry !== undefined) return { text: entry, source: 'file', from: file.path ?? '' };
  const foreign = setting.foreign === undefined ? undefined : input.environment[setting.foreign];
  return foreign === undefined || foreign === ''
    ? null
    : { text: foreign, source: 'other tool', from: setting.foreign ?? '' };
}

function fromSecretFile(names: SettingNames, input: SettingsInput, faults: string[]): Found | null {
  const variable = `${names.variable}_FILE`;
  const path = input.environment[variable];
  if (path === undefined) return null;
  try {
    return { text: readFileSync(path, 'utf8').trimEnd(), source: 'environment', from: variable };
  } catch (error) {
    faults.push(
      `${variable} names the file ${printable(path)}, which cannot be read (${error instanceof Error ? error.message : ''})`,
    );
    return null;
  }
}

function parse(found: Found, setting: Setting<unknown>, faults: string[]): unknown {
  const result = setting.schema.safeParse(found.text);
  if (result.success) return result.data;
  const shown = setting.secret === true ? '(secret)' : JSON.stringify(printable(found.text, 200));
  const unit = setting.unit === undefined ? '' : ` (in ${setting.unit})`;
  faults.push(
    `${found.from} is ${shown}${unit}: ${result.error.issues.map((issue) => issue.message).join('; ')}`,
  );
  return setting.fallback;
}

function printedSetting(
  names: SettingNames,
  setting: Setting<unknown>,
  found: Found | null,
  value: unknown,
): PrintedSetting {
  const shown = shownOf(value);
  return {
    key: names.key,
    value: setting.secret === true && shown !== '' ? '••••••' : shown,
    source: found?.source ?? 'default',
    from: found?.from ?? 'default',
    unit: setting.unit ?? null,
    doc: setting.doc,
    names,
  };
}

function unknownNames(
  known: readonly PrintedSetting[],
  definitions: readonly SettingsDefinition[],
  input: SettingsInput,
  file: FileEntries,
  faults: string[],
): string[] {
  const warnings: string[] = [];
  const flags = new Set(known.map(({ names }) => names.flag));
  for (const flag of input.flags.keys()) {
    if (!flags.has(flag))
      faults.push(`--${printable(flag, 100)} is no setting${didYouMean(flag, flags, '--')}`);
  }
  const keys = new Set(known.map(({ key }) => key));
  for (const key of file.entries.keys()) {
    if (!keys.has(key))
      faults.push(`${printable(key, 100)} in ${file.path ?? ''} is no setting${didYouMean(key, keys, '')}`);
  }
  const variables = new Set(known.flatMap(({ names }) => [names.variable, `${names.variable}_FILE`]));
  const prefixes = definitions
    .filter(({ system }) => system !== '')
    .map(({ system }) => `MADANG_${system.toUpperCase()}_`);
  for (const variable of Object.keys(input.environment)) {
    if (!variable.startsWith('MADANG_') || variables.has(variable)) continue;
    const hint = didYouMean(variable, variables, '');
    const ours = hint !== '' || prefixes.some((prefix) => variable.startsWith(prefix));
    (ours ? faults : warnings).push(`${printable(variable, 100)} is no setting${hint}`);
  }
  return warnings;
}

function didYouMean(name: string, known: Iterable<string>, prefix: string): string {
  const candidates = near(name, known);
  return candidates.length === 0
    ? ''
    : `; did you mean ${candidates.map((candidate) => prefix + candidate).join(' or ')}?`;
}

/** A setting's value as text; empty when it is not set. */
export function shownOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '';
}
