/** What the contract of a team is. */
export const CONTRACT_KINDS = ['irc2', 'irc3', 'irc31', 'market', 'sponsor', 'faulty'] as const;
export type ContractKind = (typeof CONTRACT_KINDS)[number];

/** What somebody may set out to do. */
export const ACTION_KINDS = [
  ...['transfer', 'message', 'contract', 'stake', 'burn'],
  ...['deploy', 'update', 'failure', 'governance'],
] as readonly ActionKind[];
export type ActionKind =
  | 'transfer'
  | 'message'
  /** A team's contract is used, a busy team's far more often. */
  | 'contract'
  | 'stake'
  | 'burn'
  /** A contract beside those of the teams. */
  | 'deploy'
  /** A new version of a team's contract. */
  | 'update'
  | 'failure'
  /** The step price, blocked contracts. */
  | 'governance';

/** How often each kind is, beside the others. */
export type Shares = Readonly<Record<ActionKind, number>>;

/** Heights in which another rate or other shares hold. */
export interface Phase {
  readonly from: number;
  /** The last height; null for no end. */
  readonly to: number | null;
  readonly rate?: number;
  readonly shares?: Shares;
}

/** What happens on a chain. */
export interface Scenario {
  readonly name: string;
  /** Seed of the chain, where the command line names none. */
  readonly seed?: string;
  /** Transactions per second, in the mean. */
  readonly rate: number;
  readonly teams: number;
  readonly wallets: number;
  /** Blocks in which the teams join, one after the other. */
  readonly joinBlocks: number;
  /** What the teams' contracts are, over and over again. */
  readonly contracts: readonly ContractKind[];
  /** Whether contracts wait for an auditor. */
  readonly audit: boolean;
  readonly shares: Shares;
  /** The last one that has a height counts. */
  readonly phases: readonly Phase[];
}

/** What holds where a scenario says nothing: a small place with something of everything. */
export const EVERYDAY: Scenario = {
  name: 'everyday',
  rate: 3,
  teams: 16,
  wallets: 40,
  joinBlocks: 60,
  contracts: ['irc2', 'irc3', 'market', 'irc31', 'faulty', 'irc2', 'sponsor', 'irc3'],
  audit: false,
  shares: {
    ...{ transfer: 24, message: 8, contract: 55, stake: 2, burn: 1 },
    ...{ deploy: 0.3, update: 0.2, failure: 8, governance: 0.2 },
  },
  phases: [],
};

/** What holds at a height. */
export function phaseAt(
  { rate, shares, phases }: Scenario,
  height: number,
): { readonly rate: number; readonly shares: Shares } {
  const phase = phases.findLast(({ from, to }) => from <= height && (to === null || height <= to));
  return { rate: phase?.rate ?? rate, shares: phase?.shares ?? shares };
}

/** The same at another rate, in all phases. */
export function withRate(scenario: Scenario, rate: number): Scenario {
  const phases = scenario.phases.map(({ rate: _, ...phase }) => phase);
  return { ...scenario, rate, phases };
}
