import { explain } from '@madang/errors';
import { analysePackage } from '../analyse.ts';
import { bounded } from '../bounded.ts';
import type { Finding } from '../catalogue/finding.ts';
import type { Rule } from '../catalogue/rule.ts';
import { findSettings } from '../configuration/find-settings.ts';
import { stretchOf } from '../collector.ts';
import { NO_SETTINGS, type PackageSettings } from '../configuration/package-settings.ts';
import type { InputFile, Package } from '../domain/package/package.ts';
import { forgetSource, readPackages } from '../domain/package/read-packages.ts';
import { takeEdit, type EditedFunction } from '../domain/package/take-edit.ts';
import { decodeSource } from '../domain/python/source.ts';
import { fingerprinted } from '../fingerprint.ts';
import { recheck, type Judged, type Recheck } from '../recheck.ts';
import { syntaxFindings } from '../syntax.ts';
import type { Changes, CheckRequest, SessionResult } from './messages.ts';
import { methodNotes, type MethodNote } from './method-notes.ts';
import { outlineOf, type OutlineItem } from './outline.ts';

/** What is known of a change before the whole package is checked. */
export interface Update {
  /** What cannot be read as Python. */
  readonly syntax: readonly Finding[];
  readonly recheck: Recheck | undefined;
}

/** An edit within one function, and the package whose trees have it now. */
interface TakenEdit {
  readonly of: Judged;
  readonly edited: EditedFunction;
}

/** One package while somebody edits it. Files that stay the same keep their bytes, by which their trees are known. */
export class PackageSession {
  readonly #home: string;
  readonly #rules: readonly Rule[];
  readonly #files = new Map<string, InputFile>();
  /** As they were checked last, and edited within functions since. */
  #judged: readonly Judged[] = [];
  /** Nothing else has changed since. */
  #isCurrent = false;
  #notes: readonly MethodNote[] | undefined;

  /** `home` is the folder of the package. */
  constructor(home: string, rules: readonly Rule[]) {
    this.#home = home;
    this.#rules = rules;
  }

  /** Takes in what has changed, and gives what is known of it at once. */
  update(files: Changes): Update {
    const edit = this.#isCurrent ? this.#takeEdit(files) : undefined;
    this.#isCurrent &&= files.changed.length + files.gone.length === 0;
    for (const path of files.gone) this.#files.delete(path);
    for (const file of files.changed) this.#files.set(file.path, file);
    const recheck = edit === undefined ? undefined : this.#recheck(edit);
    this.#isCurrent ||= recheck !== undefined;
    const packages = this.#isCurrent
      ? this.#judged.map(({ subject }) => subject.program.package)
      : this.#packages();
    const syntax = packages.flatMap((pkg) =>
      fingerprinted(syntaxFindings(pkg, (module) => stretchOf(pkg, module))),
    );
    return { syntax, recheck };
  }

  /** What is wrong in a function that was edited and where it runs; undefined where only a whole check can tell. */
  #recheck({ of, edited }: TakenEdit): Recheck | undefined {
    const checked = recheck(of, edited, this.#rules);
    if (checked === undefined) return undefined;
    this.#judged = this.#judged.map((each) => (each === of ? { ...of, subject: checked.subject } : each));
    this.#notes = undefined;
    return checked.recheck;
  }

  /** An edit within one function changes the trees that are there already. */
  #takeEdit({ changed: [file, ...others], gone }: Changes): TakenEdit | undefined {
    if (file === undefined || others.length + gone.length > 0) return undefined;
    const before = this.#files.get(file.path);
    const { text, faults } = decodeSource(file.bytes);
    if (before === undefined || faults.length > 0) return undefined;
    for (const of of this.#judged) {
      const { root, modules } = of.subject.program.package;
      const module = modules.find(({ path }) => (root === '' ? path : `${root}/${path}`) === file.path);
      if (module === undefined) continue;
      forgetSource(before.bytes);
      const edited = takeEdit(module, text);
      return edited === undefined ? undefined : { of, edited };
    }
    return undefined;
  }

  #packages(): Package[] {
    return readPackages([...this.#files.values()]);
  }

  /** Everything that is wrong; undefined when nobody waits for it any more. */
  async check(
    engine: CheckRequest['engine'],
    isAbandoned: () => boolean,
  ): Promise<SessionResult | undefined> {
    const { settingsOf, fault } = await this.#settings();
    if (isAbandoned()) return undefined;
    const rules = this.#rules.map((rule) => untilAbandoned(rule, isAbandoned));
    const analyses = this.#packages().map((pkg) => analysePackage(pkg, { rules, engine, settingsOf }));
    if (isAbandoned()) return undefined;
    this.#judged = analyses.map(({ subject, report: { settings } }) => ({ subject, settings }));
    this.#isCurrent = true;
    this.#notes = undefined;
    return { findings: bounded(analyses.flatMap(({ report }) => report.findings)), fault };
  }

  /** What there is to tell of the methods, as they were checked last. */
  notes(): readonly MethodNote[] {
    this.#notes ??= this.#judged.flatMap(({ subject: { program, contracts } }) =>
      methodNotes(program.package, contracts),
    );
    return this.#notes;
  }

  /** What a file declares, as it was checked last. */
  outline(path: string): OutlineItem[] {
    return this.#judged.flatMap(({ subject }) => {
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
