import { Card, Chip, Empty, Table, UntrustedText, useWords } from '@madang/web';
import { Fragment, type VNode } from 'preact';
import type { Contract } from './contract.schema.ts';
import { contractWords } from './contract.words.ts';
import { readApi, type ApiInput, type ApiMember } from './score-api.ts';

/** Members that one card shows; the chain's own contract has about a hundred. */
const MOST_MEMBERS = 300;
const MOST_INPUTS = 50;
/** Characters of a name, a type or a default value. */
const MOST_CHARACTERS = 100;

const TITLES = { read: 'readMethods', write: 'writeMethods', event: 'events' } as const;

/** What can be called on a contract and what it logs, to be read by people. */
export function ApiCards({ api }: Pick<Contract, 'api'>): VNode {
  const t = useWords(contractWords);
  const { members, unread } = readApi(api);
  if (api === null)
    return (
      <Card title={t('api')}>
        <Empty>{t('noApi')}</Empty>
      </Card>
    );
  return (
    <>
      {(['write', 'read', 'event'] as const).map((kind) => (
        <MembersCard key={kind} kind={kind} members={members.filter((member) => member.kind === kind)} />
      ))}
      {unread > 0 && <p class="muted">{t('unreadMembers', { count: unread })}</p>}
    </>
  );
}

interface MembersCardProps {
  readonly kind: ApiMember['kind'];
  readonly members: readonly ApiMember[];
}

function MembersCard({ kind, members }: MembersCardProps): VNode | null {
  const t = useWords(contractWords);
  if (members.length === 0) return null;
  const shown = members.slice(0, MOST_MEMBERS);
  return (
    <Card title={t(TITLES[kind])}>
      <Table
        caption={t(TITLES[kind])}
        rows={shown}
        keyOf={({ index }) => index}
        columns={[
          {
            key: 'signature',
            head: t(kind === 'event' ? 'event' : 'method'),
            phone: true,
            cell: (member) => <Signature member={member} />,
          },
        ]}
      />
      {shown.length < members.length && (
        <p class="muted">{t('moreMembers', { shown: shown.length, count: members.length })}</p>
      )}
    </Card>
  );
}

/** `transfer(_to: Address, _value: int, _data: bytes = null) → bool` */
function Signature({ member: { name, inputs, outputs, payable } }: { member: ApiMember }): VNode {
  const t = useWords(contractWords);
  return (
    <>
      <code>
        <b>
          <Written text={name} />
        </b>
        (
        {inputs.slice(0, MOST_INPUTS).map((input, at) => (
          <Fragment key={at}>
            {at > 0 && ', '}
            <Input input={input} />
          </Fragment>
        ))}
        {inputs.length > MOST_INPUTS && ', …'})
        {outputs.length > 0 && (
          <>
            {' → '}
            <Written text={outputs.join(', ')} />
          </>
        )}
      </code>{' '}
      {payable && <Chip tone="plain">{t('payable')}</Chip>}
    </>
  );
}

function Input({ input: { name, type, indexed, otherwise } }: { input: ApiInput }): VNode {
  const t = useWords(contractWords);
  return (
    <>
      <Written text={name} />: <Written text={type} />
      {otherwise !== null && (
        <>
          {' = '}
          <Written text={otherwise} />
        </>
      )}
      {indexed && <span class="muted"> {t('indexed')}</span>}
    </>
  );
}

function Written({ text }: { text: string }): VNode {
  return <UntrustedText text={text} max={MOST_CHARACTERS} />;
}
