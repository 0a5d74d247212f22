import { Card, Empty, formatNumber, Hash, Table, useWords, type Column } from '@madang/web';
import type { VNode } from 'preact';
import { StatusChip } from './contract-state.tsx';
import type { ContractVersion } from './contract.schema.ts';
import { contractWords } from './contract.words.ts';

/** A contract may be updated any number of times. */
const MOST_SHOWN = 50;

interface VersionsCardProps {
  readonly address: string;
  /** Oldest first; shown are the newest. */
  readonly versions: readonly ContractVersion[];
}

/** The versions of a contract, newest first, each with the transactions that brought and judged it. */
export function VersionsCard({ address, versions }: VersionsCardProps): VNode {
  const t = useWords(contractWords);
  const shown = versions.slice(-MOST_SHOWN).reverse();
  return (
    <Card title={t('versions')}>
      {shown.length === 0 ? (
        <Empty>{t('noVersions')}</Empty>
      ) : (
        <VersionTable address={address} versions={shown} />
      )}
      {shown.length < versions.length && (
        <p class="muted">{t('moreVersions', { shown: shown.length, count: versions.length })}</p>
      )}
    </Card>
  );
}

function VersionTable({ address, versions }: VersionsCardProps): VNode {
  const t = useWords(contractWords);
  const columns: Column<ContractVersion>[] = [
    { key: 'status', head: t('status'), phone: true, cell: ({ status }) => <StatusChip status={status} /> },
    {
      key: 'height',
      head: t('height'),
      align: 'right',
      phone: false,
      cell: ({ height }) => <a href={`/tracker/blocks/${height}`}>{formatNumber(height)}</a>,
    },
    {
      key: 'deploy',
      head: t('deploy'),
      phone: true,
      cell: ({ deployHash }) => <TransactionHash hash={deployHash} />,
    },
    { key: 'audit', head: t('audit'), phone: false, cell: (version) => <Audit version={version} /> },
    {
      key: 'codeHash',
      head: t('codeHash'),
      phone: false,
      cell: ({ codeHash }) => (codeHash === null ? '' : <Hash value={codeHash} />),
    },
    {
      key: 'files',
      head: t('files'),
      phone: true,
      cell: ({ deployHash }) => (
        <a href={`/tracker/contracts/${address}/files?deploy=${deployHash}`}>{t('files')}</a>
      ),
    },
  ];
  return (
    <Table caption={t('versions')} rows={versions} keyOf={({ deployHash }) => deployHash} columns={columns} />
  );
}

function Audit({ version: { deployHash, auditHash, status } }: { version: ContractVersion }): VNode {
  const t = useWords(contractWords);
  if (auditHash === null) return <span class="muted">{status === 'pending' ? t('notYet') : ''}</span>;
  if (auditHash === deployHash) return <span class="muted">{t('withoutAudit')}</span>;
  return <TransactionHash hash={auditHash} />;
}

function TransactionHash({ hash }: { hash: string }): VNode {
  return <Hash value={hash} href={`/tracker/transactions/${hash}`} />;
}
