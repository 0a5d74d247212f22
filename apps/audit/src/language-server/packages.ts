import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { byPlace } from '../catalogue/by-place.ts';
import type { Finding } from '../catalogue/finding.ts';
import { isWithin } from '../catalogue/is-within.ts';
import type { Recheck } from '../recheck.ts';
import { Checker, type CheckJob } from './checker.ts';
import type { ClientSettings } from './client-settings.ts';
import { findPackage } from './find-package.ts';
import type { MethodNote } from './method-notes.ts';
import { OpenPackage, type Checked } from './open-package.ts';
import type { OutlineItem } from './outline.ts';

/** What the packages tell the one who shows them. */
export interface Audience {
  /** Shows these of a package, in place of what was shown before. */
  show(pkg: OpenPackage, findings: readonly Finding[]): void;
  /** A check could not be finished, or not as the settings of the package say; undefined when it could. */
  troubled(pkg: OpenPackage, why: string | undefined): void;
  /** A package was read only in part. */
  cut(pkg: OpenPackage): void;
}

/** An open file: its package, its path in there, and what was found, of the text as it is now. */
export interface OpenFile {
  readonly pkg: OpenPackage;
  readonly path: string;
  readonly checked: Checked;
}

/** Edits that follow one another faster than this are one to the whole check. In milliseconds; a fast typist strikes a key every 60 to 100. */
const QUIET_MS = 80;

/** The packages of all open files. Each is checked again whenever something of it changes. */
export class Packages {
  readonly #checker: Checker;
  readonly #audience: Audience;
  readonly #packages = new Map<string, OpenPackage>();
  /** By the address of an open file: its package, once that was found. */
  readonly #homes = new Map<string, Promise<{ pkg: OpenPackage; path: string } | undefined>>();
  readonly #checks = new Map<OpenPackage, Promise<void>>();
  /** When each was edited last. */
  readonly #edits = new WeakMap<OpenPackage, number>();
  #engine: ClientSettings['engine'];

  constructor(audience: Audience, checker = new Checker()) {
    this.#audience = audience;
    this.#checker = checker;
  }

  /** A file was opened or edited. */
  change(document: TextDocument): void {
    const { uri, version } = document;
    const edited = { uri, version, text: document.getText() };
    const home = this.#homes.get(uri) ?? this.#findHome(uri);
    this.#homes.set(uri, home);
    void home.then((found) => {
      if (found === undefined) return;
      found.pkg.open(found.path, edited);
      this.#checkEdited(found.pkg);
    });
  }

  async close(uri: string): Promise<void> {
    const found = await this.#homes.get(uri);
    this.#homes.delete(uri);
    if (found === undefined) return;
    const { pkg, path } = found;
    pkg.close(path);
    if (!pkg.isClosed) {
      await pkg.readDisk();
      this.#check(pkg);
      return;
    }
    this.#packages.delete(pkg.key);
    this.#checks.delete(pkg);
    this.#checker.forget(pkg.key);
    this.#audience.show(pkg, []);
  }

