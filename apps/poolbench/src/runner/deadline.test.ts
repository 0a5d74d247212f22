import { describe, expect, it } from 'vitest';
import { createDeadlines, DeadlinePassed } from './deadline.ts';

describe('a deadline', () => {
  it('lets through what settles in time, as it settles', async () => {
    const deadlines = createDeadlines(5000);
    const guard = deadlines.guard();
    expect(await guard.within(() => Promise.resolve(7))).toBe(7);
    await expect(guard.within(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    deadlines.stop();
  });

  it('ends what never settles, aborts its signal, and the next one has a fresh signal', async () => {
    const deadlines = createDeadlines(30);
    const guard = deadlines.guard();
    let seen: AbortSignal | undefined;
    const hung = guard.within((signal) => {
      seen = signal;
      return new Promise(() => undefined);
    });
    await expect(hung).rejects.toBeInstanceOf(DeadlinePassed);
    expect(seen?.aborted).toBe(true);
    expect(await guard.within((signal) => Promise.resolve(signal.aborted))).toBe(false);
    deadlines.stop();
  });

  it('is not disturbed by one that settles after it was given up', async () => {
    const deadlines = createDeadlines(30);
    const guard = deadlines.guard();
    let settleLate: (value: string) => void = () => undefined;
    const late = guard.within(() => new Promise<string>((resolve) => (settleLate = resolve)));
    await expect(late).rejects.toBeInstanceOf(DeadlinePassed);
    const next = guard.within(() => new Promise(() => undefined));
    settleLate('late');
    await expect(next).rejects.toBeInstanceOf(DeadlinePassed);
    deadlines.stop();
  });
});
