import { houseTokens } from '@madang/web/host';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { Bars } from './bars.tsx';
import { Decomposition } from './decomposition.tsx';
import { Ladder } from './ladder.tsx';
import { PercentileCurve } from './percentile-curve.tsx';
import { RatioPlot, type RatioVerdict } from './ratio-plot.tsx';
import { chartStyle } from './style.ts';
import { SweepPlot } from './sweep-plot.tsx';
import { svgWords } from './svg.words.ts';
import { Timeline, type TimelineServer } from './timeline.tsx';
import { Waterfall } from './waterfall.tsx';

type Values = readonly (number | null)[];
type Draw = (values: Values, label?: string) => VNode;

const words = svgWords('en');
const text = { lang: 'en' as const, title: 'A title', finding: 'What it shows' };
const VERDICTS: readonly RatioVerdict[] = ['better', 'worse', 'same', 'undecided'];

/** Each chart of some values, which stand wherever a figure may. */
const CHARTS: Readonly<Record<string, Draw>> = {
  Waterfall: (values, label = 'stage') => (
    <Waterfall
      {...text}
      words={words.waterfall}
      stages={values.map((ms) => ({ stage: label, ms }))}
      marks={values.map((ms) => ({ ms: ms ?? 0, label }))}
    />
  ),
  RatioPlot: (values, label = 'row') => (
    <RatioPlot
      {...text}
      words={words.ratio}
      delta={0.05}
      rows={values.map((value, index) => ({
        label,
        median: value,
        low: value,
        high: values[0] ?? null,
        kind: index % 2 === 0 ? 'interval' : 'range',
        verdict: VERDICTS[index % 4] ?? 'same',
      }))}
    />
  ),
  SweepPlot: (values, label = 'mark') => (
    <SweepPlot
      {...text}
      words={words.sweep}
      points={values.map((throughput, index) => ({
        size: index % 2 === 0 ? index + 1 : (throughput ?? 0),
        throughput,
        low: throughput,
        high: values[0] ?? null,
      }))}
      curve={(size) => (values[0] ?? 0) / (size - 1)}
      marks={values.map((value) => ({ size: value ?? 0, label }))}
      limit={{ from: values[0] ?? 0, label }}
    />
  ),
  PercentileCurve: (values, label = 'series') => (
    <PercentileCurve
      {...text}
      words={words.percentile}
      series={[
        { label, points: values.map((ms, index) => ({ percent: 100 - 90 / (index + 1), ms })) },
        { label, points: values.map((ms) => ({ percent: ms ?? 100, ms })) },
      ]}
    />
  ),
  Timeline: (values, label = 'event') => (
    <Timeline
      {...text}
      words={words.timeline}
      points={values.map((value, at) => ({ at, rate: value, p99: value, inUse: value, waiting: value }))}
      events={values.map((value) => ({ at: value ?? 0, label }))}
    />
  ),
  'Timeline of both sides': (values, label = 'event') => (
    <Timeline
      {...text}
      words={words.timeline}
      points={values.map((value, at) => ({
        ...{ at, rate: value, p50: value, p99: value, inUse: value, waiting: value },
        server: value === null ? null : serverOf(value),
      }))}
      events={values.map((value) => ({ at: value ?? 0, label }))}
    />
  ),
  Ladder: (values, label = 'objective') => (
    <Ladder
      {...text}
      words={words.ladder}
      percentiles={['p50', label]}
      steps={values.map((value) => ({ offered: value ?? 0, achieved: value, latencies: [value] }))}
      objective={{ ms: values[0] ?? 0, label }}
    />
  ),
  Decomposition: (values, label = 'part') => (
    <Decomposition
      {...text}
      words={words.decomposition}
      arms={[{ arm: label, parts: values.map((ms, index) => ({ name: `${label} ${index}`, ms })) }]}
    />
  ),
  Bars: (values, label = 'bar') => (
    <Bars
      {...text}
      words={words.bars}
      axis={{ label, unit: 'ops/s', scale: 'log' }}
      bars={values.map((value) => ({ label, value, low: value, high: values[0] ?? null }))}
    />
  ),
};

function serverOf(value: number): TimelineServer {
  const active = { cpu: value, io: value, lock: 0, client: value, other: value };
  return { commits: value, processors: value, active };
}

const FIGURES: Readonly<Record<string, Values>> = {
  none: [],
  nothing: [null, null],
  zero: [0],
  one: [3.5],
  'the same twice': [7, 7],
  several: [1, null, 2.5, 0, 1e4, 40],
  huge: [1e308, Number.MAX_VALUE, 1],
  tiny: [5e-324, 1e-300, 1e-9],
  negative: [-4, 2],
  'no numbers': [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 2],
  many: Array.from({ length: 2000 }, (_, index) => (index % 97) * 1.7),
};

const drawings = Object.entries(CHARTS).map(([name, draw]) => ({ name, draw }));

