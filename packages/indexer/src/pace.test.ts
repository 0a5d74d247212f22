import { describe, expect, it } from 'vitest';
import { createPace } from './pace.ts';

describe('createPace', () => {
  it('measures over the last ten seconds and forgets what was before', () => {
    let now = 0;
    const pace = createPace(() => now);
    expect(pace.rowsPerSecond()).toBeNull();
    now = 1000;
    pace.add(500, 10);
    expect(pace.rowsPerSecond()).toBe(500);
    expect(pace.secondsFor(100)).toBe(10);
    now = 5000;
    expect(pace.rowsPerSecond()).toBe(100);
    now = 20_000;
    expect(pace.rowsPerSecond()).toBeNull();
    expect(pace.secondsFor(1)).toBeNull();
  });
});
