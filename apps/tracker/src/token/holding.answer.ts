import { defineList } from '@madang/system';
import { z } from 'zod';
import { trackerHead } from '../chain/head.ts';
import { AddressInput, Place, WholeNumber } from '../schemas.ts';
import { listTokenTransfers, tokenTransferKey } from '../transfer/token-transfer.queries.ts';
import { TokenTransfer } from '../transfer/transfer.schema.ts';
import { HoldersPage, OwnersPage, TransfersPage } from './holding.page.tsx';
import { holderKey, listHolders, listOwners } from './holder.queries.ts';
import { loadOwnedToken, loadToken } from './load-token.ts';
import { Holder, Owner } from './token.schema.ts';
import { tokenWords } from './token.words.ts';

const params = z.strictObject({ address: AddressInput });

export const tokenTransfersOfToken = defineList({
  operationId: 'listTokenTransfers',
  path: '/tokens/:address/transfers',
  summary: {
    ko: '토큰의 모든 전송, 최근 것부터.',
    en: 'All transfers of a token, newest first.',
  },
  params,
  item: TokenTransfer,
  version: ({ sql }) => trackerHead(sql),
  key: z.tuple([Place, Place, Place, Place]),
  keyOf: tokenTransferKey,
  async rows({ sql }, { address }, { after, limit }) {
    if (after === null) await loadToken(sql, address);
    return listTokenTransfers(sql, { token: address }, after, limit);
  },
  page: {
    path: '/tokens/:address/transfers',
    title: (lang) => tokenWords(lang)('transfers'),
    draw: TransfersPage,
  },
});

export const tokenHolders = defineList({
  operationId: 'listTokenHolders',
  path: '/tokens/:address/holders',
  summary: {
    ko: '토큰을 가진 주소, 많이 가진 것부터. IRC31은 주소와 번호마다. 넘기는 사이에 잔액이 바뀌면 자리도 바뀝니다.',
    en: 'Who holds a token, the largest first; for IRC31 each address and id. A holder moves when its balance changes meanwhile.',
  },
  params,
  item: Holder,
  version: ({ sql }) => trackerHead(sql),
  key: z.tuple([WholeNumber, AddressInput, WholeNumber.or(z.literal(''))]),
  keyOf: holderKey,
  rows: async ({ sql }, { address }, { after, limit }) =>
    listHolders(sql, await loadToken(sql, address), after, limit),
  page: {
    path: '/tokens/:address/holders',
    title: (lang) => tokenWords(lang)('holders'),
    draw: HoldersPage,
  },
});

export const tokenOwners = defineList({
  operationId: 'listTokenOwners',
  path: '/tokens/:address/owners',
  summary: {
    ko: 'IRC3 토큰의 번호마다 그 주인, 번호 순서대로.',
    en: 'The owner of each id of an IRC3 token, by id.',
  },
  params,
  item: Owner,
  version: ({ sql }) => trackerHead(sql),
  key: z.tuple([WholeNumber, AddressInput]),
  keyOf: ({ tokenId, owner }) => [tokenId, owner],
  async rows({ sql }, { address }, { after, limit }) {
    await loadOwnedToken(sql, address);
    return listOwners(sql, address, after, limit);
  },
  page: {
    path: '/tokens/:address/owners',
    title: (lang) => tokenWords(lang)('owners'),
    draw: OwnersPage,
  },
});
