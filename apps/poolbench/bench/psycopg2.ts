import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { Target } from '../src/adapter/target.ts';
import type { Contender } from './contender.ts';

const run = promisify(execFile);

/** Debian's, which has Debian's packages; another one on the PATH need not. */
const PYTHON = '/usr/bin/python3';

const Printed = z.object({
  operations: z.number(),
  seconds: z.number(),
  cpu: z.number(),
  memory: z.number(),
});

/** Whether Debian's python3-psycopg2 is there. */
export async function hasPsycopg2(): Promise<boolean> {
  return run(PYTHON, ['-c', 'import psycopg2']).then(
    () => true,
    () => false,
  );
}

/** One of the old benchmark's modes, repaired: see three_modes.py. */
export function psycopg2(target: Target, mode: 'basic' | 'single' | 'multi', clients: number): Contender {
  return {
    name: `psycopg2 ${mode}, ${clients} ${clients === 1 ? 'client' : 'threads'}`,
    group: 'select',
    async run(seconds) {
      const { stdout } = await run(
        PYTHON,
        [join(import.meta.dirname, 'three_modes.py'), mode, String(seconds), String(clients)],
        {
          env: {
            PGHOST: target.host,
            PGPORT: String(target.port),
            PGUSER: target.user,
            PGPASSWORD: target.password ?? '',
            PGDATABASE: target.database,
          },
        },
      );
      const { operations, seconds: real, cpu, memory } = Printed.parse(JSON.parse(stdout));
      return { operationsPerSecond: operations / real, operations, cpuSeconds: cpu, memoryMb: memory };
    },
    close: () => Promise.resolve(),
  };
}
