import { defineAnswer, defineList } from '@madang/system';
import { visible } from '@madang/web';
import { z } from 'zod';
import { trackerHead } from '../chain/head.ts';
import { AddressInput, Place } from '../schemas.ts';
import { listTokenTransfers } from '../transfer/token-transfer.queries.ts';
import { listHolders } from './holder.queries.ts';
import { loadToken } from './load-token.ts';
import { TokenPage } from './token.page.tsx';
import { listTokens } from './token.queries.ts';
import { Token, TokenOverview, TokenQuery } from './token.schema.ts';
import { tokenWords } from './token.words.ts';
import { TokensPage } from './tokens.page.tsx';

const params = z.strictObject({ address: AddressInput });

export const tokens = defineList({
  operationId: 'listTokens',
  path: '/tokens',
  summary: {
    ko: '모든 토큰, 처음 전송된 것이 최근인 것부터. 표준, 이름이나 주소로 거를 수 있습니다.',
    en: 'All tokens, those that moved first most recently first; with filters by standard, and name or address.',
  },
  query: TokenQuery,
  item: Token,
  version: ({ sql }) => trackerHead(sql),
  key: z.tuple([Place, AddressInput]),
  keyOf: ({ firstHeight, address }) => [firstHeight, address],
  rows: ({ sql }, filter, { after, limit }) => listTokens(sql, filter, after, limit),
  page: { path: '/tokens', title: (lang) => tokenWords(lang)('tokens'), draw: TokensPage },
});

export const oneToken = defineAnswer({
  operationId: 'getToken',
  path: '/tokens/:address',
  summary: {
    ko: '토큰 하나. 공급량과 보유자 수는 컨트랙트의 로그에서 나옵니다.',
    en: "One token. Supply and number of holders follow from the contract's logs.",
  },
  params,
  reply: Token,
  version: ({ sql }) => trackerHead(sql),
  load: ({ sql }, { address }) => loadToken(sql, address),
});

/** Of each list the page of a token shows so many. */
const SHOWN = 10;
const MOST_OF_NAME = 60;

export const tokenOverview = defineAnswer({
  operationId: 'getTokenOverview',
  path: '/tokens/:address/overview',
  summary: {
    ko: '토큰 하나와 최근 전송, 가장 많이 가진 주소.',
    en: 'One token with its latest transfers and largest holders.',
  },
  params,
  reply: TokenOverview,
  version: ({ sql }) => trackerHead(sql),
  async load({ sql }, { address }) {
    const token = await loadToken(sql, address);
    const [transfers, holders] = await Promise.all([
      listTokenTransfers(sql, { token: address }, null, SHOWN),
      listHolders(sql, token, null, SHOWN),
    ]);
    return { token, transfers, holders };
  },
  page: {
    path: '/tokens/:address',
    title: (_lang, { token: { name, address } }) => visible((name ?? address).slice(0, MOST_OF_NAME)),
    draw: TokenPage,
  },
});
