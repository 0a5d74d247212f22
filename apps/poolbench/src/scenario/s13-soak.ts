import { createDurations, type Durations } from '../load/histogram.ts';
import { isSupported } from '../domain/statistics/percentile-rule.ts';
import { growthOf, type Growth } from '../judge/growth.ts';
import type { LoadInterval } from '../load/load.ts';
import { openLiveMemory, type LiveBytes } from '../load/live-memory.ts';
import type { Phrase } from '../record/schema/phrase.schema.ts';
import type { Bench } from '../run/bench.ts';
import { poolOf } from './arms.ts';
import { s13 } from './s13.words.ts';
import type { Scenario } from './scenario.ts';
import { check, finding } from './verdicts.ts';

/** The soak is cut into so many parts, or fewer where this process is kept from looking at itself; of too few nothing is told. */
const PARTS = 20;
const LEAST_PARTS = 8;
/** Of the parts, the first ones: caches fill, and code is compiled. */
const SETTLING = 0.2;
/** Each interval becomes a record that is kept: with one each second a long soak would find a leak of our own. */
const MOST_INTERVALS = 600;

/** Whether anything grows when a pool works for long: memory, connections, response times. */
export const soak: Scenario = {
  id: 'S13',
  title: 'soak',
  seconds: ({ soakSeconds }) => soakSeconds + 1,
  async run(bench) {
    const parts = await measured(bench);
    if (bench.signal.aborted) return;
    if (parts.length >= LEAST_PARTS) await judge(bench, parts);
    else bench.notice(s13.say('notJudged'));
  },
};

async function judge(bench: Bench, parts: readonly Part[]): Promise<void> {
  const seconds = bench.terms.soakSeconds / parts.length;
  const settled = parts.slice(Math.ceil(SETTLING * parts.length));
  const leaks: Phrase[] = [];
  for (const figure of FIGURES) if (await tell(bench, figure, settled, seconds)) leaks.push(figure.name);
  await checkLeaks(bench, leaks);
}

interface Part {
  /** At its beginning, as the number of open connections. */
  readonly memory: LiveBytes;
  readonly connections: number;
  /** Of all operations in it. */
  readonly response: Durations;
}

async function measured(bench: Bench): Promise<Part[]> {
  const { workloads, asking, soakSeconds } = bench.terms;
  const [workload] = workloads;
  if (workload === undefined) return [];
  const arm = poolOf(asking);
  const adapter = await bench.adapter(arm);
  const memory = openLiveMemory();
  const parts: (Omit<Part, 'memory'> & { readonly memory: Promise<LiveBytes> })[] = [];
  const intervalSeconds = Math.max(Math.min(1, soakSeconds / PARTS), soakSeconds / MOST_INTERVALS);
  const perPart = Math.round(soakSeconds / PARTS / intervalSeconds);
  let intervals = 0;
  const onInterval = ({ response }: LoadInterval): void => {
    if (intervals % perPart === 0)
      parts.push({ memory: memory.look(), connections: adapter.stats().open, response: createDurations() });
    intervals += 1;
    parts.at(-1)?.response.merge(response);
  };
  try {
    await bench.measure(
      { arm, workload, load: { model: 'closed', workers: asking } },
      { round: 1, seconds: soakSeconds, onInterval, intervalSeconds },
    );
    const whole = parts.slice(0, Math.floor(intervals / perPart));
    return await Promise.all(whole.map(async (part) => ({ ...part, memory: await part.memory })));
  } finally {
    memory.close();
  }
}

interface Figure {
  readonly name: Phrase;
  /** After a number: ` MB`. */
  readonly unit: string;
  readonly metric: string;
  /** Share of its level that it may grow by over the soak: nothing that lives stands quite still. */
  readonly negligible: number;
  /** Null where a part has too few samples. */
  of(part: Part): number | null;
}

const MEGABYTE = 2 ** 20;
const P99 = 99;

const FIGURES: readonly Figure[] = [
  {
    name: s13.say('resident'),
    unit: ' MB',
    metric: 'soak.resident_mb_per_minute',
    negligible: 0.05,
    of: ({ memory }) => memory.resident / MEGABYTE,
  },
  {
    name: s13.say('heap'),
    unit: ' MB',
    metric: 'soak.heap_mb_per_minute',
    negligible: 0.05,
    of: ({ memory }) => memory.heap / MEGABYTE,
  },
  {
    name: s13.say('connections'),
    unit: '',
    metric: 'soak.connections_per_minute',
    negligible: 0,
    of: ({ connections }) => connections,
  },
  {
    name: s13.say('p99'),
    unit: ' ms',
    metric: 'soak.p99_ms_per_minute',
    negligible: 0.25,
    of: ({ response }) => (isSupported(P99, response.count()) ? response.percentile(P99) : null),
  },
];

/** States how a figure went; whether it leaks. @param seconds of each part */
async function tell(bench: Bench, figure: Figure, parts: readonly Part[], seconds: number): Promise<boolean> {
  const { soakSeconds, asking } = bench.terms;
  const values = parts.map(figure.of).filter((value) => value !== null);
  const { metric, name } = figure;
  const arm = poolOf(asking).id;
  if (values.length < parts.length) {
    await bench.verdict(finding(s13.say('unknown', { figure: name }), { arm, metric }));
    return false;
  }
  const growth = growthOf(values, seconds, figure.negligible);
  const { perMinute, low, high, leaks } = growth;
  await bench.verdict(
    finding(changePhrase(figure, growth, soakSeconds), {
      ...{ arm, metric, value: perMinute, low, high },
      ...{ method: 'least squares', confidence: 0.95, delta: figure.negligible },
    }),
  );
  return leaks;
}

function changePhrase(
  { name, unit, negligible }: Figure,
  { level, perMinute, low, high, leaks }: Growth,
  seconds: number,
): Phrase {
  return s13.say('changed', {
    seconds,
    figure: name,
    slope: signed(perMinute),
    unit,
    low: signed(low),
    high: signed(high),
    level: level.toFixed(1),
    answer: s13.say(leaks ? 'leaks' : 'noLeak'),
    margin: negligible === 0 ? [] : s13.say('margin', { percent: negligible * 100 }),
  });
}

function signed(value: number): string {
  return `${value > 0 ? '+' : ''}${Number(value.toPrecision(3))}`;
}

async function checkLeaks({ verdict, terms }: Bench, leaks: readonly Phrase[]): Promise<void> {
  const said =
    leaks.length === 0
      ? s13.say('tight', { seconds: terms.soakSeconds })
      : s13.say('leaky', { figures: leaks });
  await verdict(check(leaks.length === 0, said, { value: leaks.length }));
}
