import {
  Amount,
  Breadcrumb,
  Card,
  Chip,
  Detail,
  Empty,
  ExactTime,
  formatNumber,
  Hash,
  Heading,
  Kind,
  ListFoot,
  UntrustedText,
  useWords,
  WholeHash,
  Why,
  type Fact,
} from '@madang/web';
import type { Drawing, ListReply } from '@madang/system';
import type { VNode } from 'preact';
import { listLinks } from '../list-links.ts';
import { trackerWords } from '../tracker.words.ts';
import { FilterForm, type TransactionFilters } from './filter-form.tsx';
import { InputCard } from './input-card.tsx';
import { TransactionTable } from './transaction-table.tsx';
import type { Transaction, TransactionDetail } from './transaction.schema.ts';

type Say = ReturnType<typeof trackerWords>;

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

export function TransactionPage({ reply }: Drawing<TransactionDetail, unknown>): VNode {
  const t = useWords(trackerWords);
  const succeeded = reply.status === 'success';
  return (
    <>
      <Breadcrumb
        trail={[{ href: '/tracker/transactions', label: t('transactions') }]}
        here={<Hash value={reply.hash} />}
      />
      <Heading title={t('transaction')}>
        <Chip tone={succeeded ? 'good' : 'bad'}>{t(succeeded ? 'success' : 'failure')}</Chip>
      </Heading>
      {reply.failure !== null && <Failure failure={reply.failure} free={reply.fee === '0'} />}
      <Card title={t('transaction')}>
        <Detail rows={factsOf(reply, t)} />
      </Card>
      {reply.input !== null && <InputCard input={reply.input} data={reply.data} />}
    </>
  );
}

function Failure({ failure, free }: { failure: { code: string; message: string }; free: boolean }): VNode {
  const t = useWords(trackerWords);
  const reverted = failure.message.startsWith('Reverted');
  return (
    <Why tone="bad" lead={<UntrustedText text={failure.message} max={400} />}>
      ({t('failureCode', { code: failure.code })}){' '}
      {t(free ? 'failureNoFee' : reverted ? 'failureReverted' : 'failureOther')}
    </Why>
  );
}

function factsOf(transaction: TransactionDetail, t: Say): Fact[] {
  const { from, to, value, scoreAddress, sentAt, stepLimit } = transaction;
  const facts: (Fact | null)[] = [
    { label: t('hash'), value: <WholeHash value={transaction.hash} copy /> },
    { label: t('block'), value: <Place transaction={transaction} /> },
    { label: t('time'), value: <ExactTime time={transaction.timestamp} /> },
    { label: t('kind'), value: <Kind kind={transaction.kind} method={transaction.method} /> },
    from === null ? null : { label: t('from'), value: <WholeHash value={from} copy /> },
    to === null ? null : { label: t('to'), value: <WholeHash value={to} copy /> },
    scoreAddress === null ? null : { label: t('contract'), value: <WholeHash value={scoreAddress} copy /> },
    value === null ? null : { label: t('value'), value: <Amount amount={value} all unit="ICX" /> },
    { label: t('fee'), value: <Fee transaction={transaction} /> },
    ...payers(transaction, t),
    stepLimit === null ? null : { label: t('stepLimit'), value: formatNumber(stepLimit) },
    { label: t('logs'), value: formatNumber(transaction.logCount) },
    sentAt === null ? null : { label: t('sentAt'), value: <ExactTime time={sentAt} /> },
    ...asWritten(transaction, t),
  ];
  return facts.filter((fact) => fact !== null);
}

function Place({ transaction: { height, index } }: { transaction: TransactionDetail }): VNode {
  const t = useWords(trackerWords);
  return (
    <>
      <a href={`/tracker/blocks/${height}`}>{formatNumber(height)}</a> · {t('position', { index: index + 1 })}
    </>
  );
}

function Fee({ transaction: { fee, stepUsed, stepPrice } }: { transaction: TransactionDetail }): VNode {
  const t = useWords(trackerWords);
  return (
    <>
      <Amount amount={fee} all unit="ICX" />{' '}
      <span class="muted">
        = {t('steps', { used: formatNumber(stepUsed), price: formatNumber(stepPrice) })}
      </span>
    </>
  );
}

// Only worth a line when somebody else than the sender paid a part.
function payers({ feePayers, from }: TransactionDetail, t: Say): Fact[] {
  if (feePayers.every(({ address }) => address === from)) return [];
  const drawn = feePayers.map(({ address, amount }) => (
    <div key={address}>
      <WholeHash value={address} /> <Amount amount={amount} all unit="ICX" />
    </div>
  ));
  return [{ label: t('feePayers'), value: drawn }];
}

/** Members that are shown as the chain writes them. */
function asWritten({ nonce, nid, version, signature }: TransactionDetail, t: Say): (Fact | null)[] {
  const written = [
    [t('nonce'), nonce],
    [t('network'), nid],
    [t('version'), version],
    [t('signature'), signature],
  ] as const;
  return written.map(([label, text]) =>
    text === null ? null : { label, value: <UntrustedText text={text} max={200} /> },
  );
}
