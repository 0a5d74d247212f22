import { readdirSync, readFileSync } from 'node:fs';

/** Processes that run, zombies aside, and whose environment has this variable. */
export function processesWith(variable: string): number[] {
  return allProcesses().filter((pid) => textOf(pid, 'environ').split('\0').includes(variable));
}

/** Processes that this one started and that run. */
export function childrenOf(parent: number): number[] {
  return allProcesses().filter((pid) => Number(fieldsOf(pid)[1]) === parent);
}

export function isAlive(pid: number): boolean {
  return !['Z', 'X', undefined].includes(fieldsOf(pid)[0]);
}

function allProcesses(): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => Number.isInteger(pid) && isAlive(pid));
}

// State, parent and the rest; the name before them is in parentheses and may hold anything.
function fieldsOf(pid: number): string[] {
  const stat = textOf(pid, 'stat');
  return stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .filter((field) => field !== '');
}

// A process may go while we look.
function textOf(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