describe.each(drawings)('$name', ({ draw }) => {
  it.each(Object.entries(FIGURES))('draws %s without a place or number that is none', (_, values) => {
    expect(renderToString(draw(values))).not.toMatch(/NaN|Infinity|undefined|null/);
  });

  it('says what is missing when there is nothing to draw', () => {
    const html = renderToString(draw([null]));
    expect(html).toContain(words.bars.nothing);
    expect(html).not.toContain('role="img"');
  });

  it('tells its finding, and gives its figures as a table', () => {
    const html = renderToString(draw([1, 2, 3]));
    expect(html.match(/<svg[^>]* role="img" aria-label="What it shows"/g)).toHaveLength(2);
    expect(html).toMatch(/<details>.*<td.*<\/details>/s);
  });

  it('shows a hostile label as text, and cuts a long one', () => {
    const label = `<script>"&\u202e${'x'.repeat(500)}`;
    const html = renderToString(draw([1, 2, 3], label));
    expect(html).not.toMatch(/<script|\u202e/);
    expect(html).toContain('&lt;script');
    expect(html).toContain('\\u{202e}');
    expect(html).toContain('…');
  });

  it('draws the same figures to the same bytes', () => {
    const values = FIGURES['several'] ?? [];
    expect(renderToString(draw(values))).toBe(renderToString(draw(values)));
  });
});

it('draws a soak of a day in few bytes', () => {
  const points = Array.from({ length: 86_400 }, (_, at) => {
    const value = 1000 + 500 * Math.sin(at / 50) + (at % 13);
    return { at, rate: value, p99: value / 100, inUse: at % 11, waiting: at % 3 };
  });
  const html = renderToString(<Timeline {...text} words={words.timeline} points={points} />);
  expect(html.length).toBeLessThan(700_000);
  expect(html).toContain('One row in 288');
});

it('sets the parts of a whole one on top of the other', () => {
  const active = { cpu: 1, io: 2, lock: 0, client: 0, other: 1 };
  const server = { commits: null, processors: null, active };
  const point = { rate: 1, p99: 1, inUse: 1, waiting: 1, server };
  const html = renderToString(
    <Timeline {...text} words={words.timeline} points={[0, 1].map((at) => ({ ...point, at }))} />,
  );
  const [wide = ''] = html.split('plot-wide-drawing').slice(1);
  const tops = [...wide.matchAll(/plot-segment series-(\d)" d="M[\d.]+ ([\d.]+)L[\d.]+ ([\d.]+)/g)].map(
    ([, series, floor, top]) => [Number(series), Number(floor) - Number(top)] as const,
  );
  const unit = (tops[0]?.[1] ?? 0) / 4;
  expect(tops.map(([series]) => series)).toEqual([5, 4, 3, 2, 1]);
  expect(tops.map(([, height]) => Math.round(height / unit))).toEqual([4, 3, 3, 3, 1]);
  // Of commits and processors nothing is known, so there is no plane for them.
  expect(wide.match(/class="plot-base"/g)).toHaveLength(4);
});

it('marks the rungs of a ladder where less was done than asked for', () => {
  const step = (
    offered: number,
    achieved: number,
  ): { offered: number; achieved: number; latencies: number[] } => ({
    offered,
    achieved,
    latencies: [1],
  });
  const ladder = (steps: readonly ReturnType<typeof step>[]): string =>
    renderToString(<Ladder {...text} words={words.ladder} percentiles={['p50']} steps={steps} />);
  expect(ladder([step(100, 99.5), step(200, 199)])).not.toContain('plot-short');
  expect(ladder([step(100, 99.5), step(200, 150)])).toContain(words.ladder.short);
});

it('begins each stage of a connection where the one before it ended', () => {
  const stages = [
    { stage: 'one', ms: 2 },
    { stage: 'none', ms: null },
    { stage: 'two', ms: 6 },
  ];
  const html = renderToString(<Waterfall {...text} words={words.waterfall} stages={stages} />);
  const bars = [...html.matchAll(/<rect class="plot-f[^>]* x="([\d.]+)"[^>]* width="([\d.]+)"/g)].map(
    ([, x, width]) => [Number(x), Number(width)] as const,
  );
  const [one, two] = bars;
  expect(two?.[0]).toBeCloseTo((one?.[0] ?? 0) + (one?.[1] ?? 0), 0);
  expect((two?.[1] ?? 0) / (one?.[1] ?? 1)).toBeCloseTo(3, 1);
  expect(html).toContain('75%');
});

it('has no colours but those of the house', () => {
  const known = new Set([...houseTokens().matchAll(/^\s+--([\w-]+):/gm)].map(([, name]) => name));
  const own = new Set([...chartStyle.matchAll(/^\s+--([\w-]+):/gm)].map(([, name]) => name));
  const taken = [...chartStyle.matchAll(/var\(--([\w-]+)\)/g)].map(([, name]) => name);
  expect(taken.length).toBeGreaterThan(10);
  for (const name of taken) expect(known.has(name) || own.has(name), name).toBe(true);
  expect(chartStyle).not.toMatch(/#[0-9a-f]{3,8}\b|light-dark|rgba?\(|hsl/i);
});
