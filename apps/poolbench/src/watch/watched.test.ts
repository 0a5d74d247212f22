import { describe, expect, it } from 'vitest';
import { madeUpRun } from '../../test/made-up-run.ts';
import { sealRecord } from '../record/seal.ts';
import type { LogRecord, RecordDraft } from '../record/schema/record.schema.ts';
import { timeZone } from '../record/time-zone.ts';
import { serverSideOf } from './server-side.ts';
import { sparkline } from './sparkline.ts';
import { plainLine, terminalView } from './terminal-view.ts';
import { NOTHING_WATCHED, watch, type Watched } from './watched.ts';

const run = { runId: '01KANKYN3JZZZZZZZZZZZZZZZZ', zone: timeZone('UTC'), cut: (text: string) => text };

/** Records half a second apart. */
function recordsOf(drafts: readonly RecordDraft[]): LogRecord[] {
  return drafts.map((draft, seq) => sealRecord(run, seq, 1_800_000_000_000_000 + seq * 500_000, draft));
}

const watchAll = (records: readonly LogRecord[]): Watched => records.reduce(watch, NOTHING_WATCHED);

describe('a run that is watched', () => {
  const drafts = madeUpRun({ rounds: 2, sizes: [1, 5], ending: null });
  const records = recordsOf(drafts);

  it('has what was measured last, and nothing older than two minutes', () => {
    const { start, cells, points, errors, finding, ended } = watchAll(records);
    expect(start?.plan.name).toBe('quick');
    expect([cells, ended]).toEqual([5, null]);
    expect(errors).toEqual({ 'pool-timeout': 5 });
    expect(finding?.sentence).toMatch(/was answered 3 times/);
    expect(finding?.failed).toBe(true);
    expect(points.map(({ cell, round }) => `${round} ${cell}`)).toEqual([
      '1 pool of 1 select ×32',
      '1 pool of 5 select ×32',
      '2 pool of 1 select ×32',
      '2 pool of 5 select ×32',
    ]);
    const long = watchAll(recordsOf(madeUpRun({ rounds: 200, sizes: [1] })));
    expect(long.points.at(-1)!.at - long.points[0]!.at).toBeLessThan(120);
    expect(long).toMatchObject({ ended: 'finished', cell: null });
  });

  it('knows the cell of the moment', () => {
    const begun = records.findIndex(({ type }) => type === 'interval') + 1;
    expect(watchAll(records.slice(0, begun)).cell).toEqual({
      scenario: 'S3',
      name: 'pool of 1 select ×32',
      round: 1,
      rounds: null,
      plannedSeconds: 1,
    });
  });

  it("gives a cell's points PostgreSQL's side and its mean levels, once it has ended", () => {
    const begun = records.findIndex(({ type }) => type === 'interval') + 1;
    expect(watchAll(records.slice(0, begun)).points).toMatchObject([{ inUse: 0, waiting: 0, server: null }]);
    expect(watchAll(records.slice(0, begun + 1)).points).toMatchObject([
      {
        inUse: 1,
        waiting: 31,
        server: { commits: 1012, processors: 0.4, active: { cpu: 2, io: 1, lock: 0.5, client: 0, other: 0 } },
      },
    ]);
  });

  it("has PostgreSQL's side of each second from the second itself, and keeps it when the cell ends", () => {
    const followed = recordsOf(madeUpRun({ rounds: 2, sizes: [1], followed: true, ending: null }));
    const begun = followed.findIndex(({ type }) => type === 'interval') + 1;
    const known = {
      ...{ inUse: 3, waiting: 29 },
      server: { commits: 1010, processors: 0.6, active: { cpu: 2, io: 0.5, lock: 1, client: 0, other: 0 } },
    };
    expect(watchAll(followed.slice(0, begun)).points).toMatchObject([known]);
    expect(watchAll(followed.slice(0, begun + 1)).points).toMatchObject([known]);
  });

  it('spreads what one of several short intervals tells of the server over those before it, not into other cells, nor far back', () => {
    const interval = recordsOf(madeUpRun({ rounds: 1, sizes: [1], followed: true })).find(
      (record) => record.type === 'interval',
    )!;
    const silent = { ...interval, server: null };
    const start = recordsOf(madeUpRun()).find((record) => record.type === 'run_start')!;
    const later = { ...interval, ts: interval.ts.replace(/:\d\d\./, ':59.') };
    const { points } = watchAll([
      ...[start, { ...silent, round: 7 }, interval, silent, silent, interval, silent, later],
    ]);
    expect(points.map(({ server }) => server?.commits ?? null)).toEqual([
      ...[null, 1010, 1010, 1010, 1010, null, 1010],
    ]);
  });

  it('knows what was done, how far it is, and when it is between the cells of two scenarios', () => {
    const followed = recordsOf(madeUpRun({ rounds: 2, sizes: [1], followed: true, ending: null }));
    const all = watchAll(followed);
    expect(all.marks.map(({ what }) => what)).toEqual(['table-locked', 'table-locked']);
    expect(all.progress).toMatchObject({ scenario: 'S3', left: 5 });
    expect(all.cell?.rounds).toBe(2);
    const next = followed.find((record) => record.type === 'progress')!;
    const between = watch(all, { ...next, scenario: 'S4', doing: 'S4 warming up' });
    expect(between).toMatchObject({ cell: null, progress: { doing: 'S4 warming up' } });
    expect(terminalView(between)[1]).toBe('  S4 warming up');
  });

  it('tells nothing of the server where nothing was counted', () => {
    const end = records.find((record) => record.type === 'cell_end')!;
    expect(serverSideOf({ ...end, server: {}, cpu: null })).toEqual({
      commits: null,
      processors: null,
      active: { cpu: 0, io: 0, lock: 0, client: 0, other: 0 },
    });
    expect(serverSideOf({ ...end, duration_s: null })).toBeNull();
  });
});

