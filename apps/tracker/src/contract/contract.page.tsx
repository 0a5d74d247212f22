import type { Drawing } from '@madang/system';
import {
  Breadcrumb,
  Card,
  Detail,
  formatNumber,
  Hash,
  Heading,
  UntrustedText,
  useWords,
  WholeHash,
  type Fact,
} from '@madang/web';
import type { VNode } from 'preact';
import { AddressLink } from '../address-link.tsx';
import { ApiCards } from './api-cards.tsx';
import { StatusChip, WhyStatus } from './contract-state.tsx';
import type { Contract } from './contract.schema.ts';
import { contractWords } from './contract.words.ts';
import { TokenLink } from './token-link.tsx';
import { VersionsCard } from './versions-card.tsx';

type Say = ReturnType<typeof contractWords>;

export function ContractPage({ reply }: Drawing<Contract, unknown>): VNode {
  const t = useWords(contractWords);
  const { address, name, status, versions } = reply;
  return (
    <>
      <Breadcrumb
        trail={[{ href: '/tracker/contracts', label: t('contracts') }]}
        here={<Hash value={address} />}
      />
      <Heading title={name === null ? t('contract') : <UntrustedText text={name} max={100} />}>
        <StatusChip status={status} />
      </Heading>
      <WhyStatus status={status} versions={versions} />
      <Card title={t('contract')}>
        <Detail rows={factsOf(reply, t)} />
      </Card>
      <Ways address={address} />
      <VersionsCard address={address} versions={versions} />
      <ApiCards api={reply.api} />
    </>
  );
}

function factsOf(contract: Contract, t: Say): Fact[] {
  const { address, owner, language, token, firstHeight } = contract;
  return [
    { label: t('address'), value: <WholeHash value={address} copy /> },
    {
      label: t('owner'),
      value: owner === null ? <span class="muted">{t('nobody')}</span> : <AddressLink address={owner} />,
    },
    { label: t('language'), value: t(language ?? 'unknownLanguage') },
    ...(token === null ? [] : [{ label: t('token'), value: <TokenLink of={contract} /> }]),
    {
      label: t('firstHeight'),
      value: <a href={`/tracker/blocks/${firstHeight}`}>{formatNumber(firstHeight)}</a>,
    },
  ];
}

/** Where else there is something about the contract. */
function Ways({ address }: { address: string }): VNode {
  const t = useWords(contractWords);
  return (
    <p class="next">
      <a class="button" href={`/tracker/contracts/${address}/files`}>
        {t('sourceFiles')}
      </a>
      <a class="button" href={`/tracker/transactions?to=${address}`}>
        {t('itsTransactions')}
      </a>
      <a class="button" href={`/tracker/logs?address=${address}`}>
        {t('itsLogs')}
      </a>
      <a class="button" href={`/tracker/addresses/${address}`}>
        {t('asAddress')}
      </a>
    </p>
  );
}
