import { comparisonFields, compareArms } from '../judge/comparison.ts';
import { seriesOf } from '../judge/series.ts';
import { noiseFloor } from '../domain/statistics/verdict.ts';
import type { Bench } from '../run/bench.ts';
import type { Cell } from '../run/cell.ts';
import { poolOf } from './arms.ts';
import { s15 } from './s15.words.ts';
import { secondsOfCells } from './planned-time.ts';
import type { Scenario } from './scenario.ts';
import { timesPhrase } from './shared-phrases.ts';
import { check, verdict } from './verdicts.ts';

/** An arm beside itself: how large a difference this machine shows where there is none. */
export const same: Scenario = {
  id: 'S15',
  title: 'A/A',
  seconds: (terms) => secondsOfCells(2 * terms.workloads.length, terms),
  async run(bench) {
    const { asking, workloads } = bench.terms;
    const arms = ['A', 'B'].map((name) => ({ ...poolOf(asking), id: `pool of ${asking} (${name})` }));
    const cells: Cell[] = workloads.flatMap((workload) =>
      arms.map((arm) => ({ arm, workload, load: { model: 'closed', workers: asking } })),
    );
    await bench.interleave(cells);
    await judge(bench);
  },
};

async function judge(bench: Bench): Promise<void> {
  const series = seriesOf(bench.records(), 'S15');
  for (const { name } of bench.terms.workloads) {
    const [a, b] = series.filter(({ start }) => start.workload === name);
    if (a === undefined || b === undefined) continue;
    const [comparison] = compareArms([[b, a]], bench.random);
    if (comparison === undefined) continue;
    const { ratio, verdict: answer } = comparison;
    const floor = noiseFloor(ratio.interval);
    bench.setFloor(name, floor);
    const said = s15.say('same', {
      workload: name,
      times: timesPhrase({ ratio, atLeast: false }),
      floor: (floor * 100).toFixed(1),
    });
    await bench.verdict(verdict(said, comparisonFields(comparison, floor)));
    const nothing = answer !== 'better' && answer !== 'worse';
    await bench.verdict(
      check(nothing, s15.say(nothing ? 'nothingFound' : 'somethingFound', { workload: name }), {
        workload: name,
      }),
    );
  }
}
