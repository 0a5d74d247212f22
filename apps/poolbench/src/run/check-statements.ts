import { isUtility } from '../load/changes-data.ts';
import { check } from '../scenario/verdicts.ts';
import type { BenchParts } from './create-bench.ts';
import type { Agreement } from './statement-tally.ts';

/** Compares how often each statement was answered with how often the server ran it: equal, to the last one. */
export async function checkStatements({ facts, tally, recorder, notice }: BenchParts): Promise<void> {
  if (!facts.countsStatements) {
    notice(
      'The server does not count statements, so what was sent could not be compared with it. Add pg_stat_statements to shared_preload_libraries and create the extension.',
    );
    return;
  }
  // Of `begin` and `commit` by name it counts one for each connection, however often they are run.
  const agreements = (await tally.compare()).filter(({ statement }) => !isUtility(statement));
  if (agreements.length === 0) return;
  const different = agreements.filter(({ answered, served }) => served !== answered);
  const total = agreements.reduce((sum, { answered }) => sum + answered, 0);
  const sentence =
    different.length === 0
      ? `The server counted exactly the ${total} statements that were answered.`
      : different.map(sentenceOf).join(' ');
  await recorder.write({
    ...check(different.length === 0, sentence, { value: different.length }),
    type: 'verdict',
    scenario: 'run',
  });
}

function sentenceOf({ statement, answered, served }: Agreement): string {
  return `"${statement}" was answered ${answered} times, but the server counted ${served}.`;
}
