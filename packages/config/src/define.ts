import type { Setting } from './setting.ts';

export type SettingMap = Readonly<Record<string, Setting<unknown>>>;

export type Values<M extends SettingMap> = {
  readonly [K in keyof M]: M[K] extends Setting<infer T> ? T : never;
};

/** The settings of one system (or of the house, whose name is empty), declared once. */
export interface SettingsDefinition<M extends SettingMap = SettingMap> {
  readonly system: string;
  readonly settings: M;
}

/**
 * Declares the settings of a system. `pageSize` of `tracker` is `--tracker-page-size` on the command line,
 * `MADANG_TRACKER_PAGE_SIZE` in the environment and `tracker: { pageSize: … }` in the file;
 * `port` of the house (system `''`) is `--port`, `MADANG_PORT` and `port: …`.
 */
export function defineSettings<const M extends SettingMap>(
  system: string,
  settings: M,
): SettingsDefinition<M> {
  return { system, settings };
}

/** Every name that one setting goes by. */
export interface SettingNames {
  readonly flag: string;
  readonly variable: string;
  /** Path in the file, such as `tracker.pageSize`. */
  readonly key: string;
}

export function namesOf(system: string, name: string): SettingNames {
  const kebab = name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`);
  const full = system === '' ? kebab : `${system}-${kebab}`;
  return {
    flag: full,
    variable: `MADANG_${full.replaceAll('-', '_').toUpperCase()}`,
    key: system === '' ? name : `${system}.${name}`,
  };
}
