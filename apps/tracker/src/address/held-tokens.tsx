import { Card, Hash, Table, UntrustedText, useWords, type Column } from '@madang/web';
import type { VNode } from 'preact';
import { TokenAmount } from '../transfer/token-amount.tsx';
import type { AddressDetail, HeldToken } from './address.schema.ts';
import { addressWords } from './address.words.ts';

/** A page shows so many; the API's answer has more. */
const MOST_SHOWN = 50;

/** The tokens that an address holds; nothing when it holds none. */
export function HeldTokens({ of: { tokens, tokenCount } }: { of: AddressDetail }): VNode | null {
  const t = useWords(addressWords);
  if (tokens.length === 0) return null;
  const shown = tokens.slice(0, MOST_SHOWN);
  const columns: Column<HeldToken>[] = [
    { key: 'token', head: t('token'), phone: true, cell: TokenCell },
    { key: 'standard', head: t('standard'), phone: false, cell: ({ standard }) => standard.toUpperCase() },
    {
      key: 'amount',
      head: t('amount'),
      align: 'right',
      phone: true,
      cell: ({ balance, decimals }) => <TokenAmount amount={balance} decimals={decimals} />,
    },
  ];
  return (
    <Card title={t('tokens')}>
      <Table caption={t('tokens')} columns={columns} rows={shown} keyOf={({ token }) => token} />
      {tokenCount > shown.length && (
        <p class="muted">{t('moreTokens', { shown: shown.length, count: tokenCount })}</p>
      )}
    </Card>
  );
}

function TokenCell({ token, symbol }: HeldToken): VNode {
  const link = <Hash value={token} href={`/tracker/tokens/${token}`} />;
  if (symbol === null) return link;
  return (
    <>
      <UntrustedText text={symbol} max={16} /> {link}
    </>
  );
}
