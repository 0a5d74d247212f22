import { describe, expect, it } from 'vitest';
import type { EngineStatus } from './index.ts';
import { createProgressLines, progressLine } from './progress-line.ts';

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

describe('createProgressLines', () => {
  const live: EngineStatus = {
    state: 'live',
    waitingFor: 'tip',
    reason: null,
    nodeHeight: 1951,
    rowsPerSecond: null,
    eta: null,
  };
  const behind: EngineStatus = { ...live, state: 'backfill', waitingFor: null };

  it('names what catches up beside what is live, until it has joined', () => {
    const lines: string[] = [];
    const tell = createProgressLines((line) => lines.push(line));
    tell({ projections: ['tracker'], height: 1950, status: live });
    tell({ projections: ['audit'], height: 300, status: behind });
    tell({ projections: ['tracker', 'audit'], height: 1950, status: live });
    expect(lines).toEqual([
      'height 1,950 of 1,951 · live',
      'height 1,950 of 1,951 · live · audit catches up: height 300 of 1,951',
      'height 1,950 of 1,951 · live',
    ]);
  });

  it('puts the one that is furthest first', () => {
    const lines: string[] = [];
    const tell = createProgressLines((line) => lines.push(line));
    tell({ projections: ['audit', 'challenge'], height: 5, status: behind });
    tell({ projections: ['tracker'], height: 9, status: behind });
    expect(lines.at(-1)).toBe('height 9 of 1,951 · audit, challenge catch up: height 5 of 1,951');
  });
});
