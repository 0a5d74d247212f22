import { explain } from '@madang/errors';
import { analysePackage, stretchOf } from '../analyse.ts';
import { bounded } from '../bounded.ts';
import type { Finding } from '../catalogue/finding.ts';
import type { Rule } from '../catalogue/rule.ts';
import { findSettings } from '../configuration/find-settings.ts';
import { NO_SETTINGS, type PackageSettings } from '../configuration/package-settings.ts';
import type { Subject } from '../domain/model/subject.ts';
import type { InputFile, Package } from '../domain/package/package.ts';
import { readPackages } from '../domain/package/read-packages.ts';
import { fingerprinted } from '../fingerprint.ts';
import { syntaxFindings } from '../syntax.ts';
import type { CheckRequest, SessionResult } from './messages.ts';
import { methodNotes, type MethodNote } from './method-notes.ts';
import { outlineOf, type OutlineItem } from './outline.ts';

/** One package while somebody edits it. Files that stay the same keep their bytes, by which their trees are known. */
export class PackageSession {
  readonly #home: string;
  readonly #rules: readonly Rule[];
  readonly #files = new Map<string, InputFile>();
  #packages: readonly Package[] = [];
  #subjects: readonly Subject[] = [];
  #notes: readonly MethodNote[] | undefined;

  /** `home` is the folder of the package. */
  constructor(home: string, rules: readonly Rule[]) {
    this.#home = home;
    this.#rules = rules;
  }

  /** Takes in what has changed, and gives what of it cannot be read as Python. */
  update({ changed, gone }: Pick<CheckRequest, 'changed' | 'gone'>): Finding[] {
    for (const path of gone) this.#files.delete(path);
    for (const file of changed) this.#files.set(file.path, file);
    this.#packages = readPackages([...this.#files.values()]);
    return this.#packages.flatMap((pkg) =>
      fingerprinted(syntaxFindings(pkg, (module) => stretchOf(pkg, module))),
    );
  }

  /** Everything that is wrong; undefined when nobody waits for it any more. */
  async check(
    engine: CheckRequest['engine'],
    isAbandoned: () => boolean,
  ): Promise<SessionResult | undefined> {
    const { settingsOf, fault } = await this.#settings();
    if (isAbandoned()) return undefined;
    const rules = this.#rules.map((rule) => untilAbandoned(rule, isAbandoned));
    const analyses = this.#packages.map((pkg) => analysePackage(pkg, { rules, engine, settingsOf }));
    if (isAbandoned()) return undefined;
    this.#subjects = analyses.map(({ subject }) => subject);
    this.#notes = undefined;
    return { findings: bounded(analyses.flatMap(({ report }) => report.findings)), fault };
  }

  /** What there is to tell of the methods, as they were checked last. */
  notes(): readonly MethodNote[] {
    this.#notes ??= this.#subjects.flatMap(({ program, contracts }) =>
      methodNotes(program.package, contracts),
    );
    return this.#notes;
  }

  /** What a file declares, as it was checked last. */
  outline(path: string): OutlineItem[] {
    return this.#subjects.flatMap((subject) => {
      const { root, modules } = subject.program.package;
      const module = modules.find((each) => (root === '' ? '' : `${root}/`) + each.path === path);
      return module === undefined ? [] : outlineOf(subject, module);
    });
  }

  async #settings(): Promise<{ settingsOf: (root: string) => PackageSettings; fault: string | undefined }> {
    const input = { files: [...this.#files.values()], home: this.#home };
    try {
      return { settingsOf: await findSettings(input, undefined, this.#rules), fault: undefined };
    } catch (error) {
      return { settingsOf: () => NO_SETTINGS, fault: explain(error) };
    }
  }
}

/** Rules are run one after another, so between them there is time to stop. */
const untilAbandoned = (rule: Rule, isAbandoned: () => boolean): Rule => ({
  ...rule,
  check: (subject, report) => {
    if (!isAbandoned()) rule.check(subject, report);
  },
});
