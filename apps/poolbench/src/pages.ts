import type { System } from '@madang/system';
import { reportStyle } from './report/html/style.ts';
import { comparison } from './runs/compare.answer.ts';
import { runReport } from './runs/report.answer.ts';
import { runs } from './runs/runs.answer.ts';
import { liveRun, liveRunEvents } from './watch/live.answer.ts';

/** What the house shows of runs: those that are kept, and the one that is going on. */
export const pages: Pick<System, 'answers' | 'live' | 'places' | 'styles'> = {
  answers: [runs, runReport, comparison, liveRun],
  live: [liveRunEvents],
  styles: [reportStyle],
  places: [
    { title: { ko: '측정', en: 'Runs' }, path: '/' },
    { title: { ko: '지금', en: 'Live' }, path: '/live' },
    { title: { ko: '비교', en: 'Compare' }, path: '/compare' },
  ],
};
