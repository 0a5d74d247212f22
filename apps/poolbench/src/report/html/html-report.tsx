import { renderToString } from 'preact-render-to-string';
import type { Lang } from '@madang/web';
import type { LogRecord } from '../../record/schema/record.schema.ts';
import { Page } from './page.tsx';
import { sourceOf } from './source.ts';

export interface HtmlReportOptions {
  readonly lang: Lang;
}

/**
 * The report of a run as one HTML file that needs no network and no script. From nothing but its records: read again, a log gives the
 * same file to the byte. Throws TypeError for records without a beginning.
 */
export function htmlReport(records: readonly LogRecord[], { lang }: HtmlReportOptions): string {
  return `<!doctype html>\n${renderToString(<Page source={sourceOf(records, lang)} />)}\n`;
}
