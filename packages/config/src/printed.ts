import type { SettingNames } from './define.ts';
import type { Setting } from './setting.ts';

export type Source = 'flag' | 'environment' | 'file' | 'other tool' | 'default';

/** A setting's text, and where it was found. */
export interface Found {
  readonly text: string;
  readonly source: Source;
  /** The exact place: `--port`, `MADANG_PORT`, the file's name. */
  readonly from: string;
}

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

export function printedSetting(
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

/** A setting's value as text; empty when it is not set. */
export function shownOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '';
}
