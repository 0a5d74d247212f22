import { printable } from '@madang/errors';
import type { SettingNames } from './define.ts';
import type { FileEntries } from './file.ts';
import { near } from './near.ts';

/** What is named somewhere but is no setting. */
export interface UnknownNames {
  readonly faults: readonly string[];
  /** Variables that look like ours but may belong to a system that does not run here. */
  readonly warnings: readonly string[];
}

export interface Named {
  readonly flags: Iterable<string>;
  /** Flags of the command itself, which are no settings but may have been meant. */
  readonly commandFlags: readonly string[];
  readonly file: FileEntries;
  readonly variables: Iterable<string>;
}

/** Compares all names given with all names known. */
export function findUnknownNames(
  known: readonly SettingNames[],
  systems: readonly string[],
  named: Named,
): UnknownNames {
  const variables = unknownVariables(known, systems, named.variables);
  return {
    faults: [...unknownFlags(known, named), ...unknownKeys(known, named.file), ...variables.faults],
    warnings: variables.warnings,
  };
}

function unknownFlags(known: readonly SettingNames[], { flags, commandFlags }: Named): string[] {
  const names = new Set([...known.map(({ flag }) => flag), ...commandFlags]);
  return [...flags]
    .filter((flag) => !names.has(flag))
    .map((flag) => `--${printable(flag, 100)} is no setting${didYouMean(flag, names, '--')}`);
}

function unknownKeys(known: readonly SettingNames[], { path, entries }: FileEntries): string[] {
  const keys = new Set(known.map(({ key }) => key));
  return [...entries.keys()]
    .filter((key) => !keys.has(key))
    .map((key) => `${printable(key, 100)} in ${path ?? ''} is no setting${didYouMean(key, keys, '')}`);
}

// A variable of a system that runs here, or one that is nearly one of ours, is a slip. Others may be of another system.
function unknownVariables(
  known: readonly SettingNames[],
  systems: readonly string[],
  given: Iterable<string>,
): UnknownNames {
  const faults: string[] = [];
  const warnings: string[] = [];
  const names = new Set(known.flatMap(({ variable }) => [variable, `${variable}_FILE`]));
  const prefixes = systems
    .filter((system) => system !== '')
    .map((system) => `MADANG_${system.toUpperCase()}_`);
  for (const variable of given) {
    if (!variable.startsWith('MADANG_') || names.has(variable)) continue;
    const hint = didYouMean(variable, names, '');
    const ours = hint !== '' || prefixes.some((prefix) => variable.startsWith(prefix));
    (ours ? faults : warnings).push(`${printable(variable, 100)} is no setting${hint}`);
  }
  return { faults, warnings };
}

function didYouMean(name: string, known: Iterable<string>, prefix: string): string {
  const candidates = near(name, known).map((candidate) => prefix + candidate);
  return candidates.length === 0 ? '' : `; did you mean ${candidates.join(' or ')}?`;
}
