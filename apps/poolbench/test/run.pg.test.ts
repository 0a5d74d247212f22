import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { openDatabase, sql } from '@madang/pg';
import { createLogger } from '@madang/telemetry';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toCsv } from '../src/record/csv.ts';
import { readLog } from '../src/record/log-reader.ts';
import type { LogRecord } from '../src/record/schema/record.schema.ts';
import { reportOf, type Report } from '../src/report/report.ts';
import { terminalReport } from '../src/report/terminal.ts';
import { SCHEMA } from '../src/scratch/own-schema.ts';
import { startScratchServer, type ScratchServer } from '../src/scratch/scratch-server.ts';
import { cleanUp, runOn, shortPlan, type RunOnScratch } from './run-on-scratch.ts';

const log = createLogger({ level: 'silent' });
let server: ScratchServer;
let result: RunOnScratch;
let report: Report;

beforeAll(async () => {
  server = await startScratchServer(log);
  result = await runOn(server, shortPlan());
  report = reportOf(result.records);
}, 120_000);
afterAll(async () => {
  cleanUp();
  await server.stop();
});

function of<T extends LogRecord['type']>(type: T): Extract<LogRecord, { type: T }>[] {
  return result.records.filter((record): record is Extract<LogRecord, { type: T }> => record.type === type);
}

async function schemasOf(url: string): Promise<string[]> {
  const database = openDatabase({ url, maxConnections: 1 });
  try {
    const rows = await database.rows<{ name: string }>(
      'test.schemas',
      sql`select nspname as name from pg_namespace where nspname = ${SCHEMA}`,
    );
    return rows.map(({ name }) => name);
  } finally {
    await database.close();
  }
}

describe('a quick run', () => {
  it('measures every cell in every round, and ends', () => {
    expect(report.ending).toBe('finished');
    expect(report.sections.map(({ scenario }) => scenario)).toEqual(['S1', 'S15', 'S2', 'S3', 'run']);
    const cells = report.sections.flatMap((section) => section.cells);
    expect(cells).toHaveLength(3 + 4 + 8 + 6);
    for (const { name, rates, failed, rate } of cells.filter(({ start }) => start.workload !== 'connect'))
      expect([name, rates.length, failed, rate > 0]).toEqual([name, 2, 0, true]);
  });

  it('counts what the server counts, to the last statement and the last session', () => {
    const checks = of('verdict').filter(({ subject }) => subject === 'check');
    const about = (words: RegExp) => checks.filter(({ sentence }) => words.test(sentence));
    expect(about(/counted exactly the \d{3,} statements/).map(({ answer }) => answer)).toEqual(['passed']);
    expect(about(/new sessions/).map(({ answer }) => answer)).toEqual(['passed']);
  });

  it('opens a connection for each operation where none is kept, and none where they are', () => {
    const kept = report.sections
      .flatMap((section) => section.cells)
      .filter(({ arm }) => arm.startsWith('pool of'));
    const opens = (arm: string): (number | null)[] =>
      report.sections
        .flatMap((section) => section.cells)
        .filter((cell) => cell.arm === arm)
        .map((cell) => cell.opensPerOperation);
    expect(kept.map(({ opensPerOperation }) => opensPerOperation)).toEqual(kept.map(() => 0));
    // The last ones may be counted in the next cell of the arm.
    for (const count of [...opens('connection per query'), ...opens('pool per query')])
      expect(count).toBeCloseTo(1, 1);
  });

  it('knows the authentication and every stage of a connection', () => {
    expect(report.start.server).toMatchObject({ authentication: 'scram-sha-256', tls: null, scratch: true });
    const anatomy = of('cell_end').find(({ cell }) => cell === 'TCP, SCRAM');
    expect(Object.keys(anatomy!.durations)).toEqual(
      expect.arrayContaining([
        'connect.tcp',
        'connect.startup',
        'connect.derivation',
        'connect.backend',
        'connect.close',
      ]),
    );
  });

  it('says what it found in sentences, calls few rounds a range, and decides nothing from them', () => {
    const text = terminalReport(report);
    expect(text).toMatch(/A new connection costs [\d.]+ ms/);
    expect(text).toMatch(/select: a pool of 10 serves (at least )?[\d.]+× \[range [\d.]+ to [\d.]+\]/);
    expect(text).toMatch(/insert: a pool of \d+ is within 5 % of the best/);
    const comparisons = of('verdict').filter(({ subject }) => subject === 'comparison');
    expect(new Set(comparisons.map(({ answer }) => answer))).toEqual(new Set(['undecided']));
  });

  it('gives no percentile that its samples do not support', () => {
    for (const { durations } of of('cell_end'))
      for (const { count, p99_s } of Object.values(durations))
        if (Number(count) < 10_000) expect(p99_s).toBeNull();
  });

  it('gives the same report, byte for byte, from the log that it wrote', async () => {
    const { records, notices } = await readLog(result.path);
    expect(notices).toEqual([]);
    expect(terminalReport(reportOf(records))).toBe(terminalReport(report));
    expect(JSON.stringify(reportOf(records))).toBe(JSON.stringify(report));
    expect(toCsv(records)).toBe(toCsv(result.records));
    expect(toCsv(records).split('\n').length).toBe(of('cell_end').length + 2);
  });

  it('has the password in nothing that it wrote', () => {
    const written =
      readFileSync(result.path, 'utf8') +
      terminalReport(report) +
      JSON.stringify(report) +
      toCsv(result.records);
    expect(server.target.password!.length).toBeGreaterThan(8);
    expect(written).not.toContain(server.target.password);
    expect(written).not.toContain(encodeURIComponent(server.target.password!));
  });

  it('leaves nothing of its own in the server', async () => {
    expect(await schemasOf(server.url)).toEqual([]);
  });
});

