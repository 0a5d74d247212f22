import type { Severity, Stretch, Text } from './catalogue/finding.ts';
import type { Detail, Report, Rule, Says, Where } from './catalogue/rule.ts';
import type { PackageSettings } from './configuration/package-settings.ts';
import type { Subject } from './domain/model/subject.ts';
import type { Module, Package } from './domain/package/package.ts';
import { scopeOf, snippetOf, type Draft } from './fingerprint.ts';

/** Runs rules over the facts of a package, and collects what they tell. A rule that fails keeps no other from working. */
export class Collector {
  readonly findings: Draft[] = [];
  readonly failed: string[] = [];
  readonly #package: Package;
  readonly #subject: Subject;
  readonly #settings: PackageSettings;
  readonly #told = new Set<string>();

  constructor(subject: Subject, settings: PackageSettings) {
    this.#package = subject.program.package;
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
