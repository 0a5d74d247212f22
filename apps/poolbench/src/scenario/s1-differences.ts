import type { Random } from '../domain/random.ts';
import { bootstrapInterval, type Interval } from '../domain/statistics/bootstrap.ts';
import { verdictsOf } from '../domain/statistics/claims.ts';
import { median } from '../domain/statistics/quantile.ts';
import { ratioOfArms, type RatioOfArms } from '../domain/statistics/ratio.ts';
import { marginOf } from '../domain/statistics/verdict.ts';
import { ratioFields, shortNumber } from '../judge/comparison.ts';
import type { Phrase } from '../record/schema/phrase.schema.ts';
import type { VerdictDraft } from '../run/bench.ts';
import { entranceName, usualEntrance, type Entrance } from '../scratch/entrance.ts';
import { PROBER } from './s1-records.ts';
import { s1 } from './s1.words.ts';
import { finding } from './verdicts.ts';

/** Two entrances that differ in one thing, and how that is told. */
interface Difference {
  readonly more: Entrance;
  readonly less: Entrance;
  readonly says: 'overPlain' | 'overTrust' | 'overMd5' | 'binding' | 'overSocket';
}

const [usual, secured] = [usualEntrance, { ...usualEntrance, tls: true }];

const DIFFERENCES: readonly Difference[] = [
  { more: secured, less: usual, says: 'overPlain' },
  { more: usual, less: { ...usual, authentication: 'trust' }, says: 'overTrust' },
  { more: usual, less: { ...usual, authentication: 'md5' }, says: 'overMd5' },
  { more: { ...secured, authentication: 'scram-sha-256-plus' }, less: secured, says: 'binding' },
  { more: usual, less: { ...usual, transport: 'socket' }, says: 'overSocket' },
];

/** Milliseconds until a connection could be used: the median of each round, by the name of the entrance. */
export type ConnectTimes = ReadonlyMap<string, readonly number[]>;

/**
 * What each thing costs that two of the entrances differ in: the median over the rounds of the difference in a round, all claims
 * judged together (Holm). Those of which an entrance was not measured are left out.
 */
export function differencesIn(times: ConnectTimes, random: Random): VerdictDraft[] {
  const pairs = DIFFERENCES.flatMap((difference) => {
    const [more = [], less = []] = [difference.more, difference.less].map((one) =>
      times.get(entranceName(one)),
    );
    // The last round may have been broken off between the two.
    const rounds = Math.min(more.length, less.length);
    return rounds === 0 ? [] : [{ difference, more: more.slice(0, rounds), less: less.slice(0, rounds) }];
  });
  const ratios = pairs.map(({ more, less }) => ratioOfArms(more, less, { random }));
  const answers = verdictsOf(ratios).map((verdict) => ANSWERS[verdict]);
  return pairs.flatMap(({ difference, more, less }, index): VerdictDraft[] => {
    const [ratio, answer] = [ratios[index], answers[index]];
    if (ratio === undefined || answer === undefined) return [];
    const perRound = more.map((ms, round) => ms - (less[round] ?? NaN));
    const interval = bootstrapInterval(perRound, median, { random });
    return [stated(difference, { ratio, answer, ms: median(perRound), interval })];
  });
}

const ANSWERS = { better: 'stated', worse: 'stated', same: 'same', undecided: 'undecided' } as const;

interface Found {
  readonly ratio: RatioOfArms;
  readonly answer: (typeof ANSWERS)[keyof typeof ANSWERS];
  readonly ms: number;
  readonly interval: Interval;
}

function stated({ more, less, says }: Difference, { ratio, answer, ms, interval }: Found): VerdictDraft {
  return finding(
    s1.say(says, {
      more: s1.say(interval.kind === 'range' ? 'moreInRange' : 'more', {
        ms: shortNumber(ms),
        low: shortNumber(interval.low),
        high: shortNumber(interval.high),
      }),
      times: shortNumber(ratio.median),
      doubt: DOUBTS[answer],
    }),
    {
      ...ratioFields(ratio),
      answer,
      ...{ value: ms / 1000, low: interval.low / 1000, high: interval.high / 1000 },
      ...{ arm: PROBER, against: PROBER, cell: entranceName(more), against_cell: entranceName(less) },
      metric: 'durations.connect.total.p50_s',
      delta: marginOf(),
    },
  );
}

const DOUBTS: Readonly<Record<Found['answer'], readonly Phrase[]>> = {
  stated: [],
  same: [s1.say('noMatter')],
  undecided: [s1.say('noise')],
};