describe('a run that does not come to its end', () => {
  it('tells of the rounds that were done by then when it is stopped', async () => {
    const stopping = new AbortController();
    const stopped = await runOn(server, shortPlan({ rounds: 3 }, { scenarios: ['S3', 'S2'] }), {
      signal: stopping.signal,
      onProgress: ({ line }) => {
        if (line.startsWith('S3 round 2')) stopping.abort();
      },
    });
    const partial = reportOf(stopped.records);
    expect(partial.ending).toBe('interrupted');
    expect(partial.warnings).toContain('It was stopped before its plan was done.');
    expect(
      partial.sections.find(({ scenario }) => scenario === 'S3')?.cells.map(({ rates }) => rates.length),
    ).toEqual([1, 1, 1, 1, 1, 1]);
    expect(await schemasOf(server.url)).toEqual([]);
  });

  it('keeps what was measured when the server dies, and says so', async () => {
    const doomed = await startScratchServer(log);
    try {
      const died = await runOn(doomed, shortPlan({ rounds: 2 }, { scenarios: ['S1', 'S3'] }), {
        onProgress: ({ line }) => {
          if (line.startsWith('S3 round 2')) killWithChildren(doomed.pid);
        },
      });
      expect(died.failure?.code).toMatch(/^(PG|POOLBENCH)_/);
      const partial = reportOf(died.records);
      expect(partial.ending).toBe('failed');
      expect(partial.warnings.join('\n')).toContain(died.failure!.code);
      expect(partial.sections[1]?.cells.some(({ rates }) => rates.length === 1)).toBe(true);
      expect((await readLog(died.path)).records).toEqual(died.records);
    } finally {
      await doomed.stop();
    }
  });

  it('removes first what a killed run left in the server', async () => {
    const database = openDatabase({ url: server.url, maxConnections: 1 });
    await database.transaction((tx) =>
      tx.script('test.left', `create schema ${SCHEMA}; create table ${SCHEMA}.sample (left_by integer)`),
    );
    await database.close();
    const after = await runOn(server, shortPlan({ probes: 1 }, { scenarios: ['S1'] }));
    expect(reportOf(after.records).ending).toBe('finished');
    expect(await schemasOf(server.url)).toEqual([]);
  });

  it('refuses to measure beside another run', async () => {
    const database = openDatabase({ url: server.url, maxConnections: 1 });
    const lock = await database.lock('poolbench');
    await expect(runOn(server, shortPlan())).rejects.toThrow(
      /POOLBENCH_MEASURED_BY_OTHERS|Another benchmark/,
    );
    await lock.release();
    await database.close();
  });
});

describe('a sweep that is too large for the server', () => {
  it('is cut before it starts, with a notice', async () => {
    const { records } = await runOn(server, shortPlan({ sizes: [1, 500], rounds: 1 }, { scenarios: ['S3'] }));
    const cut = reportOf(records);
    expect(cut.warnings.join('\n')).toMatch(
      /Pools of 500 were left out: of the server's 120 connections only \d+ are free/,
    );
    expect(cut.sections[0]?.cells.map(({ start }) => start.pool_size)).toEqual([1, 1]);
  });
});

describe('a scratch server', () => {
  it('leaves nothing behind', async () => {
    const one = await startScratchServer(log);
    const { pid } = one;
    const folder = /-D\0([^\0]+)\/postgres\0/.exec(readFileSync(`/proc/${pid}/cmdline`, 'utf8'))?.[1];
    expect(existsSync(folder!)).toBe(true);
    await one.stop();
    expect([existsSync(folder!), existsSync(`/proc/${pid}`)]).toEqual([false, false]);
  });
});

/** As when the machine stops: the first process alone would still let the others say goodbye. */
function killWithChildren(pid: number): void {
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => existsSync(`/proc/${name}/stat`) && parentOf(name) === pid);
  for (const one of [pid, ...children.map(Number)]) {
    try {
      process.kill(one, 'SIGKILL');
    } catch {
      // It ended with its parent.
    }
  }
}

function parentOf(name: string): number {
  try {
    const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return -1;
  }
}
