import { ADDRESS, type JsonObject } from '@madang/icon';
import { FAULTY } from '../../scores/faulty.ts';
import { IRC2 } from '../../scores/irc2.ts';
import { IRC3 } from '../../scores/irc3.ts';
import { IRC31 } from '../../scores/irc31.ts';
import { MARKET } from '../../scores/market.ts';
import type { Score } from '../../scores/score.ts';
import { SPONSOR } from '../../scores/sponsor.ts';
import type { Random } from '../../random.ts';
import type { ContractKind } from '../scenario.ts';
import type { Stage, TeamContract } from '../stage.ts';
import { call, deploy, deployArchive, hex, type Action, type Delay, type Step } from '../step.ts';
import { NAMES } from '../texts.ts';
import { useFaulty } from './failures.ts';
import { useIrc2, useIrc3, useIrc31 } from './tokens.ts';
import { MARKET_RATE, useMarket, useSponsor } from './trade.ts';

interface Kind {
  readonly score: Score;
  use(stage: Stage, contract: TeamContract): Action;
  /** Parameters of its installation. @param token that a market trades */
  installed(random: Random, token: string): JsonObject;
  readonly updated: JsonObject;
}

const NO_PARAMS = (): JsonObject => ({});
const SUPPLY = hex(10n ** 27n);

/** The kinds of contracts that teams have. */
export const KINDS: Readonly<Record<ContractKind, Kind>> = {
  irc2: {
    ...{ score: IRC2, use: useIrc2, updated: {} },
    installed: (random) => ({ ...named(random), _decimals: '0x12', _supply: SUPPLY }),
  },
  irc3: { score: IRC3, use: useIrc3, updated: {}, installed: named },
  irc31: { score: IRC31, use: useIrc31, updated: {}, installed: NO_PARAMS },
  market: {
    ...{ score: MARKET, use: useMarket, updated: { rate: hex(MARKET_RATE) } },
    installed: (_random, token) => ({ token, rate: hex(MARKET_RATE) }),
  },
  sponsor: { score: SPONSOR, use: useSponsor, updated: {}, installed: NO_PARAMS },
  faulty: { score: FAULTY, use: useFaulty, updated: {}, installed: NO_PARAMS },
};

function named(random: Random): JsonObject {
  const [_name, _symbol] = random.pick(NAMES);
  return { _name, _symbol };
}

/** Uses a team's contract, that of a busy team far more often. */
export function use(stage: Stage): Action | undefined {
  const contract = stage.busyContract();
  return contract && KINDS[contract.kind].use(stage, contract);
}

/** A team deploys something beside its own contract, brings a second version, and may give it away. */
export function deployAnother(stage: Stage): Action {
  const { random, cast, firstOf } = stage;
  const owner = random.pick(cast.teams);
  if (random.chance(0.2)) return deployForeign(stage);
  const { score, installed, updated } = KINDS[random.pick(Object.keys(KINDS) as ContractKind[])];
  const first = deploy(owner, score, installed(random, firstOf('irc2')?.address ?? ADDRESS.system));
  const to = stage.deployedBy(0, first);
  const steps: Step[] = [first, ...audit(stage, 0, first, 2)];
  if (random.chance(0.5)) steps.push(deploy(owner, score, updated, { to, delay: 5 }));
  if (random.chance(0.3)) {
    const given = { score: to, owner: cast.anyone(random).address };
    steps.push(call(owner, ADDRESS.system, 'setScoreOwner', given, { delay: 10 }));
  }
  return steps;
}

/** Code of somebody else, which is kept, and whose methods fail as not executed here. */
function deployForeign(stage: Stage): Action {
  const { random, cast, number } = stage;
  const archive = Buffer.from(`PK\u0003\u0004 somebody else's code, number ${number}`);
  const first = deployArchive(random.pick(cast.teams), archive, {});
  const address = stage.deployedBy(0, first);
  return [
    ...[first, ...audit(stage, 0, first, 2)],
    call(cast.anyone(random), address, 'anything', undefined, { delay: 5 }),
  ];
}

/** The same code once more, as a new version of a team's contract. */
export function update(stage: Stage): Action | undefined {
  const { random, contracts } = stage;
  if (contracts.length === 0) return undefined;
  const { kind, address, owner } = random.pick(contracts);
  const step = deploy(owner, KINDS[kind].score, KINDS[kind].updated, { to: address });
  return [step, ...audit(stage, 0, step, 2)];
}

/** Where there are audits, the auditor's answer to a deploy; every sixth is no. */
function audit({ audited, cast, random, idOf }: Stage, place: number, step: Step, delay: Delay): Action {
  if (!audited) return [];
  const method = random.chance(1 / 6) ? 'rejectScore' : 'acceptScore';
  return [call(cast.god, ADDRESS.governance, method, { txHash: idOf(place, step) }, { delay })];
}
