import { createDurations, type Durations } from '../load/histogram.ts';
import { probe, type ConnectStages } from '../prober/probe.ts';
import { STAGES, sumOf } from '../prober/stages.ts';
import type { Bench } from '../run/bench.ts';
import { durationsRecord, histogramRecord } from '../run/durations-record.ts';
import { routeName, type Route } from '../run/route.ts';
import { delays } from './delays.ts';
import type { Scenario } from './scenario.ts';
import { check, finding } from './verdicts.ts';

/** The stages must add up to the whole, or the marks are wrong. */
const SUM_TOLERANCE = 0.03;

/** What one connection costs, stage by stage, on every way to the server. */
export const anatomy: Scenario = {
  id: 'S1',
  title: 'anatomy of a connection',
  seconds: ({ probes, roundTripsMs }) => probes * roundTripsMs.length * 0.05,
  async run(bench) {
    for (const route of delays(bench.terms)) {
      if (bench.signal.aborted) return;
      await probeOnWay(bench, route);
    }
  },
};

async function probeOnWay(bench: Bench, route: Route | undefined): Promise<void> {
  const { terms, signal, say } = bench;
  const { target } = await bench.way(route);
  say(`S1 opening ${terms.probes} connections, one after another ${routeName(route)}`.trimEnd());
  const found: ConnectStages[] = [];
  const startedAt = performance.now();
  while (found.length < terms.probes && !signal.aborted)
    found.push(await probe(target, { deadlineMs: terms.deadlineMs }));
  const [first] = found;
  if (first === undefined) return;
  await writeCell(bench, route, found, (performance.now() - startedAt) / 1000);
  await conclude(bench, route, found, first);
}

async function conclude(
  bench: Bench,
  route: Route | undefined,
  found: readonly ConnectStages[],
  { authentication, tlsVersion }: ConnectStages,
): Promise<void> {
  const connect = durationsOf(found, ({ connectMs }) => connectMs);
  const stages = STAGES.flatMap((stage) => {
    const of = durationsOf(found, (one) => one.stages[stage]);
    return of.count() === 0 ? [] : [`${stage} ${(of.percentile(50) ?? 0).toFixed(2)}`];
  });
  const secured = tlsVersion ?? 'no TLS';
  const way = route === undefined ? '' : ` over ${routeName(route)}`;
  const usual = connect.percentile(50) ?? 0;
  await bench.verdict(
    finding(
      `A new connection${way} costs ${usual.toFixed(1)} ms before it can be used (${authentication}, ${secured}, median of ${found.length}): ${stages.join(', ')} ms.`,
      {
        arm: ARM,
        metric: 'durations.connect.total.p50_s',
        value: usual / 1000,
      },
    ),
  );
  const worst = Math.max(...found.map((one) => Math.abs(sumOf(one.stages) / one.totalMs - 1)));
  await bench.verdict(
    check(
      worst <= SUM_TOLERANCE,
      `The stages of each connection${way} add up to its whole time within ${(worst * 100).toFixed(1)} %.`,
      { arm: ARM, value: worst },
    ),
  );
}

const ARM = 'prober';

async function writeCell(
  bench: Bench,
  route: Route | undefined,
  found: readonly ConnectStages[],
  elapsed: number,
): Promise<void> {
  const cell = ['anatomy', routeName(route)].join(' ').trimEnd();
  const parts: [string, Durations][] = [
    ...STAGES.map((stage): [string, Durations] => [
      `connect.${stage}`,
      durationsOf(found, (one) => one.stages[stage]),
    ]),
    ['connect.total', durationsOf(found, ({ connectMs }) => connectMs)],
  ];
  const seen = parts.filter(([, of]) => of.count() > 0);
  await bench.write({
    type: 'cell_start',
    arm: ARM,
    cell,
    round: 1,
    scenario: 'S1',
    position: 0,
    workload: 'connect',
    statement: 'select 1',
    load: { model: 'closed', workers: 1, arrivals: null, target_rate: null, max_in_flight: null },
    pool_size: 1,
    pool_state: 'cold',
    network_delay_s: route?.kind === 'delay' ? route.roundTripMs / 1000 : 0,
    planned_s: null,
  });
  await bench.write({
    type: 'cell_end',
    arm: ARM,
    cell,
    round: 1,
    duration_s: elapsed,
    warm_up_s: 0,
    warm_up_operations: 0,
    counts: {
      offered: found.length,
      ok: found.length,
      error: 0,
      timeout: 0,
      hung: 0,
      dropped: 0,
      unknown: 0,
    },
    errors: {},
    offered_rate: null,
    achieved_rate: found.length / elapsed,
    durations: Object.fromEntries(seen.map(([name, of]) => [name, durationsRecord(of)])),
    histograms: seen.map(([name, of]) => histogramRecord(name, 'ok', of)),
    connections: null,
    peak_in_flight: 1,
    littles_law_error_ratio: null,
    cpu: null,
    server: {},
    limit: null,
    flags: [],
  });
}

function durationsOf(
  found: readonly ConnectStages[],
  value: (one: ConnectStages) => number | null,
): Durations {
  const durations = createDurations();
  for (const one of found) {
    const time = value(one);
    if (time !== null) durations.add(time);
  }
  return durations;
}
