import { writeFile } from 'node:fs/promises';
import { houseSettings, type VerbContext } from '@madang/system';
import { toCsv } from '../record/csv.ts';
import { readLog } from '../record/log-reader.ts';
import { htmlReport } from '../report/html/html-report.tsx';
import { reportOf } from '../report/report.ts';
import { terminalReport } from '../report/terminal.ts';
import { notOneRun } from '../runs/errors.ts';
import { findRunFile, runsFolder } from '../runs/run-files.ts';

/** Reports the run that the word names, from nothing but its log. Gives the exit code. */
export async function runReport({ words, flags, settings, print, say }: VerbContext): Promise<number> {
  const [meant, ...more] = words;
  if (meant === undefined || more.length > 0) throw notOneRun({ given: words.length });
  const { data, language } = settings.of(houseSettings);
  const { records, notices } = await readLog(await findRunFile(runsFolder(data), meant));
  for (const { message } of notices) say(`! ${message}`);
  const report = reportOf(records);
  print(flags.has('json') ? JSON.stringify(report) : terminalReport(report));
  const [html, csv] = [flags.get('html'), flags.get('csv')];
  if (html !== undefined) await writeFile(html, htmlReport(records, { lang: language }));
  if (csv !== undefined) await writeFile(csv, toCsv(records));
  return 0;
}
