import { readdir, readFile, readlink, realpath } from 'node:fs/promises';

// Linux's /proc is the only place that tells a zombie from a process and a postmaster from a stranger with its old number.

/** Whether a process with this number runs; a zombie does not. */
export async function isAlive(pid: number): Promise<boolean> {
  const stat = await readOrUndefined(`/proc/${pid}/stat`);
  // The name before the state is in parentheses and may itself contain any of them.
  const state = stat?.slice(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3);
  return state !== undefined && state !== 'Z' && state !== 'X';
}

/**
 * Whether the process is a PostgreSQL at work in this cluster directory: every one of its processes has it as working directory.
 * Where that may not be seen, the first process still names it in its command line.
 */
export async function isServerOf(pid: number, cluster: string): Promise<boolean> {
  if (!(await isAlive(pid))) return false;
  const command = await readOrUndefined(`/proc/${pid}/comm`);
  if (command?.trim() !== 'postgres') return false;
  try {
    return (await readlink(`/proc/${pid}/cwd`)) === (await realpath(cluster));
  } catch {
    const words = (await readOrUndefined(`/proc/${pid}/cmdline`))?.split('\0') ?? [];
    return words.includes(cluster);
  }
}

/** All PostgreSQL processes at work in a cluster directory. */
export async function serversOf(cluster: string): Promise<readonly number[]> {
  const pids = (await readdir('/proc')).map(Number).filter(Number.isInteger);
  const found = await Promise.all(
    pids.map(async (pid) => ((await isServerOf(pid, cluster)) ? pid : undefined)),
  );
  return found.filter((pid) => pid !== undefined);
}

async function readOrUndefined(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').catch(() => undefined);
}
