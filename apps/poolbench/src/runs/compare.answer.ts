import { defineAnswer, type AnswerContext } from '@madang/system';
import { z } from 'zod';
import { compareRuns, type RunComparison } from '../compare/compare-runs.ts';
import type { RunStart } from '../record/schema/run.schema.ts';
import { ComparePage } from './compare.page.tsx';
import { Comparison, type ComparedRuns } from './compare.schema.ts';
import { fileOfRun, filesOf, versionOfRuns } from './kept-runs.ts';
import { readRunItem } from './read-run-item.ts';
import { readRun } from './read-run.ts';
import { RunId } from './runs.schema.ts';
import { runsWords } from './runs.words.ts';

/** Those that can be chosen on the page; older ones by their ids in the address. */
const MOST_TO_CHOOSE = 50;

export const comparison = defineAnswer({
  operationId: 'compareRuns',
  path: '/comparison',
  summary: {
    ko: '측정 두 개를 셀마다 비교합니다. 둘을 고르지 않으면 고를 수 있는 측정만 답합니다.',
    en: 'Compares two runs cell by cell; without two of them, only the runs to choose from.',
  },
  query: z.strictObject({
    a: RunId.optional().describe('The run to compare with'),
    b: RunId.optional().describe('The run that is judged'),
  }),
  reply: Comparison,
  version: versionOfRuns,
  load: async (context, { a, b }) => {
    const [compared, runs] = await Promise.all([
      a === undefined || b === undefined ? null : compare(context, a, b),
      runsToChoose(context),
    ]);
    return { compared, runs };
  },
  page: { path: '/compare', title: (lang) => runsWords(lang)('comparison'), draw: ComparePage },
});

async function compare(context: AnswerContext, a: string, b: string): Promise<ComparedRuns> {
  const [fileA, fileB] = await Promise.all([fileOfRun(context, a), fileOfRun(context, b)]);
  return toComparedRuns(compareRuns(await readRun(fileA), await readRun(fileB)));
}

async function runsToChoose(context: AnswerContext) {
  const files = (await filesOf(context)).slice(0, MOST_TO_CHOOSE);
  const items = await Promise.all(files.map((file) => readRunItem(file, Date.now())));
  return items.filter(({ problem }) => problem === null);
}

function toComparedRuns({ a, b, cells, only, differences }: RunComparison): ComparedRuns {
  return {
    a: sideOf(a),
    b: sideOf(b),
    cells: cells.map(({ scenario, cell, rateA, rateB, ratio, interval: { low, high, kind }, verdict }) => ({
      scenario,
      cell,
      rateA,
      rateB,
      ratio,
      low,
      high,
      interval: kind,
      verdict,
    })),
    onlyA: [...only.a],
    onlyB: [...only.b],
    differences: [...differences],
  };
}

function sideOf({ run_id, ts, plan, server }: RunStart): ComparedRuns['a'] {
  return { id: run_id, startedAt: ts, plan: plan.name, serverVersion: server?.version ?? null };
}
