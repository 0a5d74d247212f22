import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Target } from '../src/adapter/target.ts';
import type { Contender, Stretch } from './contender.ts';

const run = promisify(execFile);

const FIND = 'PATH="$PATH:/usr/lib/postgresql/15/bin" command -v pgbench';

/** The pgbench of this machine; null when there is none. */
export async function findPgbench(): Promise<string | null> {
  try {
    return (await run('sh', ['-c', FIND])).stdout.trim();
  } catch {
    return null;
  }
}

export interface PgbenchTerms {
  readonly name: string;
  readonly group: string;
  readonly script: string;
  /** `-M prepared -c 8`, `-C -c 8` */
  readonly options: readonly string[];
  /** Statements in one pass of the script. */
  readonly statements: number;
}

/** pgbench with a script, on a server. */
export function pgbench(program: string, target: Target, terms: PgbenchTerms): Contender {
  const folder = mkdtempSync(join(tmpdir(), 'madang-pgbench-'));
  const file = join(folder, 'script.sql');
  writeFileSync(file, terms.script);
  return {
    name: terms.name,
    group: terms.group,
    async run(seconds) {
      const args = ['-n', '-f', file, '-T', String(seconds), ...terms.options];
      const { stdout, stderr } = await run(
        'sh',
        ['-c', '"$@"; code=$?; times >&2; exit $code', 'sh', program, ...args],
        {
          env: {
            PATH: '/usr/bin:/bin',
            PGHOST: target.host,
            PGPORT: String(target.port),
            PGUSER: target.user,
            PGPASSWORD: target.password ?? '',
            PGDATABASE: target.database,
          },
        },
      );
      return stretchOf(stdout, stderr, terms.statements);
    },
    close() {
      rmSync(folder, { recursive: true, force: true });
      return Promise.resolve();
    },
  };
}

/** Its rates count passes of the script; with `-C` the one that includes connecting is the only one there is. */
function stretchOf(stdout: string, stderr: string, statements: number): Stretch {
  const number = (pattern: RegExp): number => Number(pattern.exec(stdout)?.[1] ?? NaN);
  const passes = number(/^number of transactions actually processed: (\d+)/m);
  return {
    operationsPerSecond: number(/^tps = ([\d.]+)/m) * statements,
    operations: passes * statements,
    cpuSeconds: cpuOf(stderr),
    memoryMb: null,
  };
}

/** `times` of the shell: the second line is of the children that have ended, user and system, as `0m1.234s`. */
function cpuOf(stderr: string): number | null {
  const line = stderr.trim().split('\n').at(-1) ?? '';
  const parts = [...line.matchAll(/(\d+)m([\d.]+)s/g)].map(
    ([, minutes, seconds]) => Number(minutes) * 60 + Number(seconds),
  );
  return parts.length === 2 ? parts.reduce((sum, part) => sum + part, 0) : null;
}
