import { defineList } from '@madang/system';
import { z } from 'zod';
import { filesOf, versionOfRuns } from './kept-runs.ts';
import { readRunItem } from './read-run-item.ts';
import type { RunFile } from './run-files.ts';
import { RunsPage } from './runs.page.tsx';
import { RunId, RunItem } from './runs.schema.ts';
import { runsWords } from './runs.words.ts';

export const runs = defineList({
  operationId: 'listRuns',
  path: '/runs',
  summary: {
    ko: '이 집에 보관한 측정, 최근 것부터. 로그의 첫 줄과 마지막 줄만 읽습니다.',
    en: 'The runs whose logs are kept here, newest first, as the first and the last line of each log tell them.',
  },
  query: z.strictObject({
    plan: z
      .string()
      .max(61)
      .optional()
      .describe('The name of a plan: quick, full, that of a plan of your own.'),
  }),
  item: RunItem,
  key: z.tuple([RunId]),
  keyOf: ({ id }) => [id],
  version: versionOfRuns,
  rows: async (context, { plan }, { after, limit }) => {
    const files = (await filesOf(context)).filter(({ id }) => after === null || id < after[0]);
    return firstFitting(files, limit, (item) => plan === undefined || item.plan === plan);
  },
  page: { path: '/', title: (lang) => runsWords(lang)('runs'), draw: RunsPage },
});

const FILES_AT_ONCE = 16;

async function firstFitting(
  files: readonly RunFile[],
  limit: number,
  fits: (item: RunItem) => boolean,
): Promise<RunItem[]> {
  const found: RunItem[] = [];
  for (let from = 0; from < files.length && found.length < limit; from += FILES_AT_ONCE) {
    const items = files.slice(from, from + FILES_AT_ONCE).map((file) => readRunItem(file, Date.now()));
    found.push(...(await Promise.all(items)).filter(fits));
  }
  return found.slice(0, limit);
}
