import { readFile } from 'node:fs/promises';

/** A process, told from a later one with its number by when it began: in clock ticks since the machine did. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly began: number;
}

/** The process that has this number now; undefined when none has, or only one that has ended and that nobody asked after. */
export async function identify(pid: number): Promise<ProcessIdentity | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // The name stands in brackets and may hold anything, so the fields are counted from its end on (proc(5)).
  const [state = 'X', ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const began = Number(rest[18]);
  return stat === '' || state === 'Z' || state === 'X' ? undefined : { pid, began };
}

/** Whether that very process is still there. */
export async function isAlive({ pid, began }: ProcessIdentity): Promise<boolean> {
  return (await identify(pid))?.began === began;
}

/** The words that a process was started with; none when there is no such process. */
export async function commandOf(pid: number): Promise<readonly string[]> {
  const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  return line.split('\0');
}
