import { formatPercent, Table, UntrustedText, useWords, type Column } from '@madang/web';
import type { VNode } from 'preact';
import { AddressLink } from '../address-link.tsx';
import { TokenAmount } from '../transfer/token-amount.tsx';
import { ShareBar } from './share-bar.tsx';
import type { Holder } from './token.schema.ts';
import { tokenWords } from './token.words.ts';

/** Holders of one token as rows, with the part of the supply that each has. */
export function HolderTable({ holders }: { holders: readonly Holder[] }): VNode {
  const t = useWords(tokenWords);
  const id: Column<Holder> = {
    key: 'tokenId',
    head: t('tokenId'),
    align: 'right',
    phone: true,
    cell: ({ tokenId }) => <UntrustedText text={tokenId ?? ''} max={20} />,
  };
  const hasIds = holders.some(({ tokenId }) => tokenId !== null);
  const columns: Column<Holder>[] = [
    {
      key: 'holder',
      head: t('holder'),
      phone: true,
      cell: ({ address }) => <AddressLink address={address} />,
    },
    ...(hasIds ? [id] : []),
    {
      key: 'balance',
      head: t('balance'),
      align: 'right',
      phone: true,
      cell: ({ balance, decimals }) => <TokenAmount amount={balance} decimals={decimals} />,
    },
    {
      key: 'share',
      head: t('share'),
      align: 'right',
      phone: true,
      cell: ({ share }) => (share === null ? '' : percentOf(share)),
    },
    {
      key: 'bar',
      head: t('shareBar'),
      phone: false,
      cell: ({ share }) => (share === null ? '' : <ShareBar share={share} />),
    },
  ];
  return (
    <Table
      caption={t('holders')}
      rows={holders}
      keyOf={({ address, tokenId }) => `${address} ${tokenId ?? ''}`}
      columns={columns}
    />
  );
}

/** Below it two places would say that somebody with something has nothing. */
const SMALLEST = 0.0001;

function percentOf(share: number): string {
  return share > 0 && share < SMALLEST ? `<${formatPercent(SMALLEST, 2)}` : formatPercent(share, 2);
}
