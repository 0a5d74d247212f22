import { spawnSync } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { createLogger } from '@madang/telemetry';
import { describe, expect, it, onTestFinished } from 'vitest';
import { madeUpRun } from '../../test/made-up-run.ts';
import { createDurations } from '../load/histogram.ts';
import { sealRecord } from '../record/seal.ts';
import type { LogRecord } from '../record/schema/record.schema.ts';
import { timeZone } from '../record/time-zone.ts';
import { histogramRecord } from '../run/durations-record.ts';
import { bucketsOf, BOUNDS } from './buckets.ts';
import { counter, exposition } from './families.ts';
import { createRunMetrics } from './run-metrics.ts';
import { serveMetrics } from './serve-metrics.ts';

const log = createLogger({ level: 'silent' });
const RUN_ID = '01KANKYN3JZZZZZZZZZZZZZZZZ';
const run = { runId: RUN_ID, zone: timeZone('UTC'), cut: (text: string) => text };
const records: LogRecord[] = madeUpRun({ rounds: 2, sizes: [1, 5] }).map((draft, seq) =>
  sealRecord(run, seq, 1_800_000_000_000_000 + seq, draft),
);

async function textAfter(count: number): Promise<string> {
  const metrics = createRunMetrics();
  for (const record of records.slice(0, count)) metrics.record(record);
  return metrics.text();
}

/** The value of a line. */
function valueOf(text: string, name: string): number {
  const line = text.split('\n').find((one) => one.startsWith(`${name} `));
  return Number(line?.slice(name.length + 1) ?? NaN);
}

describe('the metrics of a run', () => {
  it('count each operation once, though intervals and the end of a cell both tell of it', async () => {
    const text = await textAfter(records.length);
    const of = '{arm="pool of 1",scenario="S3",outcome="ok"}';
    // 1010 and 1020 by the intervals, and two in each round that finished after the last one.
    expect(valueOf(text, `poolbench_operations_total${of}`)).toBe(1010 + 1020 + 4);
    expect(valueOf(text, 'poolbench_errors_total{arm="pool of 1",error_class="pool-timeout"}')).toBe(2);
    expect(valueOf(text, 'poolbench_acquire_timeouts_total{arm="pool of 1"}')).toBe(2);
    expect(valueOf(text, 'poolbench_connections_opened_total{arm="pool of 5",reason="unknown"}')).toBe(10);
  });

  it('rise while a cell is measured', async () => {
    const first = records.findIndex(({ type }) => type === 'interval') + 1;
    const text = await textAfter(first);
    expect(valueOf(text, 'poolbench_operations_total{arm="pool of 1",scenario="S3",outcome="ok"}')).toBe(
      1010,
    );
    expect(valueOf(text, 'poolbench_pool_connections{arm="pool of 1",state="idle"}')).toBe(1);
    expect(valueOf(text, 'poolbench_pool_max_connections{arm="pool of 1"}')).toBe(1);
    expect(text).not.toContain('poolbench_query_duration_seconds');
  });

  it('leave out how many connections are on their way where the driver does not tell', async () => {
    const metrics = createRunMetrics();
    for (const record of records.slice(0, records.findIndex(({ type }) => type === 'interval') + 1))
      metrics.record(
        record.type === 'interval' && record.pool !== null
          ? { ...record, pool: { ...record.pool, connecting: null } }
          : record,
      );
    const text = await metrics.text();
    expect(valueOf(text, 'poolbench_pool_connections{arm="pool of 1",state="idle"}')).toBe(1);
    expect(text).not.toContain('state="connecting"');
  });

  it('have histograms whose counts and sums are those of the cells', async () => {
    const text = await textAfter(records.length);
    const of = 'arm="pool of 5",scenario="S3"';
    const name = 'poolbench_query_duration_seconds';
    const total = 5050 + 5100;
    expect(valueOf(text, `${name}_count{${of}}`)).toBe(total);
    expect(valueOf(text, `${name}_bucket{${of},le="+Inf"}`)).toBe(total);
    expect(valueOf(text, `${name}_sum{${of}}`)).toBeCloseTo(2 * (32 / 2), 0);
    expect(text).toContain('poolbench_connect_stage_duration_seconds_bucket{stage="tcp",le="0.00025"}');
    expect(text).not.toContain('stage="total"');
  });

  it('tell levels of nothing when the run is over', async () => {
    expect(await textAfter(records.length)).not.toMatch(/poolbench_pool_|eventloop/);
  });

  it('name the run in run_info alone, and no statement anywhere', async () => {
    const text = await textAfter(records.length);
    expect(text.split('\n').filter((line) => line.includes(RUN_ID))).toEqual([
      `poolbench_run_info{run_id="${RUN_ID}",plan="quick",server_version="18.4",scratch="true"} 1`,
    ]);
    expect(text).not.toContain('select v from');
  });

  it('pass the lint of Prometheus', async ({ skip }) => {
    const text = await textAfter(records.length - 1);
    const { error, status, stdout, stderr } = spawnSync('promtool', ['check', 'metrics'], {
      input: text,
      encoding: 'utf8',
    });
    if (error !== undefined) return skip('promtool is not installed');
    expect([status, stdout + stderr]).toEqual([0, '']);
  });
});

describe('buckets', () => {
  it('hold exactly what the histogram counted up to each bound', () => {
    const durations = createDurations();
    // Up to 2.047 ms the histogram has a place for each microsecond.
    const micros = [1, 50, 51, 100, 101, 999, 1000, 1001, 2047];
    for (const us of micros) durations.add(us / 1000);
    durations.add(9_999);
    durations.add(20_000);
    durations.add(61_000);
    const { counts, above, sum } = bucketsOf(histogramRecord('query', 'ok', durations), 30);
    const upTo = (bound: number): number =>
      counts.slice(0, BOUNDS.findIndex((one) => one === bound) + 1).reduce((all, count) => all + count, 0);
    for (const bound of [0.00005, 0.0001, 0.001])
      expect([bound, upTo(bound)]).toEqual([bound, micros.filter((us) => us <= bound * 1e6).length]);
    expect(upTo(10)).toBe(micros.length + 1);
    expect([above, sum]).toEqual([2, 30]);
  });
});

it('labels hold any text', () => {
  const odd = counter('x_total', 'A "help" with \\ and\na line.');
  odd.add({ arm: 'a "b" \\ c\nd' }, 1);
  expect(exposition([odd])).toBe(
    '# HELP x_total A "help" with \\\\ and\\na line.\n# TYPE x_total counter\nx_total{arm="a \\"b\\" \\\\ c\\nd"} 1\n',
  );
});

describe('the port', () => {
  it('serves the metrics on the loopback', async () => {
    const metrics = createRunMetrics();
    const served = await serveMetrics(metrics, 0, log);
    onTestFinished(() => served.stop());
    expect(served.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/metrics$/);
    for (const record of records) metrics.record(record);
    const answer = await fetch(served.url);
    expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(await answer.text()).toBe(await metrics.text());
  });

  it('that is taken is told, and what to do', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    onTestFinished(() => void other.close());
    const { port } = other.address() as AddressInfo;
    await expect(serveMetrics(createRunMetrics(), port, log)).rejects.toThrow(
      `Metrics cannot be served on port ${port} of 127.0.0.1 (another program listens there). Choose another one with --metrics-port.`,
    );
  });
});
