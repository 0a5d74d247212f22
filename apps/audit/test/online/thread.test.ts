import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { testModule } from '@madang/testkit';
import { describe, expect, it } from 'vitest';
import type * as InThread from '../../src/online/check-in-thread.ts';
import type { CheckProgress } from '../../src/online/check.schema.ts';
import type { CheckJob } from '../../src/online/messages.ts';
import { longContract } from './long-contract.ts';

const { checkInThread } = await testModule<typeof InThread>(
  join(import.meta.dirname, '../../src/online/check-in-thread.ts'),
);

const bytes = (text: string) => new TextEncoder().encode(text);
const job = (text: string, own: Partial<CheckJob> = {}): CheckJob => ({
  ...{ bytes: bytes(text), name: 'a.py', isSample: false, language: 'en', html: false },
  ...own,
});
const LIMITS = { seconds: 60, megabytes: 512 };

/** Follows a check, and says of each step that it came. */
function following(onStep: (step: CheckProgress['step']) => void = () => undefined) {
  const abort = new AbortController();
  const steps: CheckProgress[] = [];
  const progress = (one: CheckProgress) => {
    if (steps.at(-1)?.step !== one.step) onStep(one.step);
    steps.push(one);
  };
  return { abort, steps, follow: { signal: abort.signal, progress } };
}

/** Threads of this process, as the machine counts them. */
const threads = (): number => readdirSync('/proc/self/task').length;

describe('a check in a thread', { timeout: 120_000 }, () => {
  it('tells its steps in their order, and each rule', async () => {
    const { steps, follow } = following();
    const { json, html } = await checkInThread(job('x = 1\n'), LIMITS, follow);
    expect([...new Set(steps.map(({ step }) => step))]).toEqual([
      'reading',
      'trees',
      'facts',
      'rules',
      'report',
    ]);
    const counts = steps.filter(({ step }) => step === 'rules').map(({ done }) => done);
    expect(counts).toEqual(
      Array.from({ length: steps.find(({ step }) => step === 'rules')!.total }, (_, at) => at),
    );
    expect(JSON.parse(json)).toMatchObject({
      version: 1,
      packages: [{ files: [{ path: 'a.py', lines: 2 }] }],
    });
    expect(html).toBeUndefined();
  });

  it('that takes too long is given up, and its thread is gone', async () => {
    const before = threads();
    const { follow } = following();
    const check = checkInThread(job(longContract(1200)), { ...LIMITS, seconds: 1 }, follow);
    await expect(check).rejects.toMatchObject({ code: 'AUDIT_CHECK_TOO_LONG', details: { seconds: 1 } });
    expect(threads()).toBeLessThanOrEqual(before);
  });

  it('that needs too much memory is given up, and takes nobody along', async () => {
    const { follow } = following();
    const check = checkInThread(job(longContract(1200)), { ...LIMITS, megabytes: 80 }, follow);
    await expect(check).rejects.toMatchObject({ code: 'AUDIT_CHECK_TOO_LARGE', details: { megabytes: 80 } });
    await checkInThread(job('x = 1\n'), LIMITS, following().follow);
  });

  it.each(['reading', 'rules'] as const)(
    'that nobody waits for any more ends at once, while at %s',
    async (step) => {
      const before = threads();
      const { abort, follow } = following((come) => {
        if (come === step) abort.abort();
      });
      const check = checkInThread(job(longContract(200)), LIMITS, follow);
      await expect(check).rejects.toMatchObject({ code: 'AUDIT_CHECK_ABANDONED' });
      expect(threads()).toBeLessThanOrEqual(before);
    },
  );

  it('that nobody waited for from the beginning does not start', async () => {
    const check = checkInThread(job('x = 1\n'), LIMITS, {
      signal: AbortSignal.abort(),
      progress: () => undefined,
    });
    await expect(check).rejects.toMatchObject({ code: 'AUDIT_CHECK_ABANDONED' });
  });

  it.each([
    ['', 'AUDIT_NOTHING_HANDED_IN', 'a.py'],
    ['PK\u0003\u0004hello', 'ICON_ARCHIVE_DAMAGED', 'a.zip'],
    ['hello', 'AUDIT_NOT_A_PACKAGE', 'a.png'],
    ['x\0', 'AUDIT_NOT_A_PACKAGE', 'a.py'],
  ])('refuses %j with %s', async (text, code, name) => {
    const check = checkInThread(job(text, { name }), LIMITS, following().follow);
    await expect(check).rejects.toMatchObject({ name: 'CodedError', code });
  });
});
