import { createHash } from 'node:crypto';
import type { Confidence, Finding, Severity, Stretch, Text } from './catalogue/finding.ts';
import { severities } from './catalogue/finding.ts';
import type { Detail, Report, Rule, Says, Where } from './catalogue/rule.ts';
import { buildSubject } from './domain/model/build-subject.ts';
import type { Subject } from './domain/model/subject.ts';
import type { FunctionModel } from './domain/model/program.ts';
import type { InputFile, Module, Package } from './domain/package/package.ts';
import { readPackages } from './domain/package/read-packages.ts';
import { suppress, type Suppressed } from './suppress.ts';
import { syntaxFindings } from './syntax.ts';

export interface AnalyseOptions {
  readonly rules: readonly Rule[];
  readonly engine?: Subject['engine'];
}

/** What was found in one package. */
export interface PackageReport {
  /** Folder of the package in what was handed in. */
  readonly root: string;
  readonly subject: Subject;
  /** By file, place and rule. */
  readonly findings: readonly Finding[];
  /** What comments in the source say is meant so. */
  readonly suppressed: readonly Suppressed<Finding>[];
}

/**
 * Finds what is wrong in the files of one or more SCORE packages. Nothing of them is run. The same files give the same findings in
 * the same order, in whatever order they come. A rule that fails is a finding of its own (X002) and keeps no other from working.
 */
export function analyse(files: readonly InputFile[], options: AnalyseOptions): PackageReport[] {
  return readPackages(files).map((pkg) => analysePackage(pkg, options));
}

function analysePackage(pkg: Package, { rules, engine }: AnalyseOptions): PackageReport {
  const subject = buildSubject(pkg, engine);
  const collected = new Collector(pkg, subject);
  for (const rule of rules) collected.run(rule);
  const stretch = (module: Module) => stretchOf(pkg, module);
  const found = [...syntaxFindings(pkg, stretch), ...collected.findings].toSorted(byPlace);
  const { kept, suppressed } = suppress(pkg, found, new Set(rules.map(({ id }) => id)), stretch);
  const reasons = suppressed.map(({ reason }) => reason);
  return {
    root: pkg.root,
    subject,
    findings: numbered(kept.toSorted(byPlace)),
    suppressed: numbered(suppressed.map(({ finding }) => finding)).map((finding, index) => ({
      finding,
      reason: reasons[index] ?? '',
    })),
  };
}

type Draft = Omit<Finding, 'fingerprint'> & { readonly key: string };

class Collector {
  readonly findings: Draft[] = [];
  readonly #package: Package;
  readonly #subject: Subject;
  readonly #told = new Set<string>();

  constructor(pkg: Package, subject: Subject) {
    this.#package = pkg;
    this.#subject = subject;
  }

  run(rule: Rule): void {
    try {
      rule.check(this.#subject, this.#reportOf(rule));
    } catch (error) {
      this.findings.push(toolFault(rule, this.#package, error));
    }
  }

  #reportOf(rule: Rule): Report {
    return <Given>(at: Where, says: Says<Given>, given: Given, detail: Detail = {}) => {
      const message = { en: says.en(given), ko: says.ko(given) };
      const key = `${rule.id} ${at.module.path}:${at.node.start} ${message.en}`;
      if (this.#told.has(key)) return;
      this.#told.add(key);
      const { severity = rule.severity, confidence = rule.confidence } = detail;
      this.findings.push(this.#draft(rule, at, message, severity, confidence, detail));
    };
  }

  #draft(
    rule: Rule,
    at: Where,
    message: Text,
    severity: Severity,
    confidence: Confidence,
    detail: Detail,
  ): Draft {
    const stretch = stretchOf(this.#package, at.module);
    const within = this.#within(at);
    return {
      rule: rule.id,
      severity,
      confidence,
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
      key: [rule.id, at.module.path, within, snippetOf(at)].join('\n'),
    };
  }

  #within({ module, node }: Where): string {
    let innermost: FunctionModel | undefined;
    for (const fn of this.#subject.program.functions) {
      if (fn.module === module && fn.node.start <= node.start && node.start < fn.node.end) innermost = fn;
    }
    if (innermost === undefined) return '';
    return innermost.owner === undefined ? innermost.name : `${innermost.owner.name}.${innermost.name}`;
  }
}

const pathOf = (pkg: Package, module: Module) =>
  pkg.root === '' ? module.path : `${pkg.root}/${module.path}`;

const stretchOf =
  (pkg: Package, module: Module) =>
  (node: { readonly start: number; readonly end: number }): Stretch => ({
    file: pathOf(pkg, module),
    start: module.lines.positionOf(node.start),
    end: module.lines.positionOf(node.end),
  });

/** The first line of the place without its white space, which edits elsewhere leave alone. */
const snippetOf = ({ module, node }: Where): string => {
  const [first = ''] = module.text.slice(node.start, node.end).split(/[\r\n]/, 1);
  return first.replace(/\s+/g, '');
};

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

/** Findings with one key are told apart by their order, so that each has a fingerprint of its own. */
function numbered(drafts: readonly Draft[]): Finding[] {
  const counts = new Map<string, number>();
  return drafts.map(({ key, ...finding }) => {
    const ordinal = counts.get(key) ?? 0;
    counts.set(key, ordinal + 1);
    return {
      ...finding,
      fingerprint: createHash('sha256').update(`${key}\n${ordinal}`).digest('hex').slice(0, 24),
    };
  });
}

function byPlace(left: Draft, right: Draft): number {
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
