import {
  Chip,
  Empty,
  Facts,
  formatNumber,
  formatPercent,
  Heading,
  UntrustedText,
  useLocale,
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
  const { lang } = useLocale();
  const { data, connection } = useLive<LiveRun>({ url, events, on: ['change'], initial });
  const { run, running, cell, progress, finding, points, marks } = data;
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
            {placeText(data, t).map((part) => ` · ${part}`)}
            {cell !== null && (
              <>
                : <UntrustedText text={cell.name} max={120} />
              </>
            )}
            {cell === null && progress !== null && (
              <>
                :{' '}
                <span lang="en">
                  <UntrustedText text={progress.doing} max={160} />
                </span>
              </>
            )}
          </p>
          <Facts facts={factsOf(data, t)} />
          {finding !== null && (
            <Why tone={finding.failed ? 'bad' : 'good'} lead={t('found')}>
              {lang === 'ko' && finding.korean !== null ? (
                <UntrustedText text={finding.korean} max={400} />
              ) : (
                <span lang="en">
                  <UntrustedText text={finding.sentence} max={400} />
                </span>
              )}
            </Why>
          )}
          {points.length === 0 ? (
            <Empty>{t('noPoints')}</Empty>
          ) : (
            <LiveCharts points={points} marks={marks} />
          )}
        </>
      )}
    </>
  );
});

/** Where it is in its plan, and how long it still takes. */
function placeText({ run, cell, progress }: LiveRun, t: SayWatch): string[] {
  const id = cell?.scenario ?? progress?.scenario;
  if (run === null || id === undefined) return [];
  const place = run.scenarios.indexOf(id) + 1;
  const scenario = place === 0 ? id : `${id} (${place}/${run.scenarios.length})`;
  const left = progress?.left_s ?? null;
  return [
    ...(left === null ? [] : [t('left', { time: timeText(left, t) })]),
    cell === null ? scenario : roundText(scenario, cell, t),
  ];
}

function roundText(scenario: string, { round, rounds }: NonNullable<LiveRun['cell']>, t: SayWatch): string {
  return rounds === null ? t('round', { scenario, round }) : t('roundOf', { scenario, round, rounds });
}

function timeText(left: number, t: SayWatch): string {
  const whole = Math.ceil(left);
  const [minutes, seconds] = [Math.floor(whole / 60), whole % 60];
  return minutes === 0 ? t('seconds', { seconds }) : t('minutes', { minutes, seconds });
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
    { label: t('eventLoop'), value: now?.eventLoop == null ? '–' : formatPercent(now.eventLoop, 0) },
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
