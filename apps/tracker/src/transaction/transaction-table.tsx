import { Amount, formatNumber, Hash, Kind, Table, Time, useWords, type Column } from '@madang/web';
import type { VNode } from 'preact';
import { AddressLink } from '../address-link.tsx';
import { trackerWords } from '../tracker.words.ts';
import type { Transaction } from './transaction.schema.ts';

interface TransactionTableProps {
  readonly transactions: readonly Transaction[];
  readonly caption: string;
  /** Only what the first page has room for. */
  readonly short?: boolean;
  /** All of one block, which need not be named in each row. */
  readonly ofBlock?: boolean;
}

/** Transactions as rows. */
export function TransactionTable({
  transactions,
  caption,
  short = false,
  ofBlock = false,
}: TransactionTableProps): VNode {
  const t = useWords(trackerWords);
  const hash: Column<Transaction> = {
    key: 'hash',
    head: t('hash'),
    phone: true,
    cell: (transaction) => (
      <Hash value={transaction.hash} href={`/tracker/transactions/${transaction.hash}`} />
    ),
  };
  const kind: Column<Transaction> = {
    key: 'kind',
    head: t('kind'),
    phone: true,
    cell: (transaction) => (
      <Kind kind={transaction.kind} method={transaction.method} failed={transaction.status === 'failure'} />
    ),
  };
  const parties: Column<Transaction> = { key: 'parties', head: t('parties'), phone: false, cell: Parties };
  const value: Column<Transaction> = {
    key: 'value',
    head: t('valueIcx'),
    align: 'right',
    phone: true,
    cell: (transaction) => (transaction.value === null ? '' : <Amount amount={transaction.value} />),
  };
  const block: Column<Transaction> = {
    key: 'block',
    head: t('block'),
    align: 'right',
    phone: false,
    cell: ({ height }) => <a href={`/tracker/blocks/${height}`}>{formatNumber(height)}</a>,
  };
  const time: Column<Transaction> = {
    key: 'time',
    head: t('time'),
    phone: false,
    cell: ({ timestamp }) => <Time time={timestamp} />,
  };
  const fee: Column<Transaction> = {
    key: 'fee',
    head: t('feesIcx'),
    align: 'right',
    phone: false,
    cell: (transaction) => <Amount amount={transaction.fee} />,
  };
  const columns = short
    ? [hash, kind, parties, value]
    : ofBlock
      ? [hash, kind, parties, value, fee]
      : [hash, kind, block, time, parties, value, fee];
  return (
    <Table
      caption={caption}
      rows={transactions}
      keyOf={(transaction) => transaction.hash}
      columns={columns}
    />
  );
}

function Parties({ from, to }: Transaction): VNode | string {
  if (from === null && to === null) return '';
  return (
    <>
      {from === null ? '' : <AddressLink address={from} />} →{' '}
      {to === null ? '' : <AddressLink address={to} />}
    </>
  );
}
