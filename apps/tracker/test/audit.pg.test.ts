import { addressToBytes } from '@madang/icon';
import { RECORDINGS } from '@madang/localnet';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadContracts } from '../src/chain/known.ts';
import { statusAsTheNodeSays } from './contract-status.ts';
import { runTracker, type RunningTracker } from './running.ts';

interface Step {
  readonly what?: string;
  readonly height?: string;
  readonly scoreStatus?: string;
  readonly answer?: Record<string, unknown>;
}

const { steps } = JSON.parse(readFileSync(new URL('steps.json', RECORDINGS.auditChain), 'utf8')) as {
  steps: Step[];
};

let tracker: RunningTracker;

beforeAll(async () => {
  tracker = await runTracker({ startHeight: 1, recording: 'auditChain' });
});

afterAll(() => tracker.stop());

describe('the life of audited contracts', () => {
  it('is what the node said after each step', async () => {
    let compared = 0;
    let after = 0;
    let what = '';
    for (const step of steps) {
      if (step.height !== undefined) {
        after = Number(step.height);
        what = step.what ?? '';
        // The block after it seals what it did.
        tracker.replay.release(after + 1);
        await tracker.until(after);
      }
      if (step.scoreStatus === undefined) continue;
      const contracts = await loadContracts(tracker.database, [addressToBytes(step.scoreStatus)]);
      expect([what, statusAsTheNodeSays(contracts.get(step.scoreStatus)!.contract)]).toEqual([
        what,
        step.answer,
      ]);
      compared += 1;
    }
    expect(compared).toBeGreaterThanOrEqual(11);
  });
});
