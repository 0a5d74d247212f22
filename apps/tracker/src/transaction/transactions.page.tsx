import type { Drawing, ListReply } from '@madang/system';
import { Card, Empty, Heading, ListFoot, listLinks, useWords } from '@madang/web';
import type { VNode } from 'preact';
import { trackerWords } from '../tracker.words.ts';
import { FilterForm, type TransactionFilters } from './filter-form.tsx';
import { TransactionTable } from './transaction-table.tsx';
import type { Transaction } from './transaction.schema.ts';

export function TransactionsPage({
  reply,
  input,
  frame,
  api,
}: Drawing<ListReply<Transaction>, TransactionFilters>): VNode {
  const t = useWords(trackerWords);
  return (
    <>
      <Heading title={t('transactions')} />
      <FilterForm filters={input} />
      <Card title={t('latestTransactions')}>
        {reply.items.length === 0 ? (
          <Empty next={{ href: '/tracker/transactions', label: t('clear') }}>{t('noTransactions')}</Empty>
        ) : (
          <TransactionTable transactions={reply.items} caption={t('transactions')} />
        )}
        <ListFoot {...listLinks(frame, api, reply.next)} />
      </Card>
    </>
  );
}
