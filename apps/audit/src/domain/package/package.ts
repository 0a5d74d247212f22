import type { SyntaxFault } from '../python/faults.ts';
import type { Comment } from '../python/lexer.ts';
import type { Lines } from '../python/lines.ts';
import type { Statement } from '../python/tree.ts';

/** A file as it was handed in. The path is relative to what was handed in, with `/`. The bytes do not change any more. */
export interface InputFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What `package.json` says, or why it says nothing. */
export type Manifest =
  | { readonly state: 'absent' }
  | { readonly state: 'invalid'; readonly why: string }
  | {
      readonly state: 'read';
      readonly mainModule: string | undefined;
      readonly mainScore: string | undefined;
      readonly version: string;
    };

/** One Python file of a package. */
export interface Module {
  /** Relative to the package, with `/`. */
  readonly path: string;
  /** As an import names it, from the package's root: `token.standard`; `''` for the root's own `__init__.py`. */
  readonly name: string;
  readonly isInit: boolean;
  readonly text: string;
  readonly lines: Lines;
  readonly body: readonly Statement[];
  readonly comments: readonly Comment[];
  readonly faults: readonly SyntaxFault[];
}

/** A SCORE package, or a folder of Python files without `package.json`. */
export interface Package {
  /** Folder of the package in what was handed in; `''` for its top. */
  readonly root: string;
  readonly manifest: Manifest;
  /** In the order of their paths. */
  readonly modules: readonly Module[];
  readonly byName: ReadonlyMap<string, Module>;
  /** Names of the folders that hold modules, from the package's root, with dots; `''` is the root. */
  readonly folders: ReadonlySet<string>;
  /** Paths of all files, also of those that are no Python. */
  readonly paths: ReadonlySet<string>;
}
