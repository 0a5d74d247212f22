import type { ClassModel } from '../model/program.ts';

/** A contract of another package, as those who call it need to know it. */
export interface Neighbour {
  readonly name: string;
  /** Methods that write something for whoever signed the transaction, each with the place in storage. */
  readonly forOrigin: ReadonlyMap<string, string>;
}

/** The other packages that are checked together with one. */
export interface Neighbours {
  /** The contracts among them that have all methods which an interface declares: it may be any of these that is called. */
  readonly behind: (cls: ClassModel) => readonly Neighbour[];
}
