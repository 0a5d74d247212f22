import type { Drawing, ListReply } from '@madang/system';
import {
  Breadcrumb,
  Card,
  Empty,
  Hash,
  Heading,
  ListFoot,
  listLinks,
  useWords,
  WholeHash,
} from '@madang/web';
import type { ComponentChild, VNode } from 'preact';
import { LogList } from '../log/log-list.tsx';
import type { Log } from '../log/log.schema.ts';
import { InternalTransferTable, TokenTransferTable } from '../transfer/transfer-tables.tsx';
import type { InternalTransfer, TokenTransfer } from '../transfer/transfer.schema.ts';
import { TransactionTable } from '../transaction/transaction-table.tsx';
import type { Transaction } from '../transaction/transaction.schema.ts';
import { addressWords } from './address.words.ts';
import { Tabs, type Tab } from './tabs.tsx';

type Of<Item> = Drawing<ListReply<Item>, { readonly address: string }>;

export function AddressTransactionsPage(drawing: Of<Transaction>): VNode {
  const t = useWords(addressWords);
  return (
    <ListPage drawing={drawing} tab="transactions" empty={t('noTransactions')}>
      <TransactionTable transactions={drawing.reply.items} caption={t('transactions')} />
    </ListPage>
  );
}

export function AddressTokenTransfersPage(drawing: Of<TokenTransfer>): VNode {
  const t = useWords(addressWords);
  return (
    <ListPage drawing={drawing} tab="tokenTransfers" empty={t('noTokenTransfers')}>
      <TokenTransferTable transfers={drawing.reply.items} caption={t('tokenTransfers')} />
    </ListPage>
  );
}

export function AddressInternalTransfersPage(drawing: Of<InternalTransfer>): VNode {
  const t = useWords(addressWords);
  return (
    <ListPage drawing={drawing} tab="internalTransfers" empty={t('noInternalTransfers')}>
      <InternalTransferTable transfers={drawing.reply.items} caption={t('internalTransfers')} />
    </ListPage>
  );
}

export function AddressLogsPage(drawing: Of<Log>): VNode {
  const t = useWords(addressWords);
  return (
    <ListPage drawing={drawing} tab="logs" empty={t('noLogs')}>
      <LogList logs={drawing.reply.items} />
    </ListPage>
  );
}

interface ListPageProps {
  readonly drawing: Of<unknown>;
  readonly tab: Tab;
  /** Said when there is nothing. */
  readonly empty: string;
  readonly children: ComponentChild;
}

function ListPage({ drawing: { reply, input, frame, api }, tab, empty, children }: ListPageProps): VNode {
  const t = useWords(addressWords);
  const { address } = input;
  const home = `/tracker/addresses/${address}`;
  return (
    <>
      <Breadcrumb trail={[{ href: home, label: t('address') }]} here={<Hash value={address} />} />
      <Heading title={t(tab)} />
      <WholeHash value={address} copy />
      <Tabs address={address} here={tab} />
      <Card title={t(tab)}>
        {reply.items.length === 0 ? (
          <Empty next={{ href: home, label: t('toAddress') }}>{empty}</Empty>
        ) : (
          children
        )}
        <ListFoot {...listLinks(frame, api, reply.next)} />
      </Card>
    </>
  );
}
