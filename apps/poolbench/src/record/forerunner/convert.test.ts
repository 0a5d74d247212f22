import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { toCsv } from '../csv.ts';
import { LogRecord } from '../schema/record.schema.ts';
import { convertForerunnerLog } from './convert.ts';

const madeUp = async (file: string, timezone?: string) => {
  const text = await readFile(new URL(`made-up/${file}`, import.meta.url), 'utf8');
  return convertForerunnerLog({
    file: `logs/${file}`,
    text,
    ...(timezone === undefined ? {} : { timezone }),
  });
};

const JSON_LOG = 'pg_query_pool-2026-11-22';
const CSV_LOG = 'pg_query-2026-11-01.csv';

const samplesOf = (records: readonly LogRecord[]) => records.filter((record) => record.type === 'sample');

describe('JSON objects without newlines', () => {
  it('become samples with their times, to the microsecond, in their zone', async () => {
    const { records } = await madeUp(JSON_LOG);
    expect(samplesOf(records).map(({ ts, tz, service_s }) => [ts, tz, service_s])).toEqual([
      ['2026-11-22T19:30:31.123456+09:00', 'Asia/Seoul', 0.044_260_978_698_730_47],
      ['2026-11-22T19:30:32.000000+09:00', 'Asia/Seoul', 0.150_276_899_337_768_55],
      ['2026-11-22T19:30:32.623456+09:00', 'Asia/Seoul', 5.006_790_161_132_812_5e-5],
      ['2026-11-22T19:30:33.373456+09:00', 'Asia/Seoul', null],
      ['2026-11-22T19:30:34.873456+09:00', 'Asia/Seoul', 1.451],
    ]);
  });

  it('lose a record that was cut off, in the middle or at the end, and say so', async () => {
    const { notes } = await madeUp(JSON_LOG);
    expect(notes).toContain(
      '2 pieces are no record and were left out, the first: {"now" : "2026-11-22 19:30:33.0000',
    );
  });

  it('are of a pool for each query, where a record may be a batch', async () => {
    const { records, notes } = await madeUp(JSON_LOG);
    expect(records[0]).toMatchObject({
      type: 'run_start',
      arms: [{ id: 'pg_query_pool', driver: 'psycopg2', keep: 'pool-per-query' }],
      imported: { tool: 'psycopg-test', file: `logs/${JSON_LOG}`, tz_guessed: true, notes },
    });
    expect(notes.join()).toContain('In its mode "multi" one record is a whole batch');
  });

  it('have durations of the wall clock, which went backwards once', async () => {
    const { records, notes } = await madeUp(JSON_LOG);
    expect(notes).toContain('In 1 records the wall clock went backwards; their durations are left out.');
    expect(samplesOf(records)[3]?.nulls).toEqual({ service_s: 'the wall clock went backwards' });
  });

  it('may have newlines', async () => {
    const text = await readFile(new URL(`made-up/${JSON_LOG}`, import.meta.url), 'utf8');
    const lines = convertForerunnerLog({ file: JSON_LOG, text: text.replaceAll('}', '} \n') });
    expect(samplesOf(lines.records).map(({ ts }) => ts)).toEqual(
      samplesOf((await madeUp(JSON_LOG)).records).map(({ ts }) => ts),
    );
  });
});

describe('CSV without a header', () => {
  it('becomes samples, with both offsets of the night when summer time ended', async () => {
    const { records } = await madeUp(CSV_LOG);
    expect(samplesOf(records).map(({ ts, tz, service_s, arm }) => [ts, tz, service_s, arm])).toEqual([
      ['2026-11-01T01:59:59.900000-04:00', 'America/New_York', 0.038_352_012_634_277_344, 'pg_query'],
      ['2026-11-01T01:59:59.950000-04:00', 'America/New_York', 0.138_811_826_705_932_62, 'pg_query'],
      ['2026-11-01T01:00:00.100000-05:00', 'America/New_York', 0.039_902_210_235_595_7, 'pg_query'],
    ]);
  });

  it('has start and end with the seconds of an epoch, which tell the zone of the machine', async () => {
    const { notes } = await madeUp(CSV_LOG);
    expect(notes).toContain(
      'The seconds of start and end are those of an epoch, off by the zone of the machine (-05:00 to UTC); they were mended.',
    );
    expect(notes.join()).not.toContain('away from start and end');
  });

  it('may have quotes, as its README says', () => {
    const text = '"2026-11-22 19:30:31+09:00", "2026-11-22 10:30:31", "2026-11-22 10:30:32", "0.5" \n';
    const [sample] = samplesOf(convertForerunnerLog({ file: 'pg_query', text }).records);
    expect(sample).toMatchObject({ ts: '2026-11-22T19:30:31.000000+09:00', service_s: 0.5 });
  });
});

