import { readdirSync, readFileSync } from 'node:fs';

/** Seconds of CPU used up to now. */
export interface CpuReading {
  readonly client: number;
  /** The server's processes, those that have ended included; null where the machine does not tell. */
  readonly server: number | null;
  /** All processors together, ours and others'. */
  readonly machine: number | null;
}

/** Ticks of the clock in which Linux counts CPU time; 100 on every common kernel (`getconf CLK_TCK`). */
const TICKS_PER_SECOND = 100;

/** @param serverPid the server's first process, null for a server elsewhere */
export function readCpu(serverPid: number | null): CpuReading {
  const { user, system } = process.cpuUsage();
  return {
    client: (user + system) / 1e6,
    server: serverPid === null ? null : unlessAbsent(() => secondsOfFamily(serverPid)),
    machine: unlessAbsent(secondsOfMachine),
  };
}

function secondsOfFamily(pid: number): number {
  const processes = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => unlessAbsent(() => readStat(Number(name))))
    .filter((stat) => stat !== null);
  const family = processes.filter((stat) => stat.pid === pid || stat.parent === pid);
  return family.reduce((sum, { own, reaped }) => sum + own + reaped, 0) / TICKS_PER_SECOND;
}

interface Stat {
  readonly pid: number;
  readonly parent: number;
  readonly own: number;
  /** Of children that have ended and were waited for. */
  readonly reaped: number;
}

// The name stands in brackets and may hold anything, so the fields are counted from the last one on (proc(5)).
function readStat(pid: number): Stat {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const field = (place: number): number => Number(fields[place - 3]);
  return { pid, parent: field(4), own: field(14) + field(15), reaped: field(16) + field(17) };
}

function secondsOfMachine(): number {
  const [, ...fields] = (readFileSync('/proc/stat', 'utf8').split('\n', 1)[0] ?? '').split(/\s+/);
  const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0] = fields.map(Number);
  return (user + nice + system + irq + softirq) / TICKS_PER_SECOND;
}

function unlessAbsent<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}
