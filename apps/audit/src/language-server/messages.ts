import type { Finding } from '../catalogue/finding.ts';
import type { Engine } from '../domain/model/subject.ts';
import type { InputFile } from '../domain/package/package.ts';
import type { Recheck } from '../recheck.ts';
import type { MethodNote } from './method-notes.ts';
import type { OutlineItem } from './outline.ts';

/** What the thread that checks is told when it starts. */
export interface ThreadData {
  /** Holds the number of a request that nobody waits for any more; the thread then leaves it. */
  readonly abandoned: Int32Array;
}

export type Request =
  | CheckRequest
  | EditRequest
  /** What there is to tell of the methods of a package, as it was checked last. */
  | { readonly kind: 'notes'; readonly id: number; readonly key: string }
  /** What a file of a package declares, as it was checked last. */
  | { readonly kind: 'outline'; readonly id: number; readonly key: string; readonly path: string }
  /** Nobody looks at a package any more. */
  | { readonly kind: 'forget'; readonly id: number; readonly key: string };

/** The files of a package that differ from the last time. */
export interface Changes {
  readonly changed: readonly InputFile[];
  readonly gone: readonly string[];
}

/** Takes in what changed, and tells what is known of it at once: what cannot be read, and what an edit within one function comes to. */
export interface EditRequest extends Changes {
  readonly kind: 'edit';
  readonly id: number;
  /** Folder of the package. */
  readonly key: string;
}

/** As an edit, and checks the whole package behind it. */
export interface CheckRequest extends Changes {
  readonly kind: 'check';
  readonly id: number;
  readonly key: string;
  /** Undefined: the one that the settings of the package name. */
  readonly engine: Engine | undefined;
}

/** What came of a check. */
export interface SessionResult {
  readonly findings: readonly Finding[];
  /** What is wrong with the settings that lie beside the package; it is then checked without them. */
  readonly fault: string | undefined;
}

export type Answer =
  /** What cannot be read, told before anything else is looked at. */
  | { readonly kind: 'syntax'; readonly id: number; readonly findings: readonly Finding[] }
  /** What an edit within one function comes to, told before the rest of the package is looked at. */
  | (Recheck & { readonly kind: 'rechecked'; readonly id: number })
  | (SessionResult & { readonly kind: 'checked'; readonly id: number })
  | { readonly kind: 'notes'; readonly id: number; readonly notes: readonly MethodNote[] }
  | { readonly kind: 'outline'; readonly id: number; readonly items: readonly OutlineItem[] }
  | { readonly kind: 'done'; readonly id: number }
  | { readonly kind: 'failed'; readonly id: number; readonly why: string };
