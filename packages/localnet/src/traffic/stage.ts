import type { Wallet } from '../chain/keys.ts';
import type { Cast } from './cast.ts';
import type { Random } from '../random.ts';
import type { ContractKind } from './scenario.ts';
import type { Step } from './step.ts';

/** The contract of a team that has joined. */
export interface TeamContract {
  readonly kind: ContractKind;
  readonly address: string;
  readonly owner: Wallet;
}

/** What an actor knows when an action begins. */
export interface Stage {
  readonly random: Random;
  readonly cast: Cast;
  /** Whether contracts wait for an auditor, who is god. */
  readonly audited: boolean;
  /** Contracts of the teams that have joined, the busiest first. */
  readonly contracts: readonly TeamContract[];
  /** One of them, busy ones far more often; undefined before the first. */
  busyContract(): TeamContract | undefined;
  /** The first contract of a kind. */
  firstOf(kind: ContractKind): TeamContract | undefined;
  /** The number of this action, that no other one of the chain has. */
  readonly number: number;
  /** Address of the contract that a step of this action deploys in the action's first block. */
  deployedBy(place: number, step: Step): string;
  /** Id of a step of this action that is in the action's first block. */
  idOf(place: number, step: Step): string;
}
