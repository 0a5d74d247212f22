import { renderToString } from 'preact-render-to-string';
import type { CheckRun } from '../../check-run.ts';
import type { FormatOptions } from '../format.ts';
import { Page } from './page.tsx';

/** A check as one HTML file that needs no network and no script. The same check gives the same file to the byte. */
export function htmlReport(run: CheckRun, { language }: FormatOptions): string {
  return `<!doctype html>\n${renderToString(<Page run={run} language={language} />)}\n`;
}
