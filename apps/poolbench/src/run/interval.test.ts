import { describe, expect, it } from 'vitest';
import { createDurations } from '../load/histogram.ts';
import type { RecordDraft } from '../record/schema/record.schema.ts';
import { poolOf } from '../scenario/arms.ts';
import { intervalDraft } from './interval.ts';
import type { Meanwhile } from './meanwhile.ts';
import type { PoolLevels } from './pool-levels.ts';

type IntervalDraft = Extract<RecordDraft, { type: 'interval' }>;

const LEVELS: PoolLevels = { active: 2, idle: 0, connecting: 0, pending: 1 };
const MEANWHILE: Meanwhile = {
  seconds: 2,
  cpu: { client: 1, server: 0.5, pooler: null, foreign: 0.25 },
  server: {
    looks: 4,
    waits: new Map([
      ['cpu', 6],
      ['IO/WALSync', 2],
      ['LWLock/WALWrite', 1],
      ['Client/ClientRead', 3],
      ['Timeout/PgSleep', 4],
    ]),
    seconds: 0.5,
    growth: { 'pg_stat_database.xact_commit': 100, 'pg_stat_wal.wal_bytes': 4000 },
  },
};

function draftOf(meanwhile: Meanwhile | null, pool: PoolLevels | null = LEVELS): IntervalDraft {
  const counts = { offered: 10, ok: 10, error: 0, timeout: 0, hung: 0, dropped: 0 };
  const levels = { inFlight: 3, pending: 1, inUse: 2, eventLoopUtilization: 0.5 };
  return intervalDraft({
    ...{ arm: poolOf(2), cell: 'a cell', round: 1, meanwhile, pool },
    interval: { elapsedSeconds: 1, seconds: 1, counts, response: createDurations(), ...levels },
    adapter: { open: 2, idle: 0, pending: 1, opened: 2, closed: 0, acquired: 12, released: 10 },
  }) as IntervalDraft;
}

describe('the record of an interval', () => {
  it('has rates by the time between two looks, back-ends by look, processors by the time of the CPU', () => {
    expect(draftOf(MEANWHILE)).toMatchObject({
      foreign_cpu_ratio: 0.25,
      server: {
        ...{ length_s: 0.5, commit_rate: 200, wal_byte_rate: 8000, processors: 0.25 },
        active: { cpu: 1.5, io: 0.5, lock: 0.25, client: 0.75, other: 1 },
      },
    });
    expect(draftOf(MEANWHILE)).not.toHaveProperty('nulls');
  });

  it('has no rate of a counter that was set back', () => {
    const server = { ...MEANWHILE.server!, growth: { 'pg_stat_wal.wal_bytes': 4000 } };
    expect(draftOf({ ...MEANWHILE, server }).server).toMatchObject({
      commit_rate: null,
      wal_byte_rate: 8000,
    });
  });

  it.each([
    ['it is too short', null, ['foreign_cpu_ratio', 'server']],
    ['the server did not answer', { ...MEANWHILE, server: null }, ['server']],
    [
      'the server is elsewhere',
      { ...MEANWHILE, cpu: { ...MEANWHILE.cpu, server: null, foreign: null } },
      ['foreign_cpu_ratio', 'server.processors'],
    ],
  ])('tells why something is null: %s', (_, meanwhile, paths) => {
    const draft = draftOf(meanwhile);
    expect(Object.keys(draft.nulls ?? {}).toSorted()).toEqual(paths);
    for (const path of paths)
      expect(
        path.split('.').reduce<unknown>((part, name) => (part as Record<string, unknown>)[name], draft),
      ).toBeNull();
  });

  it('tells that nobody looked at the pool, or that its driver does not say how many are on their way', () => {
    expect(draftOf(MEANWHILE, null)).toMatchObject({
      pool: null,
      nulls: { pool: expect.any(String) as string },
    });
    expect(draftOf(MEANWHILE, { ...LEVELS, connecting: null }).nulls).toEqual({
      'pool.connecting': 'the driver does not tell',
    });
  });
});
