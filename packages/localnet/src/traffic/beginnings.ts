import { use, deployAnother, update } from './actions/contracts.ts';
import { burn, message, stake, transfer } from './actions/coins.ts';
import { failure } from './actions/failures.ts';
import { govern } from './actions/governance.ts';
import { deployedBy, idOf, type Birth, type Calendar } from './birth.ts';
import { castOf } from './cast.ts';
import { randomOf, type Random } from '../random.ts';
import { ACTION_KINDS, phaseAt, type ActionKind, type Scenario, type Shares } from './scenario.ts';
import { fundingsAt, join, PREPARATION, teamsOf } from './setup.ts';
import type { Stage, TeamContract } from './stage.ts';
import type { Action, Step } from './step.ts';
import { zipf } from './zipf.ts';

/** A step of an action that begins in a block. */
export interface Begun {
  readonly birth: Birth;
  readonly step: Step;
}

export interface BeginningTerms {
  readonly seed: string;
  readonly scenario: Scenario;
  readonly calendar: Calendar;
  /** Seconds between blocks. */
  readonly interval: number;
  readonly audited: boolean;
}

/** Steps of one action at most, and actions of a block. */
const STEPS_OF_ACTION = 8;
const MOST_ACTIONS = 1_500;

/** Places behind those of the actions: for coins that god gives, and for teams that join. */
const FUNDING_PLACE = MOST_ACTIONS * STEPS_OF_ACTION;
const JOINING_PLACE = FUNDING_PLACE + 1_000;
const STEPS_OF_JOINING = 3;

const ACTIONS: Readonly<Record<ActionKind, (stage: Stage) => Action | undefined>> = {
  ...{ transfer, message, stake, burn, update, failure },
  ...{ contract: use, deploy: deployAnother, governance: govern },
};

/**
 * Gives a function that works out what begins in a block. It depends on the terms and the height alone, so it can be worked out
 * again at any time, and nothing has to be kept.
 */
export function beginningsOf(terms: BeginningTerms): (height: number) => readonly Begun[] {
  const { seed, scenario, calendar, audited } = terms;
  const cast = castOf(seed, scenario);
  const teams = teamsOf(scenario, cast);
  const pickTeam = zipf(teams.length);
  const addresses: string[] = [];

  function addressOf(index: number): string {
    const team = teams[index];
    if (team === undefined) throw new RangeError(`There is no team ${index}.`);
    return (addresses[index] ??= deployedBy(calendar, joiningBirth(team.height, index, 0), {
      ...{ from: team.owner, delay: 0 },
    }));
  }

  function joinings(height: number): Begun[] {
    return [...teams.entries()].flatMap(([index, team]) => {
      if (team.height !== height) return [];
      const birth = joiningBirth(height, index, 0);
      const action = join({
        ...{ seed, index, team, cast, audited, address: addressOf(index), token: addressOf(0) },
        idOf: (step) => idOf(calendar, birth, step),
      });
      return action.map((step, at) => ({ birth: joiningBirth(height, index, at), step }));
    });
  }

  function stageOf(height: number, index: number, random: Random, contracts: readonly TeamContract[]): Stage {
    const birth = (place: number): Birth => ({ height, place: index * STEPS_OF_ACTION + place });
    return {
      ...{ random, cast, audited, contracts },
      number: height * MOST_ACTIONS + index,
      busyContract: () => contracts[pickTeam(random)] ?? contracts[0],
      firstOf: (kind) => contracts.find((one) => one.kind === kind),
      deployedBy: (place, step) => deployedBy(calendar, birth(place), step),
      idOf: (place, step) => idOf(calendar, birth(place), step),
    };
  }

  function actions(height: number): Begun[] {
    const random = randomOf(seed, scenario.name, height);
    const { rate, shares } = phaseAt(scenario, height);
    const contracts = teams
      .map(({ kind, owner, height: joined }, index) => ({ kind, owner, joined, index }))
      .filter(({ joined }) => joined + PREPARATION <= height)
      .map(({ kind, owner, index }) => ({ kind, owner, address: addressOf(index) }));
    const pickKind = kindsBy(shares);
    const begun: Begun[] = [];
    let left = Math.min(MOST_ACTIONS, byChance(random, rate * terms.interval));
    for (let index = 0; left > 0 && index < MOST_ACTIONS; index += 1) {
      const stage = stageOf(height, index, random, contracts);
      const action = ACTIONS[pickKind(random)](stage) ?? transfer(stage);
      for (const [at, step] of action.entries())
        begun.push({ birth: { height, place: index * STEPS_OF_ACTION + at }, step });
      left -= action.length;
    }
    return begun;
  }

  const begin = teams[0]?.height ?? 0;
  return (height) => [
    ...fundingsAt(height, cast)
      .flat()
      .map((step, index) => ({ birth: { height, place: FUNDING_PLACE + index }, step })),
    ...joinings(height),
    ...(height > begin ? actions(height) : []),
  ];
}

const joiningBirth = (height: number, team: number, at: number): Birth => ({
  height,
  place: JOINING_PLACE + team * STEPS_OF_JOINING + at,
});

/** A number with this mean, about as widely spread as that of events that come by chance; 0 for 0. */
function byChance(random: Random, mean: number): number {
  const spread = Math.sqrt(6 * mean) * (random.next() + random.next() - 1);
  return Math.max(0, Math.floor(mean + spread + random.next()));
}

function kindsBy(shares: Shares): (random: Random) => ActionKind {
  const total = ACTION_KINDS.reduce((sum, kind) => sum + shares[kind], 0);
  return (random) => {
    let at = random.next() * total;
    return ACTION_KINDS.find((kind) => (at -= shares[kind]) < 0) ?? 'transfer';
  };
}
