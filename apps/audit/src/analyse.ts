import type { Confidence, Finding, Severity, Stretch, Text } from './catalogue/finding.ts';
import { confidences, severities } from './catalogue/finding.ts';
import type { Detail, Report, Rule, Says, Where } from './catalogue/rule.ts';
import { NO_SETTINGS, type PackageSettings } from './configuration/package-settings.ts';
import { buildSubject } from './domain/model/build-subject.ts';
import { neighbourhood } from './domain/neighbours/neighbourhood.ts';
import type { Neighbours } from './domain/neighbours/neighbours.ts';
import type { Engine, Subject } from './domain/model/subject.ts';
import type { InputFile, Module, Package } from './domain/package/package.ts';
import { readPackages } from './domain/package/read-packages.ts';
import { fingerprinted, scopeOf, snippetOf, type Draft } from './fingerprint.ts';
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
  const rules = options.rules.filter(
    ({ id }) => settings.only?.includes(id) !== false && !settings.off.has(id),
  );
  const collected = new Collector(pkg, subject, settings);
  for (const rule of rules) collected.run(rule);
  const stretch = (module: Module) => stretchOf(pkg, module);
  const found = fingerprinted([...syntaxFindings(pkg, stretch), ...collected.findings].toSorted(byPlace));
  const { kept, suppressed, complaints } = suppress(pkg, found, new Set(rules.map(({ id }) => id)), stretch);
  const told = [...kept, ...fingerprinted(complaints.toSorted(byPlace))].toSorted(byPlace);
  const { findings: shown, ignored } = withoutIgnored(pkg.root, told, settings);
  const isSure = ({ confidence }: Finding) => isAsSure(confidence, settings.minConfidence);
  const report: PackageReport = {
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
  return { report, subject };
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

class Collector {
  readonly findings: Draft[] = [];
  readonly failed: string[] = [];
  readonly #package: Package;
  readonly #subject: Subject;
  readonly #settings: PackageSettings;
  readonly #told = new Set<string>();

  constructor(pkg: Package, subject: Subject, settings: PackageSettings) {
    this.#package = pkg;
    this.#subject = subject;
    this.#settings = settings;
  }

  run(rule: Rule): void {
    try {
      rule.check(this.#subject, this.#reportOf(rule));
    } catch (error) {
      this.failed.push(rule.id);
      this.findings.push(toolFault(rule, this.#package, error));
    }
  }

  #reportOf(rule: Rule): Report {
    return <Given>(at: Where, says: Says<Given>, given: Given, detail: Detail = {}) => {
      const message = { en: says.en(given), ko: says.ko(given) };
      const key = `${rule.id} ${at.module.path}:${at.node.start} ${message.en}`;
      if (this.#told.has(key)) return;
      this.#told.add(key);
      const severity = this.#settings.severities.get(rule.id) ?? detail.severity ?? rule.severity;
      const kind = Object.entries(rule.words.says ?? {}).find(([, each]) => each === says)?.[0] ?? '';
      this.findings.push(this.#draft({ rule, at, message, severity, kind, detail }));
    };
  }

  #draft({ rule, at, message, severity, kind, detail }: Told): Draft {
    const stretch = stretchOf(this.#package, at.module);
    const within = scopeOf(this.#subject.program, at);
    return {
      rule: rule.id,
      severity,
      confidence: detail.confidence ?? rule.confidence,
      at: stretch(at.node),
      within,
      message,
      advice: rule.words.advice,
      reasons: (detail.reasons ?? []).map(({ at: where, text }) => ({
        at: stretchOf(this.#package, where.module)(where.node),
        text,
      })),
      fix:
        detail.fix === undefined
          ? undefined
          : {
              safe: detail.fix.safe,
              edits: detail.fix.edits.map((edit) => ({ ...edit, file: pathOf(this.#package, at.module) })),
            },
      key: [rule.id, kind, at.module.path, within, snippetOf(at)].join('\n'),
    };
  }
}

/** What a rule told. */
interface Told {
  readonly rule: Rule;
  readonly at: Where;
  readonly message: Text;
  readonly severity: Severity;
  /** Which of the rule's sentences it is. */
  readonly kind: string;
  readonly detail: Detail;
}

const pathOf = (pkg: Package, module: Module) =>
  pkg.root === '' ? module.path : `${pkg.root}/${module.path}`;

/** Places of a module as a report names them. */
export const stretchOf =
  (pkg: Package, module: Module) =>
  (node: { readonly start: number; readonly end: number }): Stretch => ({
    file: pathOf(pkg, module),
    start: module.lines.positionOf(node.start),
    end: module.lines.positionOf(node.end),
  });

function toolFault(rule: Rule, pkg: Package, error: unknown): Draft {
  const why = error instanceof Error ? error.message : String(error);
  const start = { line: 1, column: 0 };
  return {
    rule: 'X002',
    severity: 'info',
    confidence: 'high',
    at: { file: pkg.root === '' ? 'package.json' : `${pkg.root}/package.json`, start, end: start },
    within: '',
    message: {
      en: `Rule ${rule.id} failed on this package and found nothing: ${why}`,
      ko: `${rule.id} 규칙이 이 패키지에서 실패하여 아무것도 찾지 못했습니다: ${why}`,
    },
    advice: { en: 'Please report this with the package.', ko: '패키지와 함께 알려 주세요.' },
    reasons: [],
    fix: undefined,
    key: `X002 ${rule.id}`,
  };
}

type Placed = Omit<Finding, 'fingerprint'>;

function byPlace(left: Placed, right: Placed): number {
  return (
    compare(left.at.file, right.at.file) ||
    left.at.start.line - right.at.start.line ||
    left.at.start.column - right.at.start.column ||
    severities.indexOf(left.severity) - severities.indexOf(right.severity) ||
    compare(left.rule, right.rule) ||
    compare(left.message.en, right.message.en)
  );
}

const compare = (left: string, right: string) => (left < right ? -1 : left > right ? 1 : 0);
