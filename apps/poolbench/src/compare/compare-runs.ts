import { createRandom } from '../domain/random.ts';
import { ratioOfRuns, runsPValue } from '../domain/statistics/ratio-of-runs.ts';
import { holm } from '../domain/statistics/holm.ts';
import type { Interval } from '../domain/statistics/bootstrap.ts';
import { median } from '../domain/statistics/quantile.ts';
import { verdictOf, type Verdict } from '../domain/statistics/verdict.ts';
import { isComparable, ratesOf, seriesOf, type Series } from '../judge/series.ts';
import type { LogRecord } from '../record/schema/record.schema.ts';
import type { RunStart } from '../record/schema/run.schema.ts';

/** Two runs beside each other. */
export interface RunComparison {
  readonly a: RunStart;
  readonly b: RunStart;
  /** Cells that both have, in the order of b. */
  readonly cells: readonly CellComparison[];
  /** Cells that only one of them has, by the name of the run that has them. */
  readonly only: { readonly a: readonly string[]; readonly b: readonly string[] };
  /** In what the two differ, beside what is meant to: each of these may be the reason of a difference. */
  readonly differences: readonly string[];
}

/** One cell in both runs. */
export interface CellComparison {
  readonly scenario: string;
  readonly cell: string;
  /** Operations per second, medians over rounds. */
  readonly rateA: number;
  readonly rateB: number;
  /** b / a, of the medians. */
  readonly ratio: number;
  readonly interval: Interval;
  /** Of b against a. */
  readonly verdict: Verdict;
}

/** The chance that a comparison states any difference that is not there. */
const FALSE_ALARM_RATE = 0.05;
/** The same two logs must give the same comparison. */
const SEED = 1;

/** Compares two runs cell by cell: whether b does more than a. Throws TypeError for records without a beginning. */
export function compareRuns(a: readonly LogRecord[], b: readonly LogRecord[]): RunComparison {
  const [ofA, ofB] = [cellsOf(a), cellsOf(b)];
  const common = [...ofB].flatMap(([name, series]): [string, Series, Series][] => {
    const other = ofA.get(name);
    return other === undefined ? [] : [[name, other, series]];
  });
  const random = createRandom(SEED);
  const floor = Math.max(floorOf(a), floorOf(b));
  const pValues = holm(common.map(([, one, other]) => runsPValue(ratesOf(other), ratesOf(one), { floor })));
  const [startA, startB] = [startOf(a), startOf(b)];
  return {
    a: startA,
    b: startB,
    cells: common.map(([, one, other], index) => {
      const { ratio, interval } = ratioOfRuns(ratesOf(other), ratesOf(one), { random });
      return {
        scenario: other.start.scenario,
        cell: other.cell,
        rateA: median(ratesOf(one)),
        rateB: median(ratesOf(other)),
        ratio,
        interval,
        verdict: judged(verdictOf(interval, { floor }), pValues[index] ?? 1),
      };
    }),
    only: {
      a: [...ofA.keys()].filter((name) => !ofB.has(name)),
      b: [...ofB.keys()].filter((name) => !ofA.has(name)),
    },
    differences: differencesOf(startA, startB),
  };
}

/** A difference is stated only when it also stands after Holm's adjustment for the number of cells. */
function judged(verdict: Verdict, pValue: number): Verdict {
  return verdict === 'same' || pValue <= FALSE_ALARM_RATE ? verdict : 'undecided';
}

function startOf(records: readonly LogRecord[]): RunStart {
  const start = records.find((record) => record.type === 'run_start');
  if (start === undefined) throw new TypeError('A run begins with run_start.');
  return start;
}

function cellsOf(records: readonly LogRecord[]): Map<string, Series> {
  const scenarios = new Set(
    records.flatMap((record) => (record.type === 'cell_start' ? [record.scenario] : [])),
  );
  const series = [...scenarios].flatMap((scenario) => seriesOf(records, scenario));
  return new Map(
    series.filter(isComparable).map((one) => [`${one.start.scenario} ${one.cell}`, one] as const),
  );
}

/** What A/A found to be noise in a run; 0 where it was not measured. */
function floorOf(records: readonly LogRecord[]): number {
  return Math.max(
    0,
    ...records.flatMap((record) =>
      record.type === 'verdict' && record.scenario === 'S15' ? (record.floor ?? 0) : 0,
    ),
  );
}

function differencesOf(a: RunStart, b: RunStart): string[] {
  const facts = (start: RunStart): [string, string][] => [
    ['server version', start.server?.version ?? '?'],
    ['address', start.server?.scratch === true ? 'scratch' : (start.server?.address ?? '?')],
    ['authentication', start.server?.authentication ?? '?'],
    ['TLS', start.server?.tls ?? 'none'],
    ['processors', `${start.machine?.cores ?? '?'} × ${start.machine?.cpu ?? '?'}`],
    ['plan', start.plan.name],
    ...Object.entries(start.versions),
    ...(start.server?.settings ?? []).map(({ name, value }): [string, string] => [name, value]),
  ];
  const [ofA, ofB] = [new Map(facts(a)), new Map(facts(b))];
  return [...new Set([...ofA.keys(), ...ofB.keys()])]
    .filter((name) => ofA.get(name) !== ofB.get(name) && !VARIES.has(name))
    .map((name) => `${name}: ${ofA.get(name) ?? '-'} against ${ofB.get(name) ?? '-'}`);
}

/** A scratch server is on another port, in another folder, each time. */
const VARIES = new Set([
  'port',
  'config_file',
  'data_directory',
  'hba_file',
  'ident_file',
  'unix_socket_directories',
  'external_pid_file',
]);
