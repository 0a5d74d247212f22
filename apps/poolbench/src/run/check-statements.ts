import { isUtility } from '../load/changes-data.ts';
import { check } from '../scenario/verdicts.ts';
import type { BenchParts } from './create-bench.ts';
import { ofRun } from './run.words.ts';

/** Compares how often each statement was answered with how often the server ran it: equal, to the last one. */
export async function checkStatements({ facts, tally, recorder, notice }: BenchParts): Promise<void> {
  if (!facts.countsStatements) {
    notice(ofRun.say('notCounted'));
    return;
  }
  // Of `begin` and `commit` by name it counts one for each connection, however often they are run.
  const agreements = (await tally.compare()).filter(({ statement }) => !isUtility(statement));
  if (agreements.length === 0) return;
  const different = agreements.filter(({ answered, served }) => served !== answered);
  const total = agreements.reduce((sum, { answered }) => sum + answered, 0);
  const said =
    different.length === 0
      ? ofRun.say('counted', { count: total })
      : ofRun.say('miscounted', { differences: different.map((one) => ofRun.say('difference', { ...one })) });
  await recorder.write({
    ...check(different.length === 0, said, { value: different.length }),
    type: 'verdict',
    scenario: 'run',
  });
}
