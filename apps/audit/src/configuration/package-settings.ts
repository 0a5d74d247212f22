import type { Confidence, Severity } from '../catalogue/finding.ts';
import type { Engine } from '../domain/model/subject.ts';

/** What a file of settings says about one package. */
export interface PackageSettings {
  /** Path of the file as it was found; nothing where there is none. */
  readonly file: string | undefined;
  readonly engine: Engine | undefined;
  readonly failOn: Severity | 'never' | undefined;
  readonly minConfidence: Confidence | undefined;
  /** Ids of the rules to run; all where nothing is said. */
  readonly only: readonly string[] | undefined;
  /** Ids of rules that do not run, and why. */
  readonly off: ReadonlyMap<string, string>;
  readonly severities: ReadonlyMap<string, Severity>;
  readonly ignored: readonly IgnoredPath[];
}

/** Files of a package of which nothing is told, and why. They are read all the same, since others may import them. */
export interface IgnoredPath {
  readonly pattern: string;
  readonly reason: string;
  /** Whether a path from the package's root is meant. */
  readonly matches: (path: string) => boolean;
}

export const NO_SETTINGS: PackageSettings = {
  file: undefined,
  engine: undefined,
  failOn: undefined,
  minConfidence: undefined,
  only: undefined,
  off: new Map(),
  severities: new Map(),
  ignored: [],
};
