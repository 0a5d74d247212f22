import { raise } from '@madang/errors';
import { defineAnswer, defineList } from '@madang/system';
import { z } from 'zod';
import { trackerHead } from '../chain/head.ts';
import { transactionNotFound } from '../errors.ts';
import { AddressInput, HashInput, Place } from '../schemas.ts';
import { trackerWords } from '../tracker.words.ts';
import { TransactionsPage } from './transactions.page.tsx';
import { findTransaction, listTransactions } from './transaction.queries.ts';
import { KINDS, Transaction, TransactionDetail } from './transaction.schema.ts';

/** Filters of the list of transactions; they mean the same in the API and in the page's address. */
export const TransactionQuery = z.strictObject({
  kind: z.enum(KINDS).optional(),
  status: z.enum(['success', 'failure']).optional(),
  from: AddressInput.optional(),
  to: AddressInput.optional(),
  method: z.string().min(1).max(1000).optional(),
});

const HashParams = z.strictObject({ hash: HashInput });

export const transactions = defineList({
  operationId: 'listTransactions',
  path: '/transactions',
  summary: {
    ko: '모든 트랜잭션, 최근 것부터. 종류, 결과, 보낸 이, 받는 이, 메서드로 거를 수 있습니다.',
    en: 'All transactions, newest first; with filters by kind, status, sender, recipient and method.',
  },
  query: TransactionQuery,
  item: Transaction,
  version: ({ sql }) => trackerHead(sql),
  key: z.tuple([Place, Place]),
  keyOf: ({ height, index }) => [height, index],
  rows: ({ sql }, filter, { after, limit }) => listTransactions(sql, filter, after, limit),
  page: {
    path: '/transactions',
    title: (lang) => trackerWords(lang)('transactions'),
    draw: TransactionsPage,
  },
});

export const oneTransaction = defineAnswer({
  operationId: 'getTransaction',
  path: '/transactions/:hash',
  summary: {
    ko: '트랜잭션 하나와 그 영수증, 함께 보낸 내용.',
    en: 'One transaction with its receipt and what was sent with it.',
  },
  params: HashParams,
  reply: TransactionDetail,
  version: 'sealed',
  load: async ({ sql }, { hash }) =>
    (await findTransaction(sql, hash)) ?? raise(transactionNotFound({ hash })),
});
