import { raise } from '@madang/errors';
import { defineAnswer, defineList, type AnswerContext } from '@madang/system';
import { z } from 'zod';
import { transactionNotFound } from '../errors.ts';
import { logsOfTransaction } from '../log/log.queries.ts';
import { Log } from '../log/log.schema.ts';
import { HashInput, Place } from '../schemas.ts';
import { internalTransfersOfTransaction } from '../transfer/internal-transfer.queries.ts';
import { tokenTransfersOfTransaction } from '../transfer/token-transfer.queries.ts';
import { InternalTransfer, TokenTransfer } from '../transfer/transfer.schema.ts';
import { trackerWords } from '../tracker.words.ts';
import { TransactionPage } from './transaction.page.tsx';
import { placeOfTransaction, readTransaction, type TransactionKey } from './transaction.queries.ts';
import { TransactionWithContents } from './transaction-with-contents.ts';

const params = z.strictObject({ hash: HashInput });

async function placeOf(sql: AnswerContext['sql'], hash: string): Promise<TransactionKey> {
  return (await placeOfTransaction(sql, hash)) ?? raise(transactionNotFound({ hash }));
}

export const transactionLogs = defineList({
  operationId: 'listTransactionLogs',
  path: '/transactions/:hash/logs',
  summary: {
    ko: '트랜잭션의 이벤트 로그, 적힌 순서대로.',
    en: 'The event logs of a transaction, in order.',
  },
  params,
  item: Log,
  version: 'sealed',
  key: z.tuple([Place]),
  keyOf: ({ index }) => [index],
  rows: async ({ sql }, { hash }, { after, limit }) =>
    logsOfTransaction(sql, await placeOf(sql, hash), after?.[0] ?? null, limit),
});

export const transactionTokenTransfers = defineList({
  operationId: 'listTransactionTokenTransfers',
  path: '/transactions/:hash/token-transfers',
  summary: {
    ko: '트랜잭션이 옮긴 토큰, 적힌 순서대로.',
    en: 'The tokens that a transaction moved, in order.',
  },
  params,
  item: TokenTransfer,
  version: 'sealed',
  key: z.tuple([Place, Place]),
  keyOf: ({ logIndex, subIndex }) => [logIndex, subIndex],
  rows: async ({ sql }, { hash }, { after, limit }) =>
    tokenTransfersOfTransaction(sql, await placeOf(sql, hash), after, limit),
});

export const transactionInternalTransfers = defineList({
  operationId: 'listTransactionInternalTransfers',
  path: '/transactions/:hash/internal-transfers',
  summary: {
    ko: '트랜잭션을 실행하며 컨트랙트가 보낸 ICX, 순서대로.',
    en: 'The ICX that contracts sent while a transaction ran, in order.',
  },
  params,
  item: InternalTransfer,
  version: 'sealed',
  key: z.tuple([Place]),
  keyOf: ({ index }) => [index],
  rows: async ({ sql }, { hash }, { after, limit }) =>
    internalTransfersOfTransaction(sql, await placeOf(sql, hash), after?.[0] ?? null, limit),
});

/** Of each list the page of a transaction shows so many; the whole lists have answers of their own. */
const SHOWN = 50;

/** The page of a transaction shows beside it what it moved and what was logged. */
export const transactionWithContents = defineAnswer({
  operationId: 'getTransactionWithContents',
  path: '/transactions/:hash/overview',
  summary: {
    ko: '트랜잭션 하나와 그것이 옮긴 것, 그리고 로그를 처음 50건씩.',
    en: 'One transaction with the first fifty of its logs and of each kind of transfer.',
  },
  params,
  reply: TransactionWithContents,
  version: 'sealed',
  async load({ sql }, { hash }) {
    const place = await placeOf(sql, hash);
    const [transaction, logs, tokenTransfers, internalTransfers] = await Promise.all([
      readTransaction(sql, place),
      logsOfTransaction(sql, place, null, SHOWN),
      tokenTransfersOfTransaction(sql, place, null, SHOWN),
      internalTransfersOfTransaction(sql, place, null, SHOWN),
    ]);
    if (transaction === null) throw transactionNotFound({ hash });
    return { transaction, logs, tokenTransfers, internalTransfers };
  },
  page: {
    path: '/transactions/:hash',
    title: (lang) => trackerWords(lang)('transaction'),
    draw: TransactionPage,
  },
});
