import {
  Chip,
  Empty,
  Facts,
  formatNumber,
  Heading,
  UntrustedText,
  useWords,
  Why,
  type Fact,
} from '@madang/web';
import { island, useLive } from '@madang/web/islands';
import type { VNode } from 'preact';
import { LiveCharts } from './live-charts.tsx';
import type { LiveRun } from './live.schema.ts';
import { watchWords, type SayWatch } from './watch.words.ts';

interface LiveViewProps {
  readonly initial: LiveRun;
  /** The answer that is drawn, and the stream that tells when it may have changed. */
  readonly url: string;
  readonly events: string;
}

/** The newest run at this moment: what is measured, how it goes, on the client's side and on PostgreSQL's. */
export const LiveView = island('live-run', function LiveView({ initial, url, events }: LiveViewProps): VNode {
  const t = useWords(watchWords);
  const { data, connection } = useLive<LiveRun>({ url, events, on: ['change'], initial });
  const { run, running, cell, finding, points } = data;
  return (
    <>
      <Heading title={t('live')}>
        {run !== null && <Chip tone={running ? 'good' : 'plain'}>{t(running ? 'running' : 'over')}</Chip>}
        {connection === 'lost' && <Chip tone="warn">{t('lost')}</Chip>}
      </Heading>
      {run === null ? (
        <Empty>{t('none')}</Empty>
      ) : (
        <>
          <p>
            <a href={`/poolbench/runs/${run.id}`}>
              <UntrustedText text={run.plan ?? run.id} max={80} />
            </a>
            {cell !== null && (
              <>
                {' · '}
                {progressText(data, t)}: <UntrustedText text={cell.name} max={120} />
              </>
            )}
          </p>
          <Facts facts={factsOf(data, t)} />
          {finding !== null && (
            <Why tone={finding.failed ? 'bad' : 'good'} lead={t('found')}>
              <span lang="en">
                <UntrustedText text={finding.sentence} max={400} />
              </span>
            </Why>
          )}
          {points.length === 0 ? <Empty>{t('noPoints')}</Empty> : <LiveCharts points={points} />}
        </>
      )}
    </>
  );
});

function progressText({ run, cell }: LiveRun, t: SayWatch): string {
  if (run === null || cell === null) return '';
  const place = run.scenarios.indexOf(cell.scenario) + 1;
  const scenario = place === 0 ? cell.scenario : `${cell.scenario} (${place}/${run.scenarios.length})`;
  return t('round', { scenario, round: cell.round });
}

function factsOf({ points, errors, cells }: LiveRun, t: SayWatch): Fact[] {
  const now = points.at(-1);
  const failed = Object.entries(errors);
  const count = failed.reduce((sum, [, n]) => sum + n, 0);
  return [
    { label: t('rate'), value: whole(now?.rate ?? null) },
    { label: t('p99'), value: ms(now?.p99_s ?? null) },
    { label: t('inUse'), value: whole(now?.inUse ?? null) },
    { label: t('waiting'), value: whole(now?.waiting ?? null) },
    { label: t('cells'), value: formatNumber(cells) },
    {
      label: t('failed'),
      value: count === 0 ? '0' : failed.map(([kind, n]) => `${formatNumber(n)} ${kind}`).join(', '),
      ...(count > 0 && { tone: 'bad' as const }),
    },
  ];
}

function whole(value: number | null): string {
  return value === null ? '–' : formatNumber(Math.round(value));
}

function ms(seconds: number | null): string {
  return seconds === null ? '–' : `${formatNumber(Math.round(seconds * 10_000) / 10)} ms`;
}
