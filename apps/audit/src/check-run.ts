import { analysePackage, type Analysis, type AnalyseOptions, type PackageReport } from './analyse.ts';
import { applyBaseline, type BaselineEntry, type BaselineUse } from './baseline/baseline.ts';
import type { Rule } from './catalogue/rule.ts';
import type { LineVerdict } from './checklist/verdict.ts';
import { verdictsOf } from './checklist/verdicts-of.ts';
import type { PackageComparison } from './comparison/comparison.ts';
import { comparePackages, Predecessors } from './comparison/compare-packages.ts';
import { neighbourhood } from './domain/neighbours/neighbourhood.ts';
import type { Engine } from './domain/model/subject.ts';
import type { InputFile, Package } from './domain/package/package.ts';
import { readPackages } from './domain/package/read-packages.ts';
import { RULE_SET } from './rules/version.ts';

/** What one check found, as every output gets it. */
export interface CheckRun {
  /** Version of the rules, so that two reports can be told apart. */
  readonly ruleSet: string;
  readonly engine: Engine;
  /** Those that ran; the settings of a package may have taken some out. */
  readonly rules: readonly Rule[];
  /** By the folder of the package. */
  readonly reports: readonly CheckedPackage[];
  /** What became of each package since an older version, where that was handed in. */
  readonly comparison?: readonly PackageComparison[] | undefined;
  /** Where a baseline was handed in; what it knows is under `known` of the reports, and no finding. */
  readonly baseline?: BaselineUse | undefined;
}

/** What was found in a package, and what that says of the official checklist. */
export interface CheckedPackage extends PackageReport {
  readonly checklist: readonly LineVerdict[];
}

export interface CheckOptions extends AnalyseOptions {
  /** The files of an older version. */
  readonly older?: readonly InputFile[] | undefined;
  readonly baseline?: readonly BaselineEntry[] | undefined;
}

/** Checks the files of one or more packages; nothing of them is run. */
export function checkFiles(files: readonly InputFile[], options: CheckOptions): CheckRun {
  return checkPackages(readPackages(files), options);
}

/** As `checkFiles`, of packages that are read already. */
export function checkPackages(packages: readonly Package[], options: CheckOptions): CheckRun {
  const { rules } = options;
  const { reports, comparison } = analyseBoth(packages, options);
  const run = { ruleSet: RULE_SET, engine: engineOf(reports, options.engine), rules, comparison };
  if (options.baseline === undefined) return { ...run, reports };
  const { reports: unknown, use } = applyBaseline(reports, options.baseline);
  return { ...run, reports: unknown, baseline: use };
}

function analyseBoth(packages: readonly Package[], { older, ...given }: CheckOptions) {
  const beside = (all: readonly Package[]) => ({ ...given, neighboursOf: neighbourhood(all) });
  const options = beside(packages);
  // The facts of one package are gone before those of the next are worked out.
  if (older === undefined)
    return { reports: packages.map((pkg) => checked(analysePackage(pkg, options))), comparison: undefined };
  const olderPackages = readPackages(older);
  const before = olderPackages.map((pkg) => analysePackage(pkg, beside(olderPackages)));
  const predecessors = new Predecessors(before, packages);
  const olderOf = ({ root }: Package) => predecessors.of(root)?.subject;
  const after = packages.map((pkg) => analysePackage(pkg, { ...options, olderOf }));
  return { reports: after.map(checked), comparison: comparePackages(after, predecessors) };
}

const checked = ({ report, subject }: Analysis): CheckedPackage => ({
  ...report,
  checklist: verdictsOf(report, subject),
});

/** The one that was asked for, or that all packages settled on. */
function engineOf(reports: readonly PackageReport[], asked: Engine | undefined): Engine {
  const [first, ...rest] = reports.map(({ engine }) => engine);
  if (asked !== undefined || first === undefined) return asked ?? 'either';
  return rest.every((other) => other === first) ? first : 'either';
}
