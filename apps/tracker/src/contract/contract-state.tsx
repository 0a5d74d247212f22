import { Chip, useWords, Why, type Tone } from '@madang/web';
import type { VNode } from 'preact';
import type { Contract, ContractVersion } from './contract.schema.ts';
import { contractWords } from './contract.words.ts';

type Status = Contract['status'] | ContractVersion['status'];

const TONES: Readonly<Record<Status, Tone>> = {
  active: 'good',
  pending: 'warn',
  rejected: 'bad',
  blocked: 'bad',
  disabled: 'warn',
  unknown: 'plain',
  superseded: 'plain',
  retired: 'plain',
};

/** The state of a contract or of one of its versions. */
export function StatusChip({ status }: { status: Status }): VNode {
  const t = useWords(contractWords);
  return <Chip tone={TONES[status]}>{t(status)}</Chip>;
}

const SENTENCES = {
  active: 'whyActive',
  pending: 'whyPending',
  rejected: 'whyRejected',
  blocked: 'whyBlocked',
  disabled: 'whyDisabled',
  unknown: 'whyUnknown',
} as const satisfies Record<Contract['status'], string>;

/** What the contract's state means for somebody who wants to call it. */
export function WhyStatus({ status, versions }: Pick<Contract, 'status' | 'versions'>): VNode {
  const t = useWords(contractWords);
  const tone = TONES[status];
  const last = versions.at(-1)?.status;
  return (
    <Why tone={tone === 'plain' ? 'warn' : tone} lead={t(SENTENCES[status])}>
      {status === 'active' && last === 'pending' && t('updatePending')}
      {status === 'active' && last === 'rejected' && t('updateRejected')}
    </Why>
  );
}
