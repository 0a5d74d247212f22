import type { Drawing, ListReply } from '@madang/system';
import {
  Card,
  Empty,
  Filters,
  formatNumber,
  Heading,
  ListFoot,
  listLinks,
  Table,
  Time,
  UntrustedText,
  useWords,
  type Column,
} from '@madang/web';
import type { VNode } from 'preact';
import { Command } from './command.tsx';
import { lengthText } from './length-text.ts';
import { runHref, ServerText, StateChip } from './run-pieces.tsx';
import type { RunItem } from './runs.schema.ts';
import { runsWords, type SayRuns } from './runs.words.ts';

/** The runs that are kept, newest first. */
export function RunsPage({
  reply,
  input,
  frame,
  api,
}: Drawing<ListReply<RunItem>, { plan?: string | undefined }>): VNode {
  const t = useWords(runsWords);
  const { plan = '' } = input;
  return (
    <>
      <Heading title={t('runs')} />
      <p>{t('lead')}</p>
      {reply.items.length === 0 && plan === '' ? (
        <>
          <Empty>{t('noRuns')}</Empty>
          <Command lead={t('howTo')} line="./madang poolbench quick" />
        </>
      ) : (
        <>
          <Filters
            action={frame.path}
            fields={[{ name: 'plan', label: t('plan'), value: plan, placeholder: t('planHint') }]}
          />
          {reply.items.length === 0 ? (
            <Empty next={{ href: frame.path, label: t('allRuns') }}>{t('noneFits')}</Empty>
          ) : (
            <Card title={t('kept')}>
              <Table caption={t('kept')} columns={columnsOf(t)} rows={reply.items} keyOf={({ id }) => id} />
              <ListFoot {...listLinks(frame, api, reply.next)} />
            </Card>
          )}
          <Command lead={t('howTo')} line="./madang poolbench quick" />
        </>
      )}
    </>
  );
}

function columnsOf(t: SayRuns): Column<RunItem>[] {
  return [
    {
      key: 'started',
      head: t('started'),
      phone: true,
      cell: ({ id, startedAt }) => (
        <a href={runHref(id)}>
          <Time time={startedAt} />
        </a>
      ),
    },
    {
      key: 'plan',
      head: t('plan'),
      phone: true,
      cell: ({ plan }) => (plan === null ? <Unknown t={t} /> : <UntrustedText text={plan} max={60} />),
    },
    { key: 'state', head: t('ending'), phone: true, cell: (run) => <State run={run} t={t} /> },
    { key: 'server', head: t('server'), phone: false, cell: (run) => <ServerText run={run} /> },
    {
      key: 'length',
      head: t('length'),
      align: 'right',
      phone: false,
      cell: ({ seconds }) => lengthText(seconds),
    },
    {
      key: 'cells',
      head: t('cells'),
      align: 'right',
      phone: false,
      cell: ({ cells }) => (cells === null ? '–' : formatNumber(cells)),
    },
  ];
}

function State({ run: { state, problem }, t }: { run: RunItem; t: SayRuns }): VNode {
  return (
    <>
      <StateChip state={state} />
      {problem !== null && <span class="muted"> {t(`problem_${problem}`)}</span>}
    </>
  );
}

function Unknown({ t }: { t: SayRuns }): VNode {
  return <span class="muted">{t('unknown')}</span>;
}
