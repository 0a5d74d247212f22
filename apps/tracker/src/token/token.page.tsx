import type { Drawing } from '@madang/system';
import {
  Breadcrumb,
  Card,
  Chip,
  Detail,
  Empty,
  Facts,
  formatNumber,
  Hash,
  Heading,
  useWords,
  WholeHash,
  type Fact,
} from '@madang/web';
import type { VNode } from 'preact';
import { TokenAmount } from '../transfer/token-amount.tsx';
import { TokenTransferTable } from '../transfer/transfer-tables.tsx';
import { HolderTable } from './holder-table.tsx';
import { TokenName } from './token-name.tsx';
import type { Token, TokenOverview } from './token.schema.ts';
import { tokenWords } from './token.words.ts';

type Say = ReturnType<typeof tokenWords>;

export function TokenPage({ reply: { token, transfers, holders } }: Drawing<TokenOverview, unknown>): VNode {
  const t = useWords(tokenWords);
  const page = `/tracker/tokens/${token.address}`;
  return (
    <>
      <Breadcrumb
        trail={[{ href: '/tracker/tokens', label: t('tokens') }]}
        here={<Hash value={token.address} />}
      />
      <Heading title={<TokenName token={token} />}>
        <Chip tone="plain">{token.standard.toUpperCase()}</Chip>
      </Heading>
      <Facts facts={numbersOf(token, t)} />
      <p class="muted">{t('derived')}</p>
      <Card
        title={t('token')}
        action={{ href: `/tracker/contracts/${token.address}`, label: t('asContract') }}
      >
        <Detail rows={factsOf(token, t)} />
      </Card>
      <Card title={t('latestTransfers')} action={{ href: `${page}/transfers`, label: t('seeAll') }}>
        {transfers.length === 0 ? (
          <Empty>{t('noTransfers')}</Empty>
        ) : (
          <TokenTransferTable transfers={transfers} caption={t('latestTransfers')} of="token" />
        )}
      </Card>
      <Card title={t('largestHolders')} action={{ href: `${page}/holders`, label: t('seeAll') }}>
        {holders.length === 0 ? <Empty>{t('noHolders')}</Empty> : <HolderTable holders={holders} />}
      </Card>
    </>
  );
}

function numbersOf({ standard, totalSupply, decimals, symbol, holders, transfers }: Token, t: Say): Fact[] {
  const supply = <TokenAmount amount={totalSupply} decimals={decimals} symbol={symbol} />;
  return [
    { label: t(standard === 'irc3' ? 'ids' : 'supply'), value: supply },
    { label: t('holders'), value: formatNumber(holders) },
    { label: t('transfers'), value: formatNumber(transfers) },
  ];
}

function factsOf({ address, standard, totalSupply, decimals, symbol, firstHeight }: Token, t: Say): Fact[] {
  const owners = <a href={`/tracker/tokens/${address}/owners`}>{t('seeAll')}</a>;
  return [
    {
      label: t('contract'),
      value: <WholeHash value={address} href={`/tracker/contracts/${address}`} copy />,
    },
    { label: t('standard'), value: standard.toUpperCase() },
    ...(standard === 'irc3'
      ? [{ label: t('owners'), value: owners }]
      : [
          {
            label: t('supply'),
            value: <TokenAmount amount={totalSupply} decimals={decimals} symbol={symbol} all />,
          },
          { label: t('decimals'), value: decimals === null ? t('noDecimals') : formatNumber(decimals) },
        ]),
    {
      label: t('firstHeight'),
      value: <a href={`/tracker/blocks/${firstHeight}`}>{formatNumber(firstHeight)}</a>,
    },
  ];
}
