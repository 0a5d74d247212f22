import { describe, expect, it } from 'vitest';
import { oneAtATime } from './live.ts';

describe('oneAtATime', () => {
  it('makes many calls during a run into one more run, never two at once', async () => {
    let running = 0;
    let runs = 0;
    const look = oneAtATime(async () => {
      expect(++running).toBe(1);
      runs += 1;
      await new Promise((done) => setTimeout(done, 1));
      running -= 1;
    });
    for (let call = 0; call < 20; call++) look();
    await new Promise((done) => setTimeout(done, 30));
    expect(runs).toBe(2);
    look();
    await new Promise((done) => setTimeout(done, 30));
    expect(runs).toBe(3);
  });
});
