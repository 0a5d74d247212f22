import { ADDRESS } from '@madang/icon';
import { ICX } from '../chain/genesis.ts';
import type { Wallet } from '../chain/keys.ts';
import { KINDS } from './actions/contracts.ts';
import type { Cast } from './cast.ts';
import { randomOf } from '../random.ts';
import type { ContractKind, Scenario } from './scenario.ts';
import { call, deploy, hex, send, type Action } from './step.ts';

/** Coins that a team and a wallet begin with. */
const FOR_A_TEAM = 500_000n * ICX;
const FOR_A_WALLET = 20_000n * ICX;

/** Block 1 has no one before it whose time could date transactions. */
const FIRST_HEIGHT = 2;
const FUNDED_IN_A_BLOCK = 1_000;

/** Wallets that a token's owner gives some to at once, and parts of a token that each one gets. */
const GIVEN_TO = 60;
const GIVEN = 10_000n * ICX;
const FOR_A_MARKET = 1_000_000n * ICX;

/** A team, whose contract can be used from a height on. */
export interface Team {
  readonly kind: ContractKind;
  readonly owner: Wallet;
  /** Of the block in which it deploys its contract. */
  readonly height: number;
}

/** Blocks from a team's deploy to the first use by others: its owner has to prepare it. */
export const PREPARATION = 6;

/** The teams of a scenario. The first, busiest one has a token, which the markets trade. */
export function teamsOf(scenario: Scenario, cast: Cast): readonly Team[] {
  const { contracts, joinBlocks } = scenario;
  const receivers = cast.teams.length + cast.wallets.length;
  const begin = FIRST_HEIGHT + Math.ceil(receivers / FUNDED_IN_A_BLOCK);
  return cast.teams.map((owner, index) => ({
    owner,
    kind: index === 0 ? 'irc2' : (contracts[(index - 1) % contracts.length] ?? 'irc2'),
    height: begin + Math.floor((index * joinBlocks) / cast.teams.length),
  }));
}

/** God gives coins to everybody: what is sent in a block. */
export function fundingsAt(height: number, { god, teams, wallets }: Cast): readonly Action[] {
  const receivers = [
    ...teams.map(({ address }) => ({ address, value: FOR_A_TEAM })),
    ...wallets.map(({ address }) => ({ address, value: FOR_A_WALLET })),
  ];
  const from = (height - FIRST_HEIGHT) * FUNDED_IN_A_BLOCK;
  if (from < 0) return [];
  return receivers
    .slice(from, from + FUNDED_IN_A_BLOCK)
    .map(({ address, value }) => [send(god, address, { value })]);
}

/** What a team's joining depends on. */
export interface Joining {
  readonly seed: string;
  readonly index: number;
  readonly team: Team;
  readonly cast: Cast;
  readonly audited: boolean;
  readonly address: string;
  /** Of the first team, which has a token. */
  readonly token: string;
  /** Id of the deploy. */
  idOf(deploy: Action[number]): string;
}

/** A team deploys its contract, waits for the auditor where there is one, and gets it ready for others. */
export function join(joining: Joining): Action {
  const { seed, index, team, cast, audited, address, token, idOf } = joining;
  const { score, installed } = KINDS[team.kind];
  const first = deploy(team.owner, score, installed(randomOf(seed, 'team', index), token));
  const accept = (): Action => [
    call(cast.god, ADDRESS.governance, 'acceptScore', { txHash: idOf(first) }, { delay: 2 }),
  ];
  return [first, ...(audited ? accept() : []), ...preparation(team, cast, address, token)];
}

function preparation({ kind, owner }: Team, cast: Cast, address: string, token: string): Action {
  if (kind === 'irc2') {
    const receivers = cast.wallets.slice(0, GIVEN_TO).map((wallet) => wallet.address);
    return [call(owner, address, 'airdrop', { _to: receivers, _value: hex(GIVEN) }, { delay: 5 })];
  }
  if (kind === 'market') {
    const [first = owner] = cast.teams;
    return [call(first, token, 'transfer', { _to: address, _value: hex(FOR_A_MARKET) }, { delay: 5 })];
  }
  if (kind === 'sponsor') {
    const deposit = { dataType: 'deposit', data: { action: 'add' } };
    return [send(owner, address, { value: 1_000n * ICX, delay: 5 }, deposit)];
  }
  return [];
}
