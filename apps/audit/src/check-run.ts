import { analyse, type AnalyseOptions, type PackageReport } from './analyse.ts';
import type { Rule } from './catalogue/rule.ts';
import type { Subject } from './domain/model/subject.ts';
import type { InputFile } from './domain/package/package.ts';
import { RULE_SET } from './rules/version.ts';

/** What one check found, as every output gets it. */
export interface CheckRun {
  /** Version of the rules, so that two reports can be told apart. */
  readonly ruleSet: string;
  readonly engine: NonNullable<Subject['engine']>;
  /** Those that ran. */
  readonly rules: readonly Rule[];
  /** By the folder of the package. */
  readonly reports: readonly PackageReport[];
}

/** Checks the files of one or more packages; nothing of them is run. */
export function checkFiles(files: readonly InputFile[], options: AnalyseOptions): CheckRun {
  const { rules, engine = 'either' } = options;
  return { ruleSet: RULE_SET, engine, rules, reports: analyse(files, { rules, engine }) };
}
