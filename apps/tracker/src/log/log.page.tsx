import type { Drawing, ListReply } from '@madang/system';
import { Card, Empty, Filters, Heading, ListFoot, listLinks, useWords } from '@madang/web';
import type { VNode } from 'preact';
import { LogList } from './log-list.tsx';
import type { Log, LogQuery } from './log.schema.ts';
import { logWords } from './log.words.ts';

export function LogsPage({ reply, input, frame, api }: Drawing<ListReply<Log>, LogQuery>): VNode {
  const t = useWords(logWords);
  return (
    <>
      <Heading title={t('logs')} />
      <LogFilters filters={input} />
      <Card title={t('logs')}>
        {reply.items.length === 0 ? (
          <Empty next={{ href: '/tracker/logs', label: t('clear') }}>{t('noLogs')}</Empty>
        ) : (
          <LogList logs={reply.items} />
        )}
        <ListFoot {...listLinks(frame, api, reply.next)} />
      </Card>
    </>
  );
}

function LogFilters({ filters }: { filters: LogQuery }): VNode {
  const t = useWords(logWords);
  const { address, signature, fromHeight, toHeight } = filters;
  return (
    <Filters
      action="/tracker/logs"
      fields={[
        { name: 'address', label: t('contract'), value: address ?? '', placeholder: 'cx…' },
        {
          name: 'signature',
          label: t('signature'),
          value: signature ?? '',
          placeholder: 'Transfer(Address,Address,int,bytes)',
        },
        { name: 'fromHeight', label: t('fromHeight'), value: fromHeight?.toString() ?? '', placeholder: '0' },
        { name: 'toHeight', label: t('toHeight'), value: toHeight?.toString() ?? '', placeholder: '1000' },
      ]}
    />
  );
}
