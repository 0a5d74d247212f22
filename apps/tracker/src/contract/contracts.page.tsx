import type { Drawing, ListReply } from '@madang/system';
import {
  Card,
  Empty,
  Filters,
  formatNumber,
  Hash,
  Heading,
  ListFoot,
  listLinks,
  Table,
  UntrustedText,
  useWords,
  type Column,
} from '@madang/web';
import type { VNode } from 'preact';
import { StatusChip } from './contract-state.tsx';
import { LANGUAGES, STATUSES, type Contract, type ContractQuery } from './contract.schema.ts';
import { contractWords } from './contract.words.ts';
import { TokenLink } from './token-link.tsx';

export function ContractsPage({
  reply,
  input,
  frame,
  api,
}: Drawing<ListReply<Contract>, ContractQuery>): VNode {
  const t = useWords(contractWords);
  return (
    <>
      <Heading title={t('contracts')} />
      <ContractFilters filters={input} />
      <Card title={t('newestContracts')}>
        {reply.items.length === 0 ? (
          <Empty next={{ href: '/tracker/contracts', label: t('clear') }}>{t('noContracts')}</Empty>
        ) : (
          <ContractTable contracts={reply.items} />
        )}
        <ListFoot {...listLinks(frame, api, reply.next)} />
      </Card>
    </>
  );
}

function ContractFilters({ filters: { status, language, q } }: { filters: ContractQuery }): VNode {
  const t = useWords(contractWords);
  return (
    <Filters
      action="/tracker/contracts"
      fields={[
        {
          name: 'status',
          label: t('status'),
          value: status ?? '',
          choices: [
            { value: '', label: t('anyStatus') },
            ...STATUSES.map((value) => ({ value, label: t(value) })),
          ],
        },
        {
          name: 'language',
          label: t('language'),
          value: language ?? '',
          choices: [
            { value: '', label: t('anyLanguage') },
            ...LANGUAGES.map((value) => ({ value, label: t(value) })),
          ],
        },
        { name: 'q', label: t('nameOrAddress'), value: q ?? '', placeholder: 'cx…' },
      ]}
    />
  );
}

function ContractTable({ contracts }: { contracts: readonly Contract[] }): VNode {
  const t = useWords(contractWords);
  const columns: Column<Contract>[] = [
    {
      key: 'address',
      head: t('contract'),
      phone: true,
      cell: ({ address }) => <Hash value={address} href={`/tracker/contracts/${address}`} />,
    },
    {
      key: 'name',
      head: t('name'),
      phone: true,
      cell: ({ name }) =>
        name === null ? <span class="muted">{t('unnamed')}</span> : <UntrustedText text={name} max={40} />,
    },
    { key: 'status', head: t('status'), phone: true, cell: ({ status }) => <StatusChip status={status} /> },
    {
      key: 'language',
      head: t('language'),
      phone: false,
      cell: ({ language }) => t(language ?? 'unknownLanguage'),
    },
    { key: 'token', head: t('token'), phone: false, cell: (contract) => <TokenLink of={contract} /> },
    {
      key: 'firstHeight',
      head: t('firstHeight'),
      align: 'right',
      phone: false,
      cell: ({ firstHeight }) => <a href={`/tracker/blocks/${firstHeight}`}>{formatNumber(firstHeight)}</a>,
    },
  ];
  return (
    <Table
      caption={t('contracts')}
      rows={contracts}
      keyOf={(contract) => contract.address}
      columns={columns}
    />
  );
}
