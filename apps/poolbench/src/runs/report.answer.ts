import { defineAnswer } from '@madang/system';
import { z } from 'zod';
import { fileOfRun, versionOfFile } from './kept-runs.ts';
import { readRunItem } from './read-run-item.ts';
import { readRun } from './read-run.ts';
import { ReportPage } from './report.page.tsx';
import { RunReport } from './report.schema.ts';
import type { RunFile } from './run-files.ts';
import { toRunReport } from './run-report.ts';
import { RunId } from './runs.schema.ts';
import { runsWords } from './runs.words.ts';

export const runReport = defineAnswer({
  operationId: 'getRun',
  path: '/runs/:run',
  summary: {
    ko: '측정 하나의 보고서: 알아낸 것, 셀, 붙여 넣을 설정, 초마다의 모습.',
    en: 'The report of one run: findings, cells, settings to paste, and how it went second by second.',
  },
  params: z.strictObject({ run: RunId }),
  reply: RunReport,
  version: async (context, { run }) => versionOfFile(await fileOfRun(context, run)),
  load: async (context, { run }) => reportOfFile(await fileOfRun(context, run)),
  page: {
    path: '/runs/:run',
    title: (lang, { run }) => runsWords(lang)('runOf', { plan: run.plan ?? run.id }),
    draw: ReportPage,
  },
});

/** Each with the records that its page is drawn from. */
const MOST_KEPT = 3;
const kept = new Map<string, Promise<RunReport>>();

/** Reads a log once for as long as it does not change, however many ask: a long one takes seconds. */
async function reportOfFile(file: RunFile): Promise<RunReport> {
  const version = await versionOfFile(file);
  const known = kept.get(version) ?? makeReport(file);
  kept.delete(version);
  kept.set(version, known);
  known.catch(() => kept.delete(version));
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  return known;
}

async function makeReport(file: RunFile): Promise<RunReport> {
  return toRunReport(await readRunItem(file, Date.now()), await readRun(file));
}
