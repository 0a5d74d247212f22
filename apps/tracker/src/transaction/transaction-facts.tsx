import {
  Amount,
  Detail,
  ExactTime,
  formatNumber,
  Kind,
  UntrustedText,
  useWords,
  WholeHash,
  type Fact,
} from '@madang/web';
import type { VNode } from 'preact';
import { trackerWords } from '../tracker.words.ts';
import type { TransactionDetail } from './transaction.schema.ts';

type Say = ReturnType<typeof trackerWords>;

/** All that is known of a transaction, line by line. */
export function TransactionFacts({ transaction }: { transaction: TransactionDetail }): VNode {
  const t = useWords(trackerWords);
  return <Detail rows={factsOf(transaction, t)} />;
}

function factsOf(transaction: TransactionDetail, t: Say): Fact[] {
  const { from, to, value, scoreAddress, sentAt, stepLimit } = transaction;
  const facts: (Fact | null)[] = [
    { label: t('hash'), value: <WholeHash value={transaction.hash} copy /> },
    { label: t('block'), value: <Place transaction={transaction} /> },
    { label: t('time'), value: <ExactTime time={transaction.timestamp} /> },
    { label: t('kind'), value: <Kind kind={transaction.kind} method={transaction.method} /> },
    from === null ? null : { label: t('from'), value: <WholeAddress address={from} /> },
    to === null ? null : { label: t('to'), value: <WholeAddress address={to} /> },
    scoreAddress === null ? null : { label: t('contract'), value: <WholeAddress address={scoreAddress} /> },
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
      <WholeAddress address={address} /> <Amount amount={amount} all unit="ICX" />
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

function WholeAddress({ address }: { address: string }): VNode {
  return <WholeHash value={address} href={`/tracker/addresses/${address}`} copy />;
}
