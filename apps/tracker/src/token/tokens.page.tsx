import type { Drawing, ListReply } from '@madang/system';
import {
  Card,
  Empty,
  Filters,
  formatNumber,
  Heading,
  ListFoot,
  listLinks,
  Table,
  useWords,
  type Column,
} from '@madang/web';
import type { VNode } from 'preact';
import { STANDARDS } from '../domain/token-standard.ts';
import { TokenAmount } from '../transfer/token-amount.tsx';
import { TokenName } from './token-name.tsx';
import type { Token, TokenQuery } from './token.schema.ts';
import { tokenWords } from './token.words.ts';

export function TokensPage({ reply, input, frame, api }: Drawing<ListReply<Token>, TokenQuery>): VNode {
  const t = useWords(tokenWords);
  return (
    <>
      <Heading title={t('tokens')} />
      <p class="muted">{t('derived')}</p>
      <TokenFilters filters={input} />
      <Card title={t('tokens')}>
        {reply.items.length === 0 ? (
          <Empty next={{ href: '/tracker/tokens', label: t('clear') }}>{t('noTokens')}</Empty>
        ) : (
          <TokenTable tokens={reply.items} />
        )}
        <ListFoot {...listLinks(frame, api, reply.next)} />
      </Card>
    </>
  );
}

function TokenFilters({ filters: { standard, q } }: { filters: TokenQuery }): VNode {
  const t = useWords(tokenWords);
  return (
    <Filters
      action="/tracker/tokens"
      fields={[
        {
          name: 'standard',
          label: t('standard'),
          value: standard ?? '',
          choices: [
            { value: '', label: t('anyStandard') },
            ...STANDARDS.map((value) => ({ value, label: value.toUpperCase() })),
          ],
        },
        { name: 'q', label: t('nameOrAddress'), value: q ?? '', placeholder: 'cx…' },
      ]}
    />
  );
}

function TokenTable({ tokens }: { tokens: readonly Token[] }): VNode {
  const t = useWords(tokenWords);
  const columns: Column<Token>[] = [
    {
      key: 'token',
      head: t('token'),
      phone: true,
      cell: (token) => (
        <a href={`/tracker/tokens/${token.address}`} title={token.address}>
          <TokenName token={token} />
        </a>
      ),
    },
    {
      key: 'standard',
      head: t('standard'),
      phone: true,
      cell: ({ standard }) => standard.toUpperCase(),
    },
    {
      key: 'transfers',
      head: t('transfers'),
      align: 'right',
      phone: true,
      cell: ({ transfers }) => formatNumber(transfers),
    },
    {
      key: 'holders',
      head: t('holders'),
      align: 'right',
      phone: false,
      cell: ({ holders }) => formatNumber(holders),
    },
    {
      key: 'supply',
      head: t('supply'),
      align: 'right',
      phone: false,
      cell: ({ totalSupply, decimals }) => <TokenAmount amount={totalSupply} decimals={decimals} />,
    },
  ];
  return <Table caption={t('tokens')} rows={tokens} keyOf={({ address }) => address} columns={columns} />;
}
