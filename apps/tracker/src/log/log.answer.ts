import { defineList } from '@madang/system';
import { z } from 'zod';
import { trackerHead } from '../chain/head.ts';
import { Place } from '../schemas.ts';
import { listLogs, logKey } from './log.queries.ts';
import { Log, LogQuery } from './log.schema.ts';
import { LogsPage } from './log.page.tsx';
import { logWords } from './log.words.ts';

export const logs = defineList({
  operationId: 'listLogs',
  path: '/logs',
  summary: {
    ko: '모든 이벤트 로그, 최근 것부터. 컨트랙트, 시그니처, 높이로 거를 수 있습니다.',
    en: 'All event logs, newest first; with filters by contract, signature and height.',
  },
  query: LogQuery,
  item: Log,
  version: ({ sql }) => trackerHead(sql),
  key: z.tuple([Place, Place, Place]),
  keyOf: logKey,
  rows: ({ sql }, filter, { after, limit }) => listLogs(sql, filter, after, limit),
  page: { path: '/logs', title: (lang) => logWords(lang)('logs'), draw: LogsPage },
});
