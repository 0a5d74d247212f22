import { Amount, formatNumber, Hash, Table, Time, UntrustedText, useWords, type Column } from '@madang/web';
import type { VNode } from 'preact';
import { AddressLink } from '../address-link.tsx';
import { TokenAmount } from './token-amount.tsx';
import type { InternalTransfer, TokenTransfer } from './transfer.schema.ts';
import { transferWords } from './transfer.words.ts';

type Say = ReturnType<typeof transferWords>;
/** All of one token, or of one transaction, which need not be named in each row. */
type Of = 'token' | 'transaction';

interface Placed {
  readonly height: number;
  readonly transactionHash: string;
  readonly timestamp: string;
  readonly from: string;
  readonly to: string;
}

interface TokenTransferTableProps {
  readonly transfers: readonly TokenTransfer[];
  readonly caption: string;
  readonly of?: Of;
}

/** Transfers of tokens as rows. */
export function TokenTransferTable({ transfers, caption, of }: TokenTransferTableProps): VNode {
  const t = useWords(transferWords);
  const token: Column<TokenTransfer> = { key: 'token', head: t('token'), phone: true, cell: TokenCell };
  const amount: Column<TokenTransfer> = {
    key: 'amount',
    head: t('amount'),
    align: 'right',
    phone: true,
    cell: ({ value, decimals, standard }) =>
      standard === 'irc3' ? '' : <TokenAmount amount={value} decimals={decimals} />,
  };
  const id: Column<TokenTransfer> = {
    key: 'id',
    head: t('tokenId'),
    align: 'right',
    phone: true,
    cell: ({ tokenId }) => (tokenId === null ? '' : <UntrustedText text={tokenId} max={20} />),
  };
  const hasIds = transfers.some(({ tokenId }) => tokenId !== null);
  const hasAmounts = transfers.some(({ standard }) => standard !== 'irc3');
  return (
    <Table
      caption={caption}
      rows={transfers}
      keyOf={({ height, transactionIndex, logIndex, subIndex }) =>
        `${height}-${transactionIndex}-${logIndex}-${subIndex}`
      }
      columns={[
        ...(of === 'transaction' ? [] : placeColumns<TokenTransfer>(t)),
        parties<TokenTransfer>(t),
        ...(of === 'token' ? [] : [token]),
        ...(hasIds ? [id] : []),
        ...(hasAmounts ? [amount] : []),
      ]}
    />
  );
}

interface InternalTransferTableProps {
  readonly transfers: readonly InternalTransfer[];
  readonly caption: string;
  readonly of?: Of;
}

/** ICX that contracts sent, as rows. */
export function InternalTransferTable({ transfers, caption, of }: InternalTransferTableProps): VNode {
  const t = useWords(transferWords);
  const value: Column<InternalTransfer> = {
    key: 'value',
    head: t('valueIcx'),
    align: 'right',
    phone: true,
    cell: (transfer) => <Amount amount={transfer.value} />,
  };
  return (
    <Table
      caption={caption}
      rows={transfers}
      keyOf={({ height, transactionIndex, index }) => `${height}-${transactionIndex}-${index}`}
      columns={[
        ...(of === 'transaction' ? [] : placeColumns<InternalTransfer>(t)),
        parties<InternalTransfer>(t),
        value,
      ]}
    />
  );
}

function TokenCell({ token, symbol }: TokenTransfer): VNode {
  if (symbol === null) return <Hash value={token} href={`/tracker/tokens/${token}`} />;
  return (
    <a href={`/tracker/tokens/${token}`} title={token}>
      <UntrustedText text={symbol} max={16} />
    </a>
  );
}

function placeColumns<Row extends Placed>(t: Say): Column<Row>[] {
  return [
    {
      key: 'transaction',
      head: t('transaction'),
      phone: true,
      cell: ({ transactionHash }) => (
        <Hash value={transactionHash} href={`/tracker/transactions/${transactionHash}`} />
      ),
    },
    {
      key: 'block',
      head: t('block'),
      align: 'right',
      phone: false,
      cell: ({ height }) => <a href={`/tracker/blocks/${height}`}>{formatNumber(height)}</a>,
    },
    { key: 'time', head: t('time'), phone: false, cell: ({ timestamp }) => <Time time={timestamp} /> },
  ];
}

function parties<Row extends Placed>(t: Say): Column<Row> {
  return {
    key: 'parties',
    head: t('parties'),
    phone: false,
    cell: ({ from, to }) => (
      <>
        <AddressLink address={from} /> → <AddressLink address={to} />
      </>
    ),
  };
}