describe('on a terminal', () => {
  const begun = watchAll(recordsOf(madeUpRun({ rounds: 2, sizes: [1], ending: null })).slice(0, 8));

  it('a run is a few lines with the last minute as bars', () => {
    const lines = terminalView(begun);
    expect(lines[0]).toBe('quick: S3 (2 of 2), round 2 of 2, 2 cells measured');
    expect(lines[2]).toMatch(/^ {2}rate +██ {2}1020 per second$/);
    expect(lines.join('\n')).toContain('failed: 2 pool-timeout');
  });

  it("has PostgreSQL's side below, what was done at its second, and the time that is left", () => {
    const lines = terminalView(
      watchAll(recordsOf(madeUpRun({ rounds: 3, sizes: [1], followed: true, ending: null })).slice(0, 13)),
    );
    expect(lines[0]).toBe('quick: S3 (2 of 2), round 2 of 3, about 15 s left, 3 cells measured');
    const row = (name: string): string => lines.find((line) => line.startsWith(`  ${name} `)) ?? '';
    expect(row('pg commits')).toMatch(/█ {2}1020 per second$/);
    expect(row('pg active')).toMatch(/2\.0 cpu, 0\.5 io, 1\.0 lock$/);
    expect(row('pg cpu')).toMatch(/0\.60 processors$/);
    expect(row('done to it')).toMatch(/▲ {2,3}The table is locked\.$/);
    // A character is a second in every line.
    expect(new Set(['rate', 'pg cpu'].map((name) => row(name).search('█')))).toHaveLength(1);
  });

  it('or one line, where it cannot be written over', () => {
    expect(plainLine(begun)).toBe(
      'S3 (2 of 2), round 2 of 2  pool of 1 select ×32  1020/s  p50 31.4 ms  p99 62.7 ms  0 in use  0 waiting  2 failed',
    );
  });

  it('before anything was measured, it says so', () => {
    expect(terminalView(NOTHING_WATCHED)[0]).toBe('a run: not measuring, 0 cells measured');
  });
});

it.each([
  [[0, 1, 2, 3, 4, 5, 6, 7], '▁▂▃▄▅▆▇█'],
  [[null, 5], ' █'],
  [[0, 0], '▁▁'],
  [[], ''],
])('the bars of %j are "%s"', (values, bars) => {
  expect(sparkline(values)).toBe(bars);
});
