import { Card, Chart, formatNumber, formatPercent, useWords, type Series } from '@madang/web';
import type { VNode } from 'preact';
import type { LivePoint } from './live.schema.ts';
import { watchWords, type SayWatch } from './watch.words.ts';

/** The last two minutes on one axis of time: the client's side above, PostgreSQL's below. */
export function LiveCharts({ points }: { points: readonly LivePoint[] }): VNode {
  const t = useWords(watchWords);
  const shown = withGaps(points);
  const x = { label: t('time'), values: shown.map(({ at }) => Math.round(at * 10) / 10) };
  const draw = (chart: Drawn): VNode => (
    <Chart key={chart.title} shape="line" x={x} title={chart.title} y={chart.y} series={chart.series} />
  );
  return (
    <>
      <Card title={t('clientSide')}>{clientCharts(shown, t).map(draw)}</Card>
      <Card title={t('serverSide')}>{serverCharts(shown, t).map(draw)}</Card>
    </>
  );
}

/** Without a point for so long, nothing was measured: a line through it would say otherwise. */
const GAP_SECONDS = 4;
const NOTHING = {
  cell: '',
  round: 0,
  rate: null,
  p50_s: null,
  p99_s: null,
  inUse: null,
  waiting: null,
  eventLoop: null,
  failed: 0,
  server: null,
};

function withGaps(points: readonly LivePoint[]): LivePoint[] {
  return points.flatMap((point, index) => {
    const before = points[index - 1];
    const gap = before !== undefined && point.at - before.at > GAP_SECONDS;
    return gap ? [{ ...NOTHING, at: before.at + 1 }, point] : [point];
  });
}

interface Drawn {
  readonly title: string;
  readonly y: { readonly label: string; readonly unit: string };
  readonly series: readonly Series[];
}

function clientCharts(points: readonly LivePoint[], t: SayWatch): Drawn[] {
  const values = (of: (point: LivePoint) => number | null) => points.map(of);
  const now = points.at(-1);
  return [
    {
      title: t('rateAnswer', { rate: text(now?.rate ?? null, 0) }),
      y: { label: t('rate'), unit: t('perSecond') },
      series: [{ label: t('rate'), values: values(({ rate }) => rate) }],
    },
    {
      title: t('p99Answer', { ms: text(milliseconds(now?.p99_s ?? null), 1) }),
      y: { label: t('response'), unit: 'ms' },
      series: [
        { label: 'p50', values: values(({ p50_s }) => milliseconds(p50_s)) },
        { label: 'p99', values: values(({ p99_s }) => milliseconds(p99_s)) },
      ],
    },
    {
      title: t('poolAnswer', { inUse: text(now?.inUse ?? null, 0), waiting: text(now?.waiting ?? null, 0) }),
      y: { label: t('connections'), unit: t('count') },
      series: [
        { label: t('inUse'), values: values(({ inUse }) => inUse) },
        { label: t('waiting'), values: values(({ waiting }) => waiting) },
      ],
    },
    {
      title: t('loopAnswer', { share: now?.eventLoop == null ? '–' : formatPercent(now.eventLoop, 0) }),
      y: { label: t('eventLoop'), unit: '%' },
      series: [
        {
          label: t('eventLoop'),
          values: values(({ eventLoop }) => (eventLoop === null ? null : eventLoop * 100)),
        },
      ],
    },
  ];
}

function serverCharts(points: readonly LivePoint[], t: SayWatch): Drawn[] {
  type Server = NonNullable<LivePoint['server']>;
  const values = (of: (server: Server) => number | null) =>
    points.map(({ server }) => (server === null ? null : of(server)));
  const known = points.findLast(({ server }) => server !== null)?.server ?? null;
  const active = known === null ? null : Object.values(known.active).reduce((sum, n) => sum + n, 0);
  return [
    {
      title: t('activeAnswer', { count: text(active, 1) }),
      y: { label: t('active'), unit: t('count') },
      series: [
        { label: t('onCpu'), values: values((server) => server.active.cpu) },
        { label: t('onIo'), values: values((server) => server.active.io) },
        { label: t('onLock'), values: values((server) => server.active.lock) },
        { label: t('onClient'), values: values((server) => server.active.client) },
        { label: t('onOther'), values: values((server) => server.active.other) },
      ],
    },
    {
      title: t('processorsAnswer', { count: text(known?.processors ?? null, 2) }),
      y: { label: t('processors'), unit: t('count') },
      series: [{ label: t('processors'), values: values(({ processors }) => processors) }],
    },
    {
      title: t('commitsAnswer', { rate: text(known?.commits ?? null, 0) }),
      y: { label: t('commits'), unit: t('perSecond') },
      series: [{ label: t('commits'), values: values(({ commits }) => commits) }],
    },
  ];
}

function milliseconds(seconds: number | null): number | null {
  return seconds === null ? null : seconds * 1000;
}

function text(value: number | null, decimals: number): string {
  return value === null ? '–' : formatNumber(Number(value.toFixed(decimals)));
}
