import { CodedError } from '@madang/errors';
import { describe, expect, it } from 'vitest';
import { exampleDrafts } from '../../test/record-drafts.ts';
import type { LogRecord, RecordDraft } from './schema/record.schema.ts';
import { sealRecord } from './seal.ts';
import { secretCutter } from './secrets.ts';
import { timeZone } from './time-zone.ts';

const RUN_ID = '01KANKYN3JZZZZZZZZZZZZZZZZ';
const run = { runId: RUN_ID, zone: timeZone('Asia/Seoul'), cut: secretCutter(['postgres.js']) };

const seal = (draft: object): LogRecord => sealRecord(run, 12, 1_795_343_431_123_456, draft as RecordDraft);

const draftOf = (type: LogRecord['type']): RecordDraft & Record<string, unknown> =>
  exampleDrafts('text').find((draft) => draft.type === type)!;

function faultsOf(draft: object): unknown {
  try {
    seal(draft);
  } catch (error) {
    if (error instanceof CodedError && error.code === 'POOLBENCH_RECORD_REFUSED')
      return error.details['faults'];
    throw error;
  }
  return [];
}

describe('a record', () => {
  it('is stamped with its run, its number, its time and its zone', () => {
    expect(seal(draftOf('run_end'))).toMatchObject({
      v: 1,
      type: 'run_end',
      run_id: RUN_ID,
      event_id: `${RUN_ID}-00000012`,
      seq: 12,
      ts: '2026-11-22T19:30:31.123456+09:00',
      tz: 'Asia/Seoul',
      arm: null,
    });
  });

  it('keeps every field of every type', () => {
    for (const draft of exampleDrafts('text')) expect(seal(draft)).toMatchObject(draft);
  });

  it('is refused with an unknown field, at any depth', () => {
    expect(faultsOf({ ...draftOf('run_end'), comment: 1 })).toEqual(['comment: unknown field']);
    expect(faultsOf({ ...draftOf('run_end'), error: { code: 'X', message: 'm', stack: '' } })).toEqual([
      'error.stack: unknown field',
    ]);
    const start = draftOf('run_start');
    const arms = [{ id: 'a', driver: 'pg', keep: 'pool', size: 1, prepared: false, max: 3 }];
    expect(faultsOf({ ...start, arms })).toEqual(['arms.0.max: unknown field']);
  });

  it('is refused without a field, with all faults told', () => {
    expect(faultsOf({ type: 'run_end', arm: null, reason: 'bored', exit_code: 0 })).toEqual([
      expect.stringMatching(/^reason: /),
      expect.stringMatching(/^duration_s: /),
      expect.stringMatching(/^cells: /),
      expect.stringMatching(/^error: /),
      expect.stringMatching(/^notices: /),
    ]);
  });

  it('is refused with a type that does not exist', () => {
    expect(faultsOf({ type: 'gossip', arm: null })).toEqual([expect.stringMatching(/^type: /)]);
  });

  it('shows no secret when it is refused', () => {
    expect(faultsOf({ ...draftOf('run_end'), 'postgres.js': 1 })).toEqual(['(secret): unknown field']);
  });
});

describe('numbers', () => {
  const cellEnd = draftOf('cell_end');

  it('that are not finite become null with a reason', () => {
    const record = seal({
      ...cellEnd,
      achieved_rate: NaN,
      littles_law_error_ratio: -Infinity,
      server: { 'pg_stat_statements.mean_s': Infinity },
    });
    expect(record).toMatchObject({
      achieved_rate: null,
      littles_law_error_ratio: null,
      server: { 'pg_stat_statements.mean_s': null },
      nulls: {
        achieved_rate: 'not a number',
        littles_law_error_ratio: 'infinite',
        'server.pg_stat_statements.mean_s': 'infinite',
      },
    });
  });

  it('keep the reason that their maker gives', () => {
    const nulls = { achieved_rate: 'the cell was interrupted' };
    expect(seal({ ...cellEnd, achieved_rate: NaN, nulls })).toMatchObject({ achieved_rate: null, nulls });
  });

  it('that are not finite are refused where nothing may be missing', () => {
    expect(faultsOf({ ...cellEnd, warm_up_operations: NaN })).toEqual([
      expect.stringMatching(/^warm_up_operations: /),
    ]);
  });

  it('from 2^53 on are digits in a string, smaller ones numbers, bigint or not', () => {
    const server = {
      a: 2n ** 53n,
      b: 2n ** 53n - 1n,
      c: 2 ** 53,
      d: 18_446_744_073_709_551_615n,
      e: -(2n ** 60n),
    };
    const counted = { ...cellEnd, warm_up_operations: 9_007_199_254_740_993n, server: { ...server, e: 1.5 } };
    expect(seal(counted)).toMatchObject({
      warm_up_operations: '9007199254740993',
      server: {
        a: '9007199254740992',
        b: 9_007_199_254_740_991,
        c: '9007199254740992',
        d: '18446744073709551615',
      },
    });
  });
});

it('leaves names and enumerations alone when a password happens to be one', () => {
  expect(seal(draftOf('run_start'))).toMatchObject({ arms: [{ driver: 'postgres.js' }] });
  expect(seal({ ...draftOf('verdict'), sentence: 'postgres.js wins' })).toMatchObject({
    sentence: '(secret) wins',
  });
});