describe('the zone', () => {
  it('is guessed from the offsets, and that is said', async () => {
    expect((await madeUp(JSON_LOG)).notes[0]).toMatch(
      /^The zone Asia\/Seoul is guessed from the offsets \+09:00; \d+ others would fit as well\.$/,
    );
    expect((await madeUp(CSV_LOG)).notes[0]).toMatch(
      /^The zone America\/New_York is guessed from the offsets -04:00 and -05:00; \d+ others would fit as well\.$/,
    );
  });

  it('is the one that was told when the offsets agree', async () => {
    const { records, notes } = await madeUp(JSON_LOG, 'Asia/Tokyo');
    expect(notes[0]).toBe('The times are those of Asia/Tokyo, as was told.');
    expect(records[0]).toMatchObject({ tz: 'Asia/Tokyo', imported: { tz_guessed: false } });
  });

  it('is guessed when the one that was told had other offsets', async () => {
    const { records, notes } = await madeUp(JSON_LOG, 'Europe/Berlin');
    expect(notes[0]).toContain('Asia/Seoul is guessed');
    expect(notes[0]).toContain('Europe/Berlin was told, but had other offsets then.');
    expect(records[0]).toMatchObject({ tz: 'Asia/Seoul', imported: { tz_guessed: true } });
  });

  it('is UTC for +00:00', () => {
    const text = '2026-07-01 10:30:31+00:00, 2026-07-01 10:30:31, 2026-07-01 10:30:31, 0.5';
    expect(convertForerunnerLog({ file: 'pg_query', text }).records[0]).toMatchObject({ tz: 'UTC' });
  });

  it('is UTC, with the instants kept, when no zone has such offsets', () => {
    const text = '2026-07-01 10:37:31+00:07, 2026-07-01 10:30:31, 2026-07-01 10:30:31, 0.5';
    const { records, notes } = convertForerunnerLog({ file: 'pg_query', text });
    expect(notes[0]).toBe('No zone fits the offsets +00:07; the times are given in UTC.');
    expect(records[0]?.ts).toBe('2026-07-01T10:30:31.000000+00:00');
  });

  it('is refused when it does not exist', async () => {
    await expect(madeUp(JSON_LOG, 'Asia/Soul')).rejects.toMatchObject({
      code: 'POOLBENCH_UNKNOWN_TIME_ZONE',
    });
  });
});

describe('a converted log', () => {
  it('is a run of one cell, whose records are like new ones', async () => {
    const { records } = await madeUp(CSV_LOG);
    expect(records.map(({ type }) => type)).toEqual([
      'run_start',
      'cell_start',
      ...['sample', 'sample', 'sample'],
      'cell_end',
      'run_end',
    ]);
    for (const record of records) expect(LogRecord.parse(record)).toEqual(record);
    expect(records.map(({ seq }) => seq)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  it('does not say that anything succeeded, and gives no percentile of three samples', async () => {
    const { records } = await madeUp(CSV_LOG);
    expect(records.find((record) => record.type === 'cell_end')).toMatchObject({
      counts: { offered: 3, ok: 0, error: 0, unknown: 3 },
      durations: {
        service: { count: 3, min_s: 0.038_352_012_634_277_344, p50_s: null, max_s: 0.138_811_826_705_932_62 },
      },
      nulls: { 'durations.service.p99_s': 'needs 10000 samples, has 3' },
    });
  });

  it('is the same each time, ids included, and another for another file', async () => {
    expect(await madeUp(JSON_LOG)).toEqual(await madeUp(JSON_LOG));
    const ids = [(await madeUp(JSON_LOG)).records[0]?.run_id, (await madeUp(CSV_LOG)).records[0]?.run_id];
    expect(new Set(ids).size).toBe(2);
  });

  it('can be written as a table', async () => {
    expect(toCsv((await madeUp(JSON_LOG)).records).split('\n')).toHaveLength(3);
  });

  it('tells of stamps that do not fit together', () => {
    const text = '2026-11-22 19:40:31+09:00, 2026-11-22 10:30:31, 2026-11-22 10:30:31, 0.5';
    expect(convertForerunnerLog({ file: 'pg_query', text }).notes).toContain(
      'In 1 records the stamp now is more than 5 s away from start and end; now was kept.',
    );
  });
});

it.each([
  ['', 'it is empty'],
  ['\n \n', 'it is empty'],
  ['now, start, end, time', 'now, start, end, time'],
  ['{"v":1,"type":"run_start"}', '{"v":1,"type":"run_start"}'],
  ['2026-11-22 19:40:31+09:00, 2026-11-22 10:30:31, 2026-11-22 10:30:31, soon', /soon/],
])('refuses what has no record: %j', (text, reason) => {
  expect(() => convertForerunnerLog({ file: 'pg_query', text })).toThrow(
    expect.objectContaining({
      code: 'POOLBENCH_FORERUNNER_LOG_UNREADABLE',
      message: expect.stringMatching(reason) as string,
    }) as Error,
  );
});
