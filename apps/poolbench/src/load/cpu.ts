import { readdirSync, readFileSync } from 'node:fs';
import { performance, type EventLoopUtilization } from 'node:perf_hooks';

/** Seconds of CPU used up to now, and how busy the event loop was. */
export interface CpuReading {
  /** Of this process, its threads included. */
  readonly client: number;
  /** Of the server's processes, those that have ended included; null where the machine does not tell. */
  readonly server: number | null;
  readonly pooler: number | null;
  /** All processors together, ours and others'. */
  readonly machine: number | null;
  /** For {@link eventLoopSince}. */
  readonly eventLoop: EventLoopUtilization;
}

/** First processes of those that are watched, whose children count with them; null for what is elsewhere or not there. */
export interface WatchedPids {
  readonly serverPid: number | null;
  readonly poolerPid: number | null;
}

/** Ticks of the clock in which Linux counts CPU time; 100 on every common kernel (`getconf CLK_TCK`). */
const TICKS_PER_SECOND = 100;

export function readCpu({ serverPid, poolerPid }: WatchedPids): CpuReading {
  const family = (pid: number | null): number | null =>
    pid === null ? null : unlessAbsent(() => secondsOfFamily(pid));
  return {
    client: secondsOfProcess(),
    server: family(serverPid),
    pooler: family(poolerPid),
    machine: unlessAbsent(secondsOfMachine),
    eventLoop: performance.eventLoopUtilization(),
  };
}

/** Share of the time since a reading in which this thread's event loop was busy, 0 to 1: near 1 the client is the limit. */
export function eventLoopSince({ eventLoop }: Pick<CpuReading, 'eventLoop'>): number {
  return performance.eventLoopUtilization(eventLoop).utilization;
}

/** Of this process. */
export function secondsOfProcess(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** Of the thread that asks; null where the machine does not tell. */
export function secondsOfThread(): number | null {
  return unlessAbsent(() => readStat('thread-self').own / TICKS_PER_SECOND);
}

function secondsOfFamily(pid: number): number {
  // Without the first process, one that was restarted would seem to have used no time at all.
  readStat(String(pid));
  const processes = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => unlessAbsent(() => readStat(name)))
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
function readStat(entry: string): Stat {
  const text = readFileSync(`/proc/${entry}/stat`, 'utf8');
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const field = (place: number): number => Number(fields[place - 3]);
  const pid = Number.parseInt(text, 10);
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
