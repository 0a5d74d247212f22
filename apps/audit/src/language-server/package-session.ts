import { explain } from '@madang/errors';
import { analysePackages, stretchOf } from '../analyse.ts';
import type { Finding } from '../catalogue/finding.ts';
import type { Rule } from '../catalogue/rule.ts';
import { findSettings } from '../configuration/find-settings.ts';
import { NO_SETTINGS, type PackageSettings } from '../configuration/package-settings.ts';
import type { ContractModel } from '../domain/flow/flow.ts';
import type { InputFile, Package } from '../domain/package/package.ts';
import { readPackages } from '../domain/package/read-packages.ts';
import { fingerprinted } from '../fingerprint.ts';
import { syntaxFindings } from '../syntax.ts';
import type { CheckRequest, SessionResult } from './messages.ts';
import { methodNotes, type MethodNote } from './method-notes.ts';

/** One package while somebody edits it. Files that stay the same keep their bytes, by which their trees are known. */
export class PackageSession {
  readonly #home: string;
  readonly #rules: readonly Rule[];
  readonly #files = new Map<string, InputFile>();
  #packages: readonly Package[] = [];
  #contracts: readonly (readonly [Package, readonly ContractModel[]])[] = [];
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
      fingerprinted(firstOfEach(syntaxFindings(pkg, (module) => stretchOf(pkg, module)))),
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
    const reports = analysePackages(this.#packages, { rules, engine, settingsOf });
    if (isAbandoned()) return undefined;
    this.#contracts = reports.map(({ subject }) => [subject.program.package, subject.contracts]);
    this.#notes = undefined;
    return { findings: firstOfEach(reports.flatMap(({ findings }) => findings)), fault };
  }

  /** What there is to tell of the methods, as they were checked last. */
  notes(): readonly MethodNote[] {
    this.#notes ??= this.#contracts.flatMap(([pkg, contracts]) => methodNotes(pkg, contracts));
    return this.#notes;
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

/** Nobody reads more of one file, and one of ten thousand brackets has as many faults. */
const MOST_SHOWN = 1000;

function firstOfEach<Found extends Pick<Finding, 'at'>>(findings: readonly Found[]): Found[] {
  const counts = new Map<string, number>();
  return findings.filter(({ at: { file } }) => {
    const count = (counts.get(file) ?? 0) + 1;
    counts.set(file, count);
    return count <= MOST_SHOWN;
  });
}

/** Rules are run one after another, so between them there is time to stop. */
const untilAbandoned = (rule: Rule, isAbandoned: () => boolean): Rule => ({
  ...rule,
  check: (subject, report) => {
    if (!isAbandoned()) rule.check(subject, report);
  },
});
