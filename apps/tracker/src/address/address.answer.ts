import { raise } from '@madang/errors';
import { defineAnswer, type AnswerContext } from '@madang/system';
import { z } from 'zod';
import { trackerHead } from '../chain/head.ts';
import { shortAddress } from '../short-address.ts';
import { AddressInput } from '../schemas.ts';
import { listTransactionsOf } from './address-transactions.queries.ts';
import { addressNotFound } from './address.errors.ts';
import { AddressPage } from './address.page.tsx';
import { findAddress, isKnownAddress, tokensHeldBy } from './address.queries.ts';
import { AddressDetail, AddressOverview } from './address.schema.ts';
import { addressWords } from './address.words.ts';
import { balanceAt } from './balance.ts';

const Params = z.strictObject({ address: AddressInput });
type Params = z.infer<typeof Params>;

const MOST_TOKENS = 1000;
const TRANSACTIONS = 25;

export const oneAddress = defineAnswer({
  operationId: 'getAddress',
  path: '/addresses/:address',
  summary: {
    ko: '주소 하나: 종류, 센 수, 노드가 알려 준 잔액, 가진 토큰.',
    en: 'One address: its kind, its counters, its balance as the node tells it, the tokens that it holds.',
  },
  params: Params,
  reply: AddressDetail,
  version: versionOf,
  load: loadAddress,
});

/** The page of an address shows its newest transactions beside it. */
export const addressWithTransactions = defineAnswer({
  operationId: 'getAddressWithTransactions',
  path: '/addresses/:address/overview',
  summary: {
    ko: '주소 하나와 그 최근 트랜잭션 스물다섯 건.',
    en: 'One address and its newest twenty-five transactions.',
  },
  params: Params,
  reply: AddressOverview,
  version: versionOf,
  async load(context, { address }) {
    const [found, transactions] = await Promise.all([
      loadAddress(context, { address }),
      listTransactionsOf(context.sql, address, null, TRANSACTIONS),
    ]);
    return { address: found, transactions };
  },
  page: {
    path: '/addresses/:address',
    title: (lang, { address: { kind, address } }) => `${addressWords(lang)(kind)} ${shortAddress(address)}`,
    draw: AddressPage,
  },
});

/**
 * The balance is part of it, since the node may tell it now and not a moment later: nobody keeps an answer without a balance
 * beyond that moment. The node is not asked about addresses that are not here.
 */
async function versionOf(context: AnswerContext, { address }: Params): Promise<string> {
  const [head, known] = await Promise.all([trackerHead(context.sql), isKnownAddress(context.sql, address)]);
  const balance = known ? await balanceAt(context, address, Number(head)) : null;
  return JSON.stringify([head, balance?.amount ?? null]);
}

async function loadAddress(context: AnswerContext, { address }: Params): Promise<AddressDetail> {
  const { sql } = context;
  const [head, summary] = await Promise.all([trackerHead(sql), findAddress(sql, address)]);
  if (summary === null) return raise(addressNotFound({ address }));
  const [balance, held] = await Promise.all([
    balanceAt(context, address, Number(head)),
    tokensHeldBy(sql, address, MOST_TOKENS),
  ]);
  return { ...summary, balance, ...held };
}
