import type { ContractModel, Flow } from '../flow/flow.ts';
import type { Neighbours } from '../neighbours/neighbours.ts';
import type { Program } from './program.ts';
import type { TreeFacts } from './tree-facts.ts';

/** Whose loader is asked: that of icon-service, that of goloop, or both. */
export const engines = ['v1', 'goloop', 'either'] as const;
export type Engine = (typeof engines)[number];

/** All that rules read of one package. */
export interface Subject {
  readonly program: Program;
  readonly facts: TreeFacts;
  /** Contracts that are no other contract's base, the main one first. */
  readonly contracts: readonly ContractModel[];
  /** Functions that no contract of the package reaches. */
  readonly loose: readonly Flow[];
  /** Those of them that rules judge: all, or those that an edit has touched. */
  readonly judgedLoose: readonly Flow[];
  /** Refused by either engine, or by the one that is asked for. */
  readonly engine: Engine;
  /** The version that this one follows, where it is at hand. */
  readonly older?: Subject | undefined;
  /** The packages that are checked together with it. */
  readonly neighbours?: Neighbours | undefined;
}
