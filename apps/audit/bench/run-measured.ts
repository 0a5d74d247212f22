import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** What a process took, all that it started included. */
export interface Measured {
  readonly wallSeconds: number;
  readonly cpuSeconds: number;
  /** The largest resident set of any one process. */
  readonly peakMb: number;
  readonly output: string;
}

/** Waits as a parent does, which is told exactly what its child used; Node tells its own processes only. */
const WAIT = `import os, resource, sys, time
start = time.monotonic()
pid = os.spawnvp(os.P_NOWAIT, sys.argv[1], sys.argv[1:])
_, status, used = os.wait4(pid, 0)
print('\\nUSED', time.monotonic() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, status, file=sys.stderr)`;

/** Runs a program to its end. Its standard output is kept when `keep` says so, and thrown away as a pipe would be otherwise. */
export async function runMeasured(
  command: readonly string[],
  { keep = false, folder = '/' } = {},
): Promise<Measured> {
  const child = spawn('/usr/bin/python3', ['-c', WAIT, ...command], {
    cwd: folder,
    stdio: ['ignore', keep ? 'pipe' : 'ignore', 'pipe'],
  });
  let [output, told] = ['', ''];
  child.stdout?.on('data', (part: Buffer) => (output += part.toString()));
  child.stderr?.on('data', (part: Buffer) => (told += part.toString()));
  await once(child, 'close');
  const used = /\nUSED (\S+) (\S+) (\S+) (\d+)\s*$/.exec(told);
  if (used === null) throw new Error(`${command[0] ?? ''} could not be run: ${told.slice(-600)}`);
  const [wallSeconds = 0, cpuSeconds = 0, peakMb = 0] = used.slice(1).map(Number);
  return { wallSeconds, cpuSeconds, peakMb, output };
}
