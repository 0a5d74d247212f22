import type { Drawing } from '@madang/system';
import {
  Amount,
  Breadcrumb,
  Card,
  Chip,
  Detail,
  Empty,
  Facts,
  formatNumber,
  Hash,
  Heading,
  UntrustedText,
  useWords,
  WholeHash,
  type Fact,
} from '@madang/web';
import type { VNode } from 'preact';
import { TransactionTable } from '../transaction/transaction-table.tsx';
import type { AddressDetail, AddressOverview } from './address.schema.ts';
import { addressWords } from './address.words.ts';
import { HeldTokens } from './held-tokens.tsx';
import { listHref, Tabs } from './tabs.tsx';
import { wellKnown } from './well-known.ts';

type Say = ReturnType<typeof addressWords>;

export function AddressPage({
  reply: { address: found, transactions },
}: Drawing<AddressOverview, unknown>): VNode {
  const t = useWords(addressWords);
  const { address, kind } = found;
  const known = wellKnown(address);
  return (
    <>
      <Breadcrumb trail={[{ href: '/tracker', label: t('explorer') }]} here={<Hash value={address} />} />
      <Heading title={t(kind)}>{known !== null && <Chip tone="plain">{t(known)}</Chip>}</Heading>
      <Ways of={found} />
      <Card title={t('address')}>
        <Detail rows={detailOf(found, t)} />
      </Card>
      <Facts facts={countersOf(found, t)} />
      <HeldTokens of={found} />
      <Tabs address={address} here="transactions" />
      <Card
        title={t('latestTransactions')}
        action={{ href: listHref(address, 'transactions'), label: t('seeAll') }}
      >
        {transactions.length === 0 ? (
          <Empty>{t('noTransactions')}</Empty>
        ) : (
          <TransactionTable transactions={transactions} caption={t('latestTransactions')} />
        )}
      </Card>
    </>
  );
}

/** Where a contract, and a token, has more to tell. */
function Ways({ of: { address, kind, token } }: { of: AddressDetail }): VNode | null {
  const t = useWords(addressWords);
  if (kind === 'account') return null;
  return (
    <p class="next">
      <a class="button" href={`/tracker/contracts/${address}`}>
        {t('toContract')}
      </a>
      {token !== null && (
        <a class="button" href={`/tracker/tokens/${address}`}>
          {t('toToken')}
        </a>
      )}
    </p>
  );
}

function detailOf(found: AddressDetail, t: Say): Fact[] {
  const { address, label, balance, firstHeight, lastHeight } = found;
  const named = label !== null && wellKnown(address) === null;
  return [
    { label: t('address'), value: <WholeHash value={address} copy /> },
    ...(named ? [{ label: t('name'), value: <UntrustedText text={label} max={200} /> }] : []),
    { label: t('balance'), value: <BalanceLine balance={balance} /> },
    { label: t('firstSeen'), value: <BlockLink height={firstHeight} /> },
    { label: t('lastSeen'), value: <BlockLink height={lastHeight} /> },
  ];
}

function BalanceLine({ balance }: { balance: AddressDetail['balance'] }): VNode {
  const t = useWords(addressWords);
  if (balance === null) return <span class="muted">{t('balanceUnknown')}</span>;
  return (
    <>
      <Amount amount={balance.amount} all unit="ICX" />{' '}
      <span class="muted">({t('afterBlock', { height: balance.height })})</span>
    </>
  );
}

function BlockLink({ height }: { height: number }): VNode {
  return <a href={`/tracker/blocks/${height}`}>{formatNumber(height)}</a>;
}

function countersOf(found: AddressDetail, t: Say): Fact[] {
  return [
    { label: t('transactions'), value: formatNumber(found.transactionCount) },
    { label: t('sent'), value: formatNumber(found.sentCount) },
    { label: t('received'), value: formatNumber(found.receivedCount) },
    { label: t('tokenTransfers'), value: formatNumber(found.tokenTransferCount) },
    { label: t('internalTransfers'), value: formatNumber(found.internalTransferCount) },
    { label: t('logs'), value: formatNumber(found.logCount) },
  ];
}
