import { byPlace } from './catalogue/by-place.ts';
import { confidences, type Confidence, type Finding } from './catalogue/finding.ts';
import type { Rule } from './catalogue/rule.ts';
import { Collector, stretchOf } from './collector.ts';
import { NO_SETTINGS, type PackageSettings } from './configuration/package-settings.ts';
import { buildSubject } from './domain/model/build-subject.ts';
import { neighbourhood } from './domain/neighbours/neighbourhood.ts';
import type { Neighbours } from './domain/neighbours/neighbours.ts';
import type { Engine, Subject } from './domain/model/subject.ts';
import type { InputFile, Module, Package } from './domain/package/package.ts';
import { readPackages } from './domain/package/read-packages.ts';
import { fingerprinted } from './fingerprint.ts';
import { suppress, type Suppressed } from './suppress.ts';
import { syntaxFindings } from './syntax.ts';

export interface AnalyseOptions {
  readonly rules: readonly Rule[];
  readonly engine?: Subject['engine'] | undefined;
  /** What has been settled for a package, by its folder. */
  readonly settingsOf?: ((root: string) => PackageSettings) | undefined;
  /** The version of the package that it follows. */
  readonly olderOf?: ((pkg: Package) => Subject | undefined) | undefined;
  /** What is known of the packages that are checked together with it. */
  readonly neighboursOf?: ((pkg: Package) => Neighbours) | undefined;
}

/** What was found in one package. */
export interface PackageReport {
  /** Folder of the package in what was handed in. */
  readonly root: string;
  readonly package: Package;
  /** Names of the contracts in there, the main one first. */
  readonly contracts: readonly string[];
  readonly engine: Engine;
  readonly settings: PackageSettings;
  /** Those that ran here: the settings may take some out. */
  readonly rules: readonly Rule[];
  /** By file, place and rule. */
  readonly findings: readonly Finding[];
  /** Findings that a baseline lists; none without one. */
  readonly known: readonly Finding[];
  /** Findings that are less sure than the settings ask, and are left out for that. */
  readonly unsure: readonly Finding[];
  /** What comments in the source, or paths in the settings, say is meant so. */
  readonly suppressed: readonly Suppressed<Finding>[];
  /** Ids of the rules that failed: what they look for was not looked for. */
  readonly failed: readonly string[];
}

/**
 * Finds what is wrong in the files of one or more SCORE packages. Nothing of them is run. The same files give the same findings in
 * the same order, in whatever order they come. A rule that fails is a finding of its own (X002) and keeps no other from working.
 */
export function analyse(files: readonly InputFile[], options: AnalyseOptions): PackageReport[] {
  return analysePackages(readPackages(files), options);
}

/** As `analyse`, of packages that are read already. */
export function analysePackages(packages: readonly Package[], options: AnalyseOptions): PackageReport[] {
  const neighboursOf = neighbourhood(packages);
  return packages.map((pkg) => analysePackage(pkg, { ...options, neighboursOf }).report);
}

/** What was found in a package, and all facts of it, which take about a hundred times the room of the source. */
export interface Analysis {
  readonly report: PackageReport;
  readonly subject: Subject;
}

export function analysePackage(pkg: Package, options: AnalyseOptions): Analysis {
  const settings = options.settingsOf?.(pkg.root) ?? NO_SETTINGS;
  const subject = buildSubject(pkg, options.engine ?? settings.engine, {
    older: options.olderOf?.(pkg),
    neighbours: options.neighboursOf?.(pkg),
  });
  return { report: judge(subject, options.rules, settings), subject };
}

/** Runs the rules over the facts of a package, as far as its settings want them to. */
export function judge(subject: Subject, all: readonly Rule[], settings: PackageSettings): PackageReport {
  const pkg = subject.program.package;
  const rules = all.filter(({ id }) => settings.only?.includes(id) !== false && !settings.off.has(id));
  const collected = new Collector(subject, settings);
  for (const rule of rules) collected.run(rule);
  const stretch = (module: Module) => stretchOf(pkg, module);
  const found = fingerprinted([...syntaxFindings(pkg, stretch), ...collected.findings].toSorted(byPlace));
  const { kept, suppressed, complaints } = suppress(pkg, found, new Set(rules.map(({ id }) => id)), stretch);
  const told = [...kept, ...fingerprinted(complaints.toSorted(byPlace))].toSorted(byPlace);
  const { findings: shown, ignored } = withoutIgnored(pkg.root, told, settings);
  const isSure = ({ confidence }: Finding) => isAsSure(confidence, settings.minConfidence);
  return {
    root: pkg.root,
    package: pkg,
    contracts: subject.contracts.map(({ cls }) => cls.name),
    engine: subject.engine,
    settings,
    rules,
    findings: shown.filter(isSure),
    known: [],
    unsure: shown.filter((finding) => !isSure(finding)),
    suppressed: [...suppressed, ...ignored].toSorted((left, right) => byPlace(left.finding, right.finding)),
    failed: collected.failed,
  };
}

const isAsSure = (confidence: Confidence, least: Confidence = 'low'): boolean =>
  confidences.indexOf(confidence) <= confidences.indexOf(least);

/** What the settings say not to tell of some paths. */
function withoutIgnored(root: string, told: readonly Finding[], { ignored }: PackageSettings) {
  const reasonOf = ({ at }: Finding) => {
    const path = root === '' ? at.file : at.file.slice(root.length + 1);
    return ignored.find(({ matches }) => matches(path))?.reason;
  };
  return {
    findings: told.filter((finding) => reasonOf(finding) === undefined),
    ignored: told.flatMap((finding): Suppressed<Finding>[] => {
      const reason = reasonOf(finding);
      return reason === undefined ? [] : [{ finding, reason }];
    }),
  };
}
