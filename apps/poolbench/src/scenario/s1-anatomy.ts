import { median } from '../domain/statistics/quantile.ts';
import type { ConnectStages } from '../prober/probe.ts';
import { STAGES, sumOf } from '../prober/stages.ts';
import type { Bench } from '../run/bench.ts';
import { routeName } from '../run/route.ts';
import { entranceName, usualEntrance } from '../scratch/entrance.ts';
import { differencesIn } from './s1-differences.ts';
import { probeInRounds, type Found } from './s1-rounds.ts';
import { durationsOf, PROBER } from './s1-records.ts';
import { subjectsOf, type Subject } from './s1-subject.ts';
import { s1 } from './s1.words.ts';
import type { Scenario } from './scenario.ts';
import { check, finding } from './verdicts.ts';

/** The stages must add up to the whole, or the marks are wrong. */
const SUM_TOLERANCE = 0.03;

/** What one connection costs, stage by stage, on every network; on a server of our own also by transport, TLS and authentication. */
export const anatomy: Scenario = {
  id: 'S1',
  title: 'anatomy of a connection',
  seconds: ({ probes, roundTripsMs, entrances }) =>
    probes * (roundTripsMs.length * 0.05 + entrances.length * 0.01),
  async run(bench) {
    const found = await probeInRounds(bench, await subjectsOf(bench));
    for (const [subject, rounds] of found) if (isTold(subject)) await tell(bench, subject, rounds.flat());
    await compare(bench, found);
    await checkSums(bench, found);
    await checkEntrances(bench, found);
  },
};

/** Those by other entrances have their stages in the table, and differ from these by what is told of the differences. */
function isTold({ cell, entrance }: Subject): boolean {
  return entrance === undefined || cell === entranceName(usualEntrance);
}

async function tell(bench: Bench, { cell, route }: Subject, found: readonly ConnectStages[]): Promise<void> {
  const [first] = found;
  if (first === undefined) return;
  const stages = STAGES.flatMap((stage) => {
    const of = durationsOf(found, (one) => one.stages[stage]);
    return of.count() === 0 ? [] : [s1.say(stage, { ms: (of.percentile(50) ?? 0).toFixed(2) })];
  });
  const usual = durationsOf(found, ({ connectMs }) => connectMs).percentile(50) ?? 0;
  await bench.verdict(
    finding(
      s1.say('costs', {
        way: route === undefined ? [] : s1.say('over', { route: routeName(route) }),
        ms: usual.toFixed(1),
        authentication: first.authentication,
        tls: first.tlsVersion ?? s1.say('noTls'),
        count: found.length,
        stages,
      }),
      { arm: PROBER, cell, metric: 'durations.connect.total.p50_s', value: usual / 1000 },
    ),
  );
}

async function compare(bench: Bench, found: Found): Promise<void> {
  const times = new Map(
    [...found].map(([{ cell }, rounds]) => [
      cell,
      rounds.map((ones) => median(ones.map(({ connectMs }) => connectMs))),
    ]),
  );
  for (const draft of differencesIn(times, bench.random)) await bench.verdict(draft);
}

async function checkSums(bench: Bench, found: Found): Promise<void> {
  const gaps = [...found].flatMap(([{ cell }, rounds]) =>
    rounds.flat().map(({ stages, totalMs }) => ({ cell, gap: Math.abs(sumOf(stages) / totalMs - 1) })),
  );
  const [worst] = gaps.toSorted((a, b) => b.gap - a.gap);
  if (worst === undefined) return;
  await bench.verdict(
    check(
      worst.gap <= SUM_TOLERANCE,
      s1.say('sums', { count: gaps.length, worst: (worst.gap * 100).toFixed(1) }),
      { arm: PROBER, cell: worst.cell, value: worst.gap },
    ),
  );
}

/** A cell must be of what its name says: what the server asked for on the wire decides, not how it was set up. */
async function checkEntrances(bench: Bench, found: Found): Promise<void> {
  const entered = [...found].flatMap(([{ entrance }, rounds]) =>
    entrance === undefined ? [] : rounds.flat().map((one) => ({ entrance, one })),
  );
  if (entered.length === 0) return;
  const other = entered.filter(
    ({ entrance: { tls, authentication }, one }) =>
      one.authentication !== authentication || one.tlsVersion !== (tls ? 'TLSv1.3' : null),
  );
  await bench.verdict(
    check(
      other.length === 0,
      s1.say('entrances', { right: entered.length - other.length, count: entered.length }),
      { arm: PROBER, value: other.length },
    ),
  );
}
