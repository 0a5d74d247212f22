import { describe, expect, it } from 'vitest';
import { createPace } from './pace.ts';
import { progressLine } from './progress-line.ts';

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

describe('progressLine', () => {
  const quiet = { waitingFor: null, reason: null, rowsPerSecond: null, eta: null } as const;

  it('says how far, how fast and how long', () => {
    const status = {
      ...quiet,
      state: 'backfill',
      nodeHeight: 1951,
      rowsPerSecond: 4321.4,
      eta: new Date(3000),
    } as const;
    expect(progressLine(status, 1200, 1000)).toBe('height 1,200 of 1,951 · 4,321 rows/s · 2 s left');
    expect(progressLine({ ...status, eta: new Date(1000 + 3600_000) }, 1, 1000)).toContain('60 min left');
    expect(progressLine({ ...status, eta: new Date(1000 + 36_000_000) }, 1, 1000)).toContain('10.0 h left');
  });

  it('says what is waited for and why', () => {
    const status = {
      ...quiet,
      state: 'waiting',
      waitingFor: 'node',
      reason: 'NODE_TIMEOUT: late\n  because: x',
      nodeHeight: 10,
    } as const;
    expect(progressLine(status, 3)).toBe('height 3 of 10 · waiting for the node · NODE_TIMEOUT: late');
    expect(progressLine({ ...quiet, state: 'live', waitingFor: 'tip', nodeHeight: 10 }, 9)).toBe(
      'height 9 of 10 · live',
    );
  });
});
