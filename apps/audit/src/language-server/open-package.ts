import { join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Finding } from '../catalogue/finding.ts';
import { decodeSource } from '../domain/python/source.ts';
import type { PackageFolder } from './find-package.ts';
import { movedFinding, movedLines } from './moved-lines.ts';
import { readFolder } from './read-folder.ts';

/** A file that is open in the editor, whose text counts instead of what is on the disk. */
export interface Buffer extends EditedText {
  readonly bytes: Uint8Array;
}

/** A text of the editor as it was at one moment. */
export interface EditedText {
  readonly uri: string;
  readonly version: number;
  readonly text: string;
}

/** What was found, and of which texts. */
export interface Checked {
  readonly findings: readonly Finding[];
  /** Of the files that were open: version and text by path. */
  readonly buffers: ReadonlyMap<string, Buffer>;
}

const encoder = new TextEncoder();

/** The files of a package of which at least one is open. */
export class OpenPackage {
  readonly place: PackageFolder;
  /** What was found last; undefined until the first check ends. */
  checked: Checked | undefined;
  /** Something was left out, since there was too much. */
  cut = false;
  #disk: ReadonlyMap<string, Uint8Array> = new Map();
  #reading: Promise<void> | undefined;
  readonly #buffers = new Map<string, Buffer>();

  constructor(place: PackageFolder) {
    this.place = place;
  }

  get key(): string {
    return this.place.folder;
  }

  get isClosed(): boolean {
    return this.#buffers.size === 0;
  }

  get buffers(): ReadonlyMap<string, Buffer> {
    return this.#buffers;
  }

  /** All files as they are now: what is open as it stands in the editor. */
  get files(): ReadonlyMap<string, Uint8Array> {
    return new Map([...this.#disk, ...[...this.#buffers].map(([path, { bytes }]) => [path, bytes] as const)]);
  }

  /** Reads the disk, unless that was done. */
  ready(): Promise<void> {
    return this.#reading ?? this.readDisk();
  }

  /** Reads the disk again. */
  readDisk(): Promise<void> {
    this.#reading = this.#read();
    return this.#reading;
  }

  async #read(): Promise<void> {
    const { files, cut } = await readFolder(this.place, this.#disk);
    this.#disk = files;
    this.cut = cut;
  }

  /** A byte-order mark says that the text is UTF-8, whatever encoding the file on the disk names. */
  open(path: string, edited: EditedText): void {
    this.#buffers.set(path, { ...edited, bytes: encoder.encode(`\uFEFF${edited.text}`) });
  }

  close(path: string): void {
    this.#buffers.delete(path);
  }

  pathOf(file: string): string {
    return relative(this.place.folder, file).split(sep).join('/');
  }

  /** As the editor names it where the file is open. */
  uriOf(path: string): string {
    return this.#buffers.get(path)?.uri ?? pathToFileURL(join(this.place.folder, path)).href;
  }

  textOf(path: string): string {
    const bytes = this.#disk.get(path);
    return this.#buffers.get(path)?.text ?? (bytes === undefined ? '' : decodeSource(bytes).text);
  }

  /** What was found last, moved to where it stands in the texts as they are now. */
  moved(): Finding[] {
    const { findings = [], buffers: older } = this.checked ?? {};
    const lines = new Map<string, (line: number) => number | undefined>();
    const linesOf = (path: string) => {
      const known = lines.get(path);
      if (known !== undefined) return known;
      const newer = this.#buffers.get(path)?.text ?? '';
      const made = movedLines(older?.get(path)?.text ?? newer, newer);
      lines.set(path, made);
      return made;
    };
    return findings.flatMap((finding) => movedFinding(finding, linesOf) ?? []);
  }
}
