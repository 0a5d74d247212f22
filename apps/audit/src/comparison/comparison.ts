import type { Finding, Stretch, Text } from '../catalogue/finding.ts';

/** What became of one package since an older version of it. */
export interface PackageComparison {
  /** Folder of the package; nothing where only one of the versions has it. */
  readonly root: string | undefined;
  readonly olderRoot: string | undefined;
  /** Findings of this version that the older one has not. */
  readonly added: readonly Finding[];
  /** Findings of the older version that are gone; their places are in it. */
  readonly fixed: readonly Finding[];
  readonly unchanged: readonly Finding[];
  readonly changes: readonly Change[];
}

/** Something that differs between two versions of a contract, beside what is found in them. */
export interface Change {
  readonly area: 'storage' | 'interface' | 'guards';
  readonly kind: string;
  readonly contract: string;
  /** Of the container, the method or the event. */
  readonly name: string;
  readonly text: Text;
  /** What it does to data that is stored, or to those who call. */
  readonly effect: Text | undefined;
  /** Data gets lost, callers fail, or more people may do something. */
  readonly risky: boolean;
  /** In this version, or where it has nothing of it, in the older one. */
  readonly at: Stretch | undefined;
  readonly isInOlder: boolean;
}
