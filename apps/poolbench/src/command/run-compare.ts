import { houseSettings, type VerbContext } from '@madang/system';
import { compareRuns } from '../compare/compare-runs.ts';
import { comparisonText } from '../compare/comparison-text.ts';
import { readLog } from '../record/log-reader.ts';
import type { LogRecord } from '../record/schema/record.schema.ts';
import { notTwoRuns } from '../runs/errors.ts';
import { findRunFile, runsFolder } from '../runs/run-files.ts';
import { EXIT_INVALID, EXIT_MISSED } from './exit.ts';

/** Compares the two runs that the words name. Gives the exit code. */
export async function runCompare({ words, flags, settings, print, say }: VerbContext): Promise<number> {
  const [a, b, ...more] = words;
  if (a === undefined || b === undefined || more.length > 0) throw notTwoRuns({ given: words.length });
  const folder = runsFolder(settings.of(houseSettings).data);
  const read = async (meant: string): Promise<readonly LogRecord[]> => {
    const { records, notices } = await readLog(await findRunFile(folder, meant));
    for (const { message } of notices) say(`! ${meant}: ${message}`);
    return records;
  };
  const comparison = compareRuns(await read(a), await read(b));
  print(flags.has('json') ? JSON.stringify(comparison) : comparisonText(comparison));
  if (comparison.cells.length === 0) return EXIT_INVALID;
  return comparison.cells.some(({ verdict }) => verdict === 'worse') ? EXIT_MISSED : 0;
}
