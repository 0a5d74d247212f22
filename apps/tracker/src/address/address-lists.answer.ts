import { raise } from '@madang/errors';
import { defineList, type AnswerContext, type Piece } from '@madang/system';
import type { Lang } from '@madang/web';
import { z } from 'zod';
import { trackerHead } from '../chain/head.ts';
import { shortAddress } from '../short-address.ts';
import { listLogs, logKey } from '../log/log.queries.ts';
import { Log } from '../log/log.schema.ts';
import { AddressInput, Place } from '../schemas.ts';
import { internalTransferKey, listInternalTransfers } from '../transfer/internal-transfer.queries.ts';
import { listTokenTransfers, tokenTransferKey } from '../transfer/token-transfer.queries.ts';
import { InternalTransfer, TokenTransfer } from '../transfer/transfer.schema.ts';
import { Transaction } from '../transaction/transaction.schema.ts';
import {
  AddressInternalTransfersPage,
  AddressLogsPage,
  AddressTokenTransfersPage,
  AddressTransactionsPage,
} from './address-lists.page.tsx';
import { listTransactionsOf } from './address-transactions.queries.ts';
import { addressNotFound } from './address.errors.ts';
import { isKnownAddress } from './address.queries.ts';
import { addressWords } from './address.words.ts';
import type { Tab } from './tabs.tsx';

/** What all lists of an address have in common. */
const ofAddress = {
  params: z.strictObject({ address: AddressInput }),
  version: ({ sql }: AnswerContext) => trackerHead(sql),
};

export const addressTransactions = defineList({
  ...ofAddress,
  operationId: 'listAddressTransactions',
  path: '/addresses/:address/transactions',
  summary: {
    ko: '주소가 보내거나 받은 트랜잭션, 최근 것부터.',
    en: 'The transactions that an address sent or received, newest first.',
  },
  item: Transaction,
  key: z.tuple([Place, Place]),
  keyOf: ({ height, index }) => [height, index],
  async rows({ sql }, { address }, piece) {
    await refuseUnknown(sql, address, piece);
    return listTransactionsOf(sql, address, piece.after, piece.limit);
  },
  page: {
    path: '/addresses/:address/transactions',
    title: titleOf('transactions'),
    draw: AddressTransactionsPage,
  },
});

export const addressTokenTransfers = defineList({
  ...ofAddress,
  operationId: 'listAddressTokenTransfers',
  path: '/addresses/:address/token-transfers',
  summary: {
    ko: '주소가 보내거나 받은 토큰, 최근 것부터.',
    en: 'The transfers of tokens that an address sent or received, newest first.',
  },
  item: TokenTransfer,
  key: z.tuple([Place, Place, Place, Place]),
  keyOf: tokenTransferKey,
  async rows({ sql }, { address }, piece) {
    await refuseUnknown(sql, address, piece);
    return listTokenTransfers(sql, { party: address }, piece.after, piece.limit);
  },
  page: {
    path: '/addresses/:address/token-transfers',
    title: titleOf('tokenTransfers'),
    draw: AddressTokenTransfersPage,
  },
});

export const addressInternalTransfers = defineList({
  ...ofAddress,
  operationId: 'listAddressInternalTransfers',
  path: '/addresses/:address/internal-transfers',
  summary: {
    ko: '컨트랙트가 이 주소로 보냈거나 이 컨트랙트가 보낸 ICX, 최근 것부터.',
    en: 'The ICX that contracts sent to an address, or that it sent as a contract, newest first.',
  },
  item: InternalTransfer,
  key: z.tuple([Place, Place, Place]),
  keyOf: internalTransferKey,
  async rows({ sql }, { address }, piece) {
    await refuseUnknown(sql, address, piece);
    return listInternalTransfers(sql, address, piece.after, piece.limit);
  },
  page: {
    path: '/addresses/:address/internal-transfers',
    title: titleOf('internalTransfers'),
    draw: AddressInternalTransfersPage,
  },
});

export const addressLogs = defineList({
  ...ofAddress,
  operationId: 'listAddressLogs',
  path: '/addresses/:address/logs',
  summary: {
    ko: '컨트랙트인 주소가 남긴 이벤트 로그, 최근 것부터.',
    en: 'The event logs that an address wrote as a contract, newest first.',
  },
  item: Log,
  key: z.tuple([Place, Place, Place]),
  keyOf: logKey,
  async rows({ sql }, { address }, piece) {
    await refuseUnknown(sql, address, piece);
    return listLogs(sql, { address }, piece.after, piece.limit);
  },
  page: { path: '/addresses/:address/logs', title: titleOf('logs'), draw: AddressLogsPage },
});

// Who goes on in a list has been told that the address is there.
async function refuseUnknown(
  sql: AnswerContext['sql'],
  address: string,
  { after }: Piece<unknown>,
): Promise<void> {
  if (after === null && !(await isKnownAddress(sql, address))) raise(addressNotFound({ address }));
}

function titleOf(tab: Tab) {
  return (lang: Lang, _reply: unknown, { address }: { address: string }): string =>
    `${addressWords(lang)(tab)} · ${shortAddress(address)}`;
}
