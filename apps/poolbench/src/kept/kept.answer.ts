import { defineList } from '@madang/system';
import { z } from 'zod';
import { poolbenchWords } from '../poolbench.words.ts';
import { KeptPage } from './kept.page.tsx';
import { keptVersion, listKept } from './kept.queries.ts';
import { KeptReport } from './kept.schema.ts';

export const keptReports = defineList({
  operationId: 'listPoolbenchReports',
  path: '/reports',
  summary: { ko: '보관한 측정 보고서, 최근 것부터.', en: 'Reports that were kept, newest first.' },
  item: KeptReport,
  version: ({ sql }) => keptVersion(sql),
  key: z.tuple([z.int()]),
  keyOf: ({ id }) => [id],
  rows: ({ sql }, _input, { after, limit }) => listKept(sql, after?.[0] ?? null, limit),
  page: { path: '/', title: (lang) => poolbenchWords(lang)('reports'), draw: KeptPage },
});
