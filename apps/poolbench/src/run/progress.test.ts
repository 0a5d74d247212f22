import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { quickPlan } from '../plan/quick.ts';
import type { RecordDraft } from '../record/schema/record.schema.ts';
import { scenarioOf } from '../scenario/scenarios.ts';
import { createProgress, type Progress } from './progress.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] }));
afterEach(() => void vi.useRealTimers());

const plan = { ...quickPlan('schema'), scenarios: ['S2', 'S3'] as const };
const [s2, s3] = plan.scenarios.map((id) => scenarioOf(id).seconds(plan.terms)) as [number, number];

function progressOf() {
  const told: Progress[] = [];
  const written: Extract<RecordDraft, { type: 'progress' }>[] = [];
  const progress = createProgress(plan, {
    onProgress: (now) => told.push(now),
    write: (draft) => {
      if (draft.type === 'progress') written.push(draft);
      return Promise.resolve();
    },
  });
  return { progress, told, written };
}

it('tells each line at once, and puts one into the log each few seconds, and for each scenario', async () => {
  const { progress, told, written } = progressOf();
  progress.enter('S2');
  for (const line of ['S2 a', 'S2 b', 'S2 c']) progress.say(line);
  progress.enter('S3');
  progress.say('S3 d');
  await progress.stop();
  expect(told.map(({ line }) => line)).toEqual(['S2 a', 'S2 b', 'S2 c', 'S3 d']);
  expect(written.map(({ scenario, doing, left_s }) => [scenario, doing, left_s])).toEqual([
    ['S2', 'S2 a', s2 + s3],
    ['S3', 'S3 d', s3],
  ]);
});

it('goes on telling while nothing new is said, and stands still at the end of what the scenario said it takes', async () => {
  const { progress, told, written } = progressOf();
  progress.enter('S2');
  progress.say('S2 soaks');
  vi.advanceTimersByTime(3_000);
  expect(told.at(-1)).toMatchObject({ line: 'S2 soaks', left: s2 + s3 - 3 });
  vi.advanceTimersByTime(1_000 * (s2 + 60));
  expect(told.at(-1)!.left).toBeCloseTo(s3);
  await progress.stop();
  const count = told.length;
  expect(written).toHaveLength(count);
  vi.advanceTimersByTime(60_000);
  expect(told).toHaveLength(count);
});

it('says nothing of a scenario before it does', () => {
  const { progress, told } = progressOf();
  progress.enter('S2');
  vi.advanceTimersByTime(10_000);
  expect(told).toEqual([]);
});
