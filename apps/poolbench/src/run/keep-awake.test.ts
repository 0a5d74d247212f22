import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { readCpu } from '../load/cpu.ts';
import { keepAwake } from './keep-awake.ts';

it('keeps a thread of the lowest priority busy on every processor, and counts as nobody', async () => {
  const keeper = keepAwake();
  try {
    await expect.poll(() => busyThreads(keeper.pid), { timeout: 20_000 }).toBe(availableParallelism());
    const read = (awakePid: number | null) =>
      readCpu({ serverPid: null, poolerPid: null, awakePid }).machine ?? 0;
    const [all, others] = [read(null), read(keeper.pid)];
    await sleep(500);
    // What it used in the meantime is missing from what the others did.
    expect(read(null) - all).toBeGreaterThan(read(keeper.pid) - others);
  } finally {
    await keeper.stop();
  }
  expect(() => readFileSync(`/proc/${keeper.pid}/stat`)).toThrow(/ENOENT/);
});

const LOWEST = 19;

/** Those that have used 0.3 s of a processor, which starting alone does not take. */
function busyThreads(pid: number | null): number {
  const threads = readdirSync(`/proc/${pid}/task`).map((thread) => {
    const text = readFileSync(`/proc/${pid}/task/${thread}/stat`, 'utf8');
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    return { nice: fields[16], ticks: fields[11] ?? 0 };
  });
  return threads.filter(({ nice, ticks }) => nice === LOWEST && ticks > 30).length;
}
