import type { Drawing, ListReply } from '@madang/system';
import {
  Breadcrumb,
  Card,
  Empty,
  Hash,
  Heading,
  ListFoot,
  listLinks,
  Table,
  UntrustedText,
  useWords,
  type Column,
} from '@madang/web';
import type { ComponentChildren, VNode } from 'preact';
import { AddressLink } from '../address-link.tsx';
import { shortAddress } from '../short-address.ts';
import { TokenTransferTable } from '../transfer/transfer-tables.tsx';
import type { TokenTransfer } from '../transfer/transfer.schema.ts';
import { HolderTable } from './holder-table.tsx';
import type { Holder, Owner } from './token.schema.ts';
import { tokenWords } from './token.words.ts';

type ListOf<Item> = Drawing<ListReply<Item>, { readonly address: string }>;

export function TransfersPage(drawing: ListOf<TokenTransfer>): VNode {
  const t = useWords(tokenWords);
  const { items } = drawing.reply;
  return (
    <ListOfToken drawing={drawing} title={t('transfers')} order="time" empty={t('noTransfers')}>
      <TokenTransferTable transfers={items} caption={t('transfers')} of="token" />
    </ListOfToken>
  );
}

export function HoldersPage(drawing: ListOf<Holder>): VNode {
  const t = useWords(tokenWords);
  return (
    <ListOfToken drawing={drawing} title={t('holders')} note={t('derived')} empty={t('noHolders')}>
      <HolderTable holders={drawing.reply.items} />
    </ListOfToken>
  );
}

export function OwnersPage(drawing: ListOf<Owner>): VNode {
  const t = useWords(tokenWords);
  const columns: Column<Owner>[] = [
    {
      key: 'tokenId',
      head: t('tokenId'),
      align: 'right',
      phone: true,
      cell: ({ tokenId }) => <UntrustedText text={tokenId} max={30} />,
    },
    { key: 'owner', head: t('owner'), phone: true, cell: ({ owner }) => <AddressLink address={owner} /> },
  ];
  return (
    <ListOfToken drawing={drawing} title={t('owners')} note={t('derived')} empty={t('noOwners')}>
      <Table
        caption={t('owners')}
        rows={drawing.reply.items}
        keyOf={({ tokenId, owner }) => `${tokenId} ${owner}`}
        columns={columns}
      />
    </ListOfToken>
  );
}

interface ListOfTokenProps {
  readonly drawing: ListOf<unknown>;
  readonly title: string;
  readonly order?: 'time' | 'other';
  /** What to know about the whole list. */
  readonly note?: string;
  /** Said when there is nothing in it. */
  readonly empty: string;
  readonly children: ComponentChildren;
}

function ListOfToken({ drawing, title, order = 'other', note, empty, children }: ListOfTokenProps): VNode {
  const t = useWords(tokenWords);
  const { reply, input, frame, api } = drawing;
  const page = `/tracker/tokens/${input.address}`;
  return (
    <>
      <Breadcrumb
        trail={[
          { href: '/tracker/tokens', label: t('tokens') },
          { href: page, label: shortAddress(input.address) },
        ]}
        here={title}
      />
      <Heading title={title}>
        <Hash value={input.address} href={page} />
      </Heading>
      {note !== undefined && <p class="muted">{note}</p>}
      <Card title={title}>
        {reply.items.length === 0 ? <Empty>{empty}</Empty> : children}
        <ListFoot order={order} {...listLinks(frame, api, reply.next)} />
      </Card>
    </>
  );
}