  /** Files on the disk have changed: reads them again. Where a package begins may have changed, too. */
  async refresh(documents: readonly TextDocument[]): Promise<void> {
    for (const { uri } of documents) {
      const [now, then] = await Promise.all([placeOf(uri), this.#homes.get(uri)]);
      if (then !== undefined && then.pkg.key !== now?.folder) await this.close(uri);
    }
    await Promise.all([...this.#packages.values()].map((pkg) => pkg.readDisk()));
    for (const document of documents) if (!this.#homes.has(document.uri)) this.change(document);
    for (const pkg of this.#packages.values()) this.#check(pkg);
  }

  useEngine(engine: ClientSettings['engine']): void {
    this.#engine = engine;
  }

  /** Shows everything again, as when the language has changed; checks it before, as when the engine has. */
  checkAll(): void {
    for (const pkg of this.#packages.values()) this.#check(pkg);
  }

  /** Waits until an open file is checked as it is now; undefined where it is in no package, or its check failed. */
  async settled(uri: string): Promise<OpenFile | undefined> {
    const found = await this.#homes.get(uri);
    if (found === undefined) return undefined;
    const { pkg, path } = found;
    let check: Promise<void> | undefined;
    do {
      check = this.#checks.get(pkg);
      await check;
    } while (check !== this.#checks.get(pkg));
    const { checked } = pkg;
    return checked?.buffers.get(path) === pkg.buffers.get(path) && checked !== undefined
      ? { pkg, path, checked }
      : undefined;
  }

  notes({ key }: OpenPackage): Promise<readonly MethodNote[]> {
    return this.#checker.notes(key);
  }

  outline({ pkg, path }: OpenFile): Promise<readonly OutlineItem[]> {
    return this.#checker.outline(pkg.key, path);
  }

  stop(): Promise<void> {
    return this.#checker.stop();
  }

  async #findHome(uri: string): Promise<{ pkg: OpenPackage; path: string } | undefined> {
    const place = await placeOf(uri);
    if (place === undefined) return undefined;
    const known = this.#packages.get(place.folder);
    const pkg = known ?? new OpenPackage(place);
    this.#packages.set(place.folder, pkg);
    await pkg.ready();
    if (known === undefined && pkg.cut) this.#audience.cut(pkg);
    return { pkg, path: pkg.pathOf(fileURLToPath(uri)) };
  }

  #check(pkg: OpenPackage): void {
    this.#edits.delete(pkg);
    this.#checks.set(pkg, this.#run(pkg));
  }

  /** At once; of an edit that follows upon another one, only what it touches: nobody reads between two keys what is found elsewhere. */
  #checkEdited(pkg: OpenPackage): void {
    const now = performance.now();
    const isTyping = now - (this.#edits.get(pkg) ?? -QUIET_MS) < QUIET_MS;
    this.#edits.set(pkg, now);
    this.#checks.set(pkg, isTyping ? this.#runWhenQuiet(pkg, now) : this.#run(pkg));
  }

  async #runWhenQuiet(pkg: OpenPackage, edit: number): Promise<void> {
    void this.#checker.edit(this.#jobOf(pkg, new Map(pkg.buffers)));
    await pause(QUIET_MS);
    if (this.#edits.get(pkg) === edit && !pkg.isClosed) await this.#run(pkg);
  }

  async #run(pkg: OpenPackage): Promise<void> {
    const buffers = new Map(pkg.buffers);
    const outcome = await this.#checker.check(this.#jobOf(pkg, buffers));
    if (outcome.kind === 'checked') {
      pkg.checked = { findings: outcome.findings, buffers };
      // The text may have been edited while the answer was on its way.
      this.#audience.show(pkg, pkg.moved());
      this.#audience.troubled(pkg, outcome.fault);
    } else if (outcome.kind === 'failed') {
      pkg.checked = undefined;
      this.#audience.show(pkg, []);
      this.#audience.troubled(pkg, outcome.why);
    }
  }

  #jobOf(pkg: OpenPackage, buffers: Checked['buffers']): CheckJob {
    return {
      key: pkg.key,
      files: pkg.files,
      engine: this.#engine,
      onSyntax: (findings) => {
        this.#showSyntax(pkg, findings);
      },
      onRecheck: (recheck) => {
        this.#takeRecheck(pkg, recheck, buffers);
      },
    };
  }

  /** What an edit touched is shown at once; the rest stays where it was until the check ends. */
  #takeRecheck(pkg: OpenPackage, { touched, findings }: Recheck, buffers: Checked['buffers']): void {
    if (pkg.checked === undefined) return;
    const elsewhere = pkg.moved().filter(({ at }) => !isWithin(at, touched));
    pkg.checked = { findings: [...elsewhere, ...findings].toSorted(byPlace), buffers };
    this.#audience.show(pkg, pkg.checked.findings);
  }

  /** What cannot be read is shown at once when it has changed; the rest stays where it was until the check ends. */
  #showSyntax(pkg: OpenPackage, findings: readonly Finding[]): void {
    const before = pkg.moved();
    const told = before.filter(isSyntax);
    if (describe(told) === describe(findings)) return;
    this.#audience.show(pkg, [...findings, ...before.filter((finding) => !isSyntax(finding))]);
  }
}

const isSyntax = ({ rule }: Finding): boolean => rule === 'X001';

const describe = (findings: readonly Finding[]): string =>
  findings
    .map(({ at, message }) => `${at.file}:${at.start.line}:${at.start.column} ${message.en}`)
    .join('\n');

/** Only files on the disk belong to packages. */
async function placeOf(uri: string) {
  try {
    return await findPackage(fileURLToPath(uri));
  } catch {
    return undefined;
  }
}
