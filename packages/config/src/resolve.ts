import { readFileSync } from 'node:fs';
import { printable } from '@madang/errors';
import {
  namesOf,
  type SettingMap,
  type SettingNames,
  type SettingsDefinition,
  type Values,
} from './define.ts';
import { configInvalid } from './errors.ts';
import { readSettingsFile, type FileEntries } from './file.ts';
import { printedSetting, type Found, type PrintedSetting } from './printed.ts';
import type { Setting } from './setting.ts';
import { findUnknownNames } from './unknown-names.ts';

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
  /** Flags by name without dashes. */
  readonly flags: ReadonlyMap<string, string>;
  /** Names of flags that are the command's own: a slip may have meant one of them. */
  readonly commandFlags?: readonly string[];
  /** An empty variable counts as not set. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Settings file named by `--config`; null = `madang.config.yaml` when it is there. */
  readonly file: string | null;
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
    const own: Record<string, unknown> = {};
    for (const [name, setting] of Object.entries(definition.settings)) {
      const names = namesOf(definition.system, name);
      const found = find(names, setting, input, file, faults);
      own[name] = found === null ? setting.fallback : parse(found, names, setting, faults);
      if (found !== null) named[names.variable] = found.text;
      printed.push(printedSetting(names, setting, found, own[name]));
    }
    values.set(definition, Object.freeze(own));
  }
  const unknown = findUnknownNames(
    printed.map(({ names }) => names),
    definitions.map(({ system }) => system),
    {
      flags: input.flags.keys(),
      commandFlags: input.commandFlags ?? [],
      file,
      variables: Object.keys(input.environment),
    },
  );
  faults.push(...unknown.faults);
  if (faults.length > 0) throw configInvalid({ faults });
  return {
    of: <M extends SettingMap>(definition: SettingsDefinition<M>) => valuesOf(values, definition),
    print: () => printed,
    asEnvironment: () => ({ ...named }),
    warnings: unknown.warnings,
  };
}

function valuesOf<M extends SettingMap>(
  values: ReadonlyMap<SettingsDefinition, Record<string, unknown>>,
  definition: SettingsDefinition<M>,
): Values<M> {
  const found = values.get(definition);
  if (found === undefined)
    throw new TypeError(`The settings of "${definition.system}" are not among the ones resolved here.`);
  return found as Values<M>;
}

function find(
  names: SettingNames,
  setting: Setting<unknown>,
  { flags, environment }: SettingsInput,
  file: FileEntries,
  faults: string[],
): Found | null {
  const flag = flags.get(names.flag);
  if (flag !== undefined) return { text: flag, source: 'flag', from: `--${names.flag}` };
  const variable = variableOf(environment, names.variable);
  if (variable !== null) return { text: variable, source: 'environment', from: names.variable };
  const secret = setting.secret === true ? fromSecretFile(names, environment, faults) : null;
  if (secret !== null) return secret;
  const entry = file.entries.get(names.key);
  if (entry !== undefined) return { text: entry, source: 'file', from: file.path ?? '' };
  const foreign = setting.foreign === undefined ? null : variableOf(environment, setting.foreign);
  return foreign === null ? null : { text: foreign, source: 'other tool', from: setting.foreign ?? '' };
}

function variableOf(environment: SettingsInput['environment'], name: string): string | null {
  const text = environment[name];
  return text === undefined || text === '' ? null : text;
}

function fromSecretFile(
  names: SettingNames,
  environment: SettingsInput['environment'],
  faults: string[],
): Found | null {
  const variable = `${names.variable}_FILE`;
  const path = variableOf(environment, variable);
  if (path === null) return null;
  try {
    return { text: readFileSync(path, 'utf8').trimEnd(), source: 'environment', from: variable };
  } catch (error) {
    const { code = 'unknown reason' } = error as NodeJS.ErrnoException;
    faults.push(`${variable} names the file ${printable(path, 200)}, which cannot be read (${code})`);
    return null;
  }
}

function parse(found: Found, names: SettingNames, setting: Setting<unknown>, faults: string[]): unknown {
  const result = setting.schema.safeParse(found.text);
  if (result.success) return result.data;
  const place = found.source === 'file' ? `${names.key} in ${found.from}` : found.from;
  const shown = setting.secret === true ? '(secret)' : `"${printable(found.text, 200)}"`;
  const unit = setting.unit === undefined ? '' : ` (in ${setting.unit})`;
  faults.push(`${place} is ${shown}${unit}: ${result.error.issues.map(({ message }) => message).join('; ')}`);
  return setting.fallback;
}
