import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { explain } from '@madang/errors';
import { openDatabase, sql } from '@madang/pg';
import { createLogger } from '@madang/telemetry';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadAdapter } from '../src/adapter/load-adapter.ts';
import { exitCodeFor, measureAndReport } from '../src/command/measure-and-report.ts';
import type { Plan } from '../src/plan/plan.ts';
import { readPlan } from '../src/plan/read-plan.ts';
import { reportOf } from '../src/report/report.ts';
import { startScratchServer, type ScratchServer } from '../src/scratch/scratch-server.ts';
import { ownPool } from '../src/scenario/arms.ts';
import { cleanUp, runOn, shortPlan } from './run-on-scratch.ts';
import { verbContext } from './verb-context.ts';

const log = createLogger({ level: 'silent' });
const folder = mkdtempSync(join(tmpdir(), 'poolbench-bad-'));
let server: ScratchServer;

beforeAll(async () => {
  server = await startScratchServer(log);
});
afterAll(async () => {
  cleanUp();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const plan = (_schema: string): Promise<Plan> =>
  Promise.resolve(shortPlan({ probes: 1 }, { scenarios: ['S1'] }));

function write(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

async function refusal(flags: Record<string, string>, planOf = plan): Promise<string> {
  const { context, said } = verbContext(folder, [], flags);
  const error: unknown = await measureAndReport(context, planOf).then(
    () => null,
    (reason: unknown) => reason,
  );
  return `${said.join('\n')}\n${error instanceof Error ? explain(error) : ''}`;
}

describe('a server that is not ours', () => {
  it('is told how much load there will be, and is left alone unless that is allowed', async () => {
    const said = await refusal({ dsn: server.url });
    expect(said).toMatch(/will measure 127\.0\.0\.1:\d+\/madang for about \d+ minutes/);
    expect(said).toContain('--yes');
    expect(said).not.toContain(server.target.password);
  });

  it('is measured when it is, and the run is kept without the password', async () => {
    const { context, printed, said } = verbContext(folder, [], { dsn: server.url, yes: 'yes' });
    expect(await measureAndReport(context, plan)).toBe(0);
    expect(printed.join('\n')).toContain('A new connection costs');
    expect(said.join('\n')).toMatch(/kept as .*\.jsonl/);
    expect(printed.join('\n') + said.join('\n')).not.toContain(server.target.password);
  });

  it.each([
    ['wrong password', (url: URL) => (url.password = 'canary-7'), /password/i],
    ['no such database', (url: URL) => (url.pathname = '/nowhere'), /nowhere/],
    ['nobody listening', (url: URL) => (url.port = '9'), /127\.0\.0\.1:9/],
  ])('says what is wrong, keeps no empty log, and tells no password: %s', async (_what, change, reason) => {
    const url = new URL(server.url);
    change(url);
    const before = readdirSync(join(folder, 'poolbench'));
    const said = await refusal({ dsn: url.href, yes: 'yes' });
    expect(said).toMatch(reason);
    expect(said).not.toContain('canary-7');
    expect(said).not.toContain(server.target.password);
    expect(readdirSync(join(folder, 'poolbench'))).toEqual(before);
  });

  it('is not written to by statements of one’s own unless that is allowed, whatever they hide it in', async () => {
    const database = openDatabase({ url: server.url, maxConnections: 1 });
    await database.transaction((tx) =>
      tx.script(
        'test.own',
        'create table if not exists kept (n integer); create sequence if not exists counted',
      ),
    );
    const own = (text: string) => (schema: string) =>
      readPlan(
        write(
          'own.yaml',
          `name: own\nscenarios: [S1]\nprobes: 1\nworkloads: [{ name: mine, statements: [{ text: "${text}" }] }]\n`,
        ),
        schema,
      );
    const flags = { dsn: server.url, yes: 'yes' };
    expect(await refusal(flags, own('insert into kept values (1)'))).toContain(
      'POOLBENCH_WRITES_NOT_ALLOWED',
    );
    expect(await refusal(flags, own("select nextval('counted')"))).toContain('POOLBENCH_WRITES_NOT_ALLOWED');
    const rows = await database.rows<{ n: number }>('test.kept', sql`select n from kept`);
    expect(rows).toEqual([]);
    await database.close();

    const { context } = verbContext(folder, [], { ...flags, 'allow-writes': 'yes' });
    expect(await measureAndReport(context, own('insert into kept values (1)'))).toBe(0);
  });
});

describe('a command line that is wrong', () => {
  it.each([
    [{ seed: 'seven' }, /--seed is "seven"/],
    [{ 'metrics-port': '99999' }, /--metrics-port is "99999"/],
    [{ dsn: 'somewhere', yes: 'yes' }, /POOLBENCH_BAD_DSN/],
  ])('%j is refused with what to write instead', async (flags, reason) => {
    expect(await refusal(flags)).toMatch(reason);
  });
});

describe('a threshold', () => {
  it('that is missed ends the run with 1, and is told; one that is reached with 0', async () => {
    const limited = (atLeastPerSecond: number) =>
      shortPlan(
        { rounds: 1, sizes: [1] },
        {
          scenarios: ['S3'],
          thresholds: [{ arm: 'pool of 1', workload: 'select', atLeastPerSecond, p99AtMostMs: null }],
        },
      );
    const missed = reportOf((await runOn(server, limited(1e9))).records);
    const reached = reportOf((await runOn(server, limited(1))).records);
    expect(missed.warnings.join('\n')).toMatch(/A threshold was missed: pool of 1 select/);
    const checksHold = (report: typeof missed): boolean =>
      !report.sections.some(({ verdicts }) =>
        verdicts.some(({ subject, answer }) => subject === 'check' && answer === 'failed'),
      );
    // A busy machine may fail a check of the run's own, which counts for more.
    expect(exitCodeFor(missed)).toBe(checksHold(missed) ? 1 : 3);
    expect(exitCodeFor(reached)).toBe(checksHold(reached) ? 0 : 3);
  });
});

describe('an adapter of one’s own', () => {
  const own = `
    export function createAdapter(arm) {
      return {
        name: arm.id, open: async () => {}, acquire: async () => ({}), query: async () => 1, release() {},
        stats: () => ({ open: 1, idle: 0, pending: 0, opened: 1, closed: 0, acquired: 0, released: 0 }), close: async () => {},
      };
    }`;

  it('is loaded from its file', async () => {
    const adapter = await loadAdapter(ownPool(write('mine.mjs', own), 3), server.target);
    expect(adapter.name).toBe('own adapter, pool of 3');
  });

  it.each([
    ['nothing.mjs', 'export const nothing = 1;', /does not export createAdapter/],
    ['half.mjs', 'export const createAdapter = () => ({ open() {} });', /has no acquire/],
    ['broken.mjs', 'export const =', /cannot be used/],
  ])('%s is refused with the reason', async (name, text, reason) => {
    await expect(loadAdapter(ownPool(write(name, text), 1), server.target)).rejects.toThrow(reason);
  });

  it('that is not there is refused', async () => {
    await expect(loadAdapter(ownPool(join(folder, 'none.mjs'), 1), server.target)).rejects.toThrow(
      /none\.mjs/,
    );
  });
});

describe('a password on the command line', () => {
  it('is in nothing that is said, and leaves the process’s title at once', async () => {
    const address = 'postgres://somebody:canary-9@127.0.0.1:9/nowhere';
    const root = join(import.meta.dirname, '../../..');
    const loader = pathToFileURL(join(root, 'tools/typescript.mjs')).href;
    const main = join(root, 'apps/madang/src/main.ts');
    const argv = ['poolbench', 'quick', '--data', folder, '--dsn', address];
    const child = spawn(process.execPath, ['--conditions=source', '--import', loader, main, ...argv], {
      cwd: folder,
      env: { PATH: process.env['PATH'], HOME: folder },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    const titles: string[] = [];
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      if (child.exitCode === null) titles.push(titleOf(child.pid!));
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    const [code] = (await once(child, 'exit')) as [number];
    expect(said).toContain('will measure 127.0.0.1:9/nowhere');
    expect(said).toContain('POOLBENCH_NOT_ALLOWED');
    expect(code).not.toBe(0);
    expect(titles.length).toBeGreaterThan(0);
    expect(said + titles.join()).not.toContain('canary-9');
  });
});

function titleOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}
