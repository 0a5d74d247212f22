import { didYouMean, documentFaults, readYaml } from '@madang/config';
import type { Rule } from '../catalogue/rule.ts';
import { settingsInvalid } from './errors.ts';
import type { PackageSettings } from './package-settings.ts';
import { pathPattern } from './path-pattern.ts';
import { SettingsFile } from './settings-file.schema.ts';

/** Reads a file of settings. All that is wrong with it is told at once. `shown` is its name in reports. */
export function readSettings(file: string, shown: string, rules: readonly Rule[]): PackageSettings {
  const { success, data, error } = SettingsFile.safeParse(readYaml(file) ?? {});
  if (!success) throw settingsInvalid({ file: shown, faults: documentFaults(error.issues, namesAt) });
  const faults = unknownRules(data, rules);
  if (faults.length > 0) throw settingsInvalid({ file: shown, faults });
  return settingsOf(data, shown);
}

function settingsOf(data: SettingsFile, file: string): PackageSettings {
  const entries = Object.entries(data.rules ?? {});
  return {
    file,
    engine: data.engine,
    failOn: data['fail-on'],
    minConfidence: data['min-confidence'],
    only: data.only,
    off: new Map(
      entries.flatMap(([id, { use, reason }]) => (use === 'off' ? [[id, reason ?? ''] as const] : [])),
    ),
    severities: new Map(
      entries.flatMap(([id, { severity }]) => (severity === undefined ? [] : [[id, severity] as const])),
    ),
    ignored: (data.ignore ?? []).map(({ path, reason }) => ({
      pattern: path,
      reason,
      matches: pathPattern(path),
    })),
  };
}

function unknownRules({ rules: entries = {}, only = [] }: SettingsFile, rules: readonly Rule[]): string[] {
  const known = rules.map(({ id }) => id);
  return [...Object.keys(entries), ...only]
    .filter((id) => !known.includes(id))
    .map((id) => `there is no rule ${id}${didYouMean(id, known)}`);
}

const TOP_KEYS = Object.keys(SettingsFile.shape);
const INNER_KEYS: Readonly<Record<string, readonly string[]>> = {
  rules: ['use', 'severity', 'reason'],
  ignore: ['path', 'reason'],
};

const namesAt = ([first]: readonly PropertyKey[]): readonly string[] =>
  first === undefined ? TOP_KEYS : (INNER_KEYS[String(first)] ?? []);
