import type { Drawing } from '@madang/system';
import {
  Breadcrumb,
  Card,
  Detail,
  formatBytes,
  Hash,
  Heading,
  UntrustedText,
  useWords,
  WholeHash,
  Why,
  type Fact,
} from '@madang/web';
import type { VNode } from 'preact';
import { StatusChip } from './contract-state.tsx';
import type { ContractVersion } from './contract.schema.ts';
import { contractWords } from './contract.words.ts';
import { MISSING_WORDS } from './missing-words.ts';
import { shortAddress } from '../short-address.ts';
import { FilesCard, TextCard } from './source-cards.tsx';
import type { ContractSource, OpenedSource } from './source.schema.ts';

type Say = ReturnType<typeof contractWords>;

export function SourcePage({ reply }: Drawing<OpenedSource, unknown>): VNode {
  const t = useWords(contractWords);
  const { address, missing, shown, version } = reply;
  return (
    <>
      <Breadcrumb
        trail={[
          { href: '/tracker/contracts', label: t('contracts') },
          { href: `/tracker/contracts/${address}`, label: shortAddress(address) },
        ]}
        here={t('sourceFiles')}
      />
      <Heading title={t('sourceFiles')}>{version !== null && <StatusChip status={version.status} />}</Heading>
      {missing !== null && <Missing missing={missing} />}
      <Card title={t('version')}>
        <Detail rows={factsOf(reply, t)} />
      </Card>
      {missing === null && <FilesCard source={reply} />}
      {shown !== null && <TextCard file={shown} source={reply} />}
    </>
  );
}

function Missing({ missing }: { missing: NonNullable<ContractSource['missing']> }): VNode {
  const t = useWords(contractWords);
  const { reason, code, message } = missing;
  return (
    <Why tone={reason === 'refused' || reason === 'other' ? 'bad' : 'warn'} lead={t('sourceNotShown')}>
      {t(MISSING_WORDS[reason])}
      {code !== null && (
        <>
          {' '}
          <code>{code}</code> <UntrustedText text={message} />
        </>
      )}
    </Why>
  );
}

function factsOf({ address, name, version, archive }: ContractSource, t: Say): Fact[] {
  const href = `/tracker/contracts/${address}`;
  const contract = name === null ? <Hash value={address} href={href} /> : <Named name={name} href={href} />;
  return [
    { label: t('contract'), value: contract },
    ...(version === null ? [] : versionFacts(version, t)),
    ...(archive === null ? [] : archiveFacts(archive, t)),
  ];
}

function Named({ name, href }: { name: string; href: string }): VNode {
  return (
    <a href={href}>
      <UntrustedText text={name} max={100} />
    </a>
  );
}

function versionFacts({ deployHash, codeHash }: ContractVersion, t: Say): Fact[] {
  const deploy = <WholeHash value={deployHash} href={`/tracker/transactions/${deployHash}`} copy />;
  return [
    { label: t('deploy'), value: deploy },
    ...(codeHash === null ? [] : [{ label: t('codeHash'), value: <WholeHash value={codeHash} copy /> }]),
  ];
}

function archiveFacts({ hash, size, matches }: NonNullable<ContractSource['archive']>, t: Say): Fact[] {
  return [
    { label: t('archiveHash'), value: <WholeHash value={hash} copy /> },
    { label: t('check'), ...verdictOn(matches, t) },
    { label: t('archiveSize'), value: formatBytes(size) },
  ];
}

function verdictOn(matches: boolean | null, t: Say): Omit<Fact, 'label'> {
  if (matches === null) return { value: t('unchecked'), tone: 'warn' };
  return matches ? { value: `✓ ${t('matches')}`, tone: 'good' } : { value: `✕ ${t('differs')}`, tone: 'bad' };
}
