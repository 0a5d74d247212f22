import type { System } from '../define-system.ts';
import type { Role } from '../roles/role.ts';
import type { Verb } from './verb.ts';

/** A house: its systems, the roles that serve them, and the program that starts it. */
export interface House {
  readonly systems: readonly System[];
  /** The roles that these systems need, in the order in which they start. */
  roles(systems: readonly System[]): readonly Role[];
  /** Verbs of its own, of packages that are no systems: `./madang localnet`. */
  readonly verbs?: readonly Verb[];
  /** Command lines for its help, beside those that every house has: `npm start -- --node URL`. */
  readonly examples?: readonly string[];
  /** Path of the program's file: roles are started by running it again. */
  readonly main: string;
}
