import { createLogger } from '@madang/telemetry';
import { existsSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { measure } from '../src/measure.ts';
import { quickPlan } from '../src/plan/quick.ts';
import { terminalReport } from '../src/report/terminal.ts';
import type { QuickReport } from '../src/report/quick-report.ts';
import { SCHEMA } from '../src/scratch/own-schema.ts';
import { startScratchServer, type ScratchServer } from '../src/scratch/scratch-server.ts';

const log = createLogger({ level: 'silent' });
let server: ScratchServer;
let report: QuickReport;

// The quick plan, but with fewer rounds: what is counted must be right at any length.
beforeAll(async () => {
  server = await startScratchServer(log);
  const plan = { ...quickPlan(SCHEMA), rounds: 2, cellSeconds: 0.4, warmUpSeconds: 0.2, probes: 3 };
  report = await measure({
    server,
    plan,
    seed: 7,
    say: () => undefined,
    log,
    signal: new AbortController().signal,
  });
});
afterAll(() => server.stop());

describe('a quick run', () => {
  it('counts what the server counts, to the last statement', () => {
    expect(report.agreements.map(({ workload }) => workload).sort()).toEqual(['insert', 'select']);
    for (const { sent, served } of report.agreements) {
      expect(sent).toBeGreaterThan(100);
      expect(served).toBe(sent);
    }
  });

  it('opens a connection for each operation where none is kept, and none where they are', () => {
    expect(report.cells).toHaveLength(18);
    for (const { name, cell, opensPerOperation, failed, rate } of report.cells) {
      expect([name, failed, rate > 0]).toEqual([name, 0, true]);
      // The last ones may be counted in the next cell of the arm.
      if (cell.arm.keep === 'pool') expect(opensPerOperation).toBe(0);
      else expect(opensPerOperation).toBeCloseTo(1, 1);
    }
  });

  it('knows the authentication and every stage of a connection', () => {
    const { anatomy } = report;
    expect(anatomy).toMatchObject({ authentication: 'scram-sha-256', tlsVersion: null, probes: 3 });
    const stages = anatomy!.stages.map(({ stage }) => stage);
    expect(stages).toEqual(
      expect.arrayContaining(['tcp', 'startup', 'derivation', 'backend', 'firstQuery', 'close']),
    );
  });

  it('says what it found in sentences, with the password in none of them', () => {
    const text = terminalReport(report);
    expect(text).toMatch(/A new connection costs [\d.]+ ms/);
    expect(text).toMatch(/select: a pool of 10 serves [\d.]+× \[range [\d.]+ to [\d.]+\]/);
    expect(text).toMatch(/insert: a pool of \d+ is within 5 % of the best/);
    expect(text).toContain('The server counted exactly the statements that were sent.');
    expect(text + JSON.stringify(report)).not.toContain(new URL(server.url).password);
  });

  it('calls few rounds a range and gives no percentile that the samples do not support', () => {
    expect(report.savings.map(({ kept }) => kept.interval.kind)).toEqual(['range', 'range']);
    for (const { p99, succeeded } of report.cells) if (succeeded < 10_000) expect(p99).toBeNull();
  });
});

describe('a run that is stopped', () => {
  it('tells of the rounds that were done by then, and that it was stopped', async () => {
    const stopping = new AbortController();
    const plan = { ...quickPlan(SCHEMA), rounds: 3, cellSeconds: 0.2, warmUpSeconds: 0.05, probes: 1 };
    const say = (line: string): void => {
      if (line.startsWith('round 2')) stopping.abort();
    };
    const stopped = await measure({ server, plan, seed: 7, say, log, signal: stopping.signal });
    expect(stopped.warnings).toContain('It was stopped before its plan was done.');
    expect(stopped.cells.map(({ rates }) => rates.length)).toEqual(plan.cells.map(() => 1));
    expect(terminalReport(stopped)).toContain('! It was stopped');
  });
});

describe('a scratch server', () => {
  it('leaves nothing behind', async () => {
    const before = ourFolders();
    const one = await startScratchServer(log);
    expect(ourFolders().length).toBe(before.length + 1);
    await one.stop();
    expect(ourFolders()).toEqual(before);
    expect(existsSync(`/proc/${one.pid}`)).toBe(false);
  });
});

function ourFolders(): string[] {
  return readdirSync(tmpdir()).filter((name) => name.startsWith('madang-poolbench-'));
}
