import { readdirSync, readFileSync } from 'node:fs';
import { performance, type EventLoopUtilization } from 'node:perf_hooks';

/** Seconds of CPU used up to now, and how busy the event loop was. */
export interface CpuReading {
  /** Of this process, its threads included. */
  readonly client: number;
  /** Of the server's processes, those that have ended included; null where the machine does not tell. */
  readonly server: number | null;
  readonly pooler: number | null;
  /** All processors together, ours and others', without what only keeps them awake. */
  readonly machine: number | null;
  /** For {@link eventLoopSince}. */
  readonly eventLoop: EventLoopUtilization;
}

/** First processes of those that are watched, whose children count with them; null for what is elsewhere or not there. */
export interface WatchedPids {
  readonly serverPid: number | null;
  readonly poolerPid: number | null;
  /** Works only so that the processors do not sleep, and gives way to everybody. */
  readonly awakePid: number | null;
}

/** Ticks of the clock in which Linux counts CPU time; 100 on every common kernel (`getconf CLK_TCK`). */
const TICKS_PER_SECOND = 100;

export function readCpu({ serverPid, poolerPid, awakePid }: WatchedPids): CpuReading {
  const family = (pid: number | null): number | null =>
    pid === null ? null : unlessAbsent(() => secondsOfFamily(pid));
  return {
    client: secondsOfProcess(),
    server: family(serverPid),
    pooler: family(poolerPid),
    machine: unlessAbsent(() => secondsOfMachine() - (family(awakePid) ?? 0)),
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
  const first = readStat(String(pid));
  const children = childrenOf(pid).map((child) => unlessAbsent(() => readStat(child)));
  const family = [first, ...children.filter((stat) => stat !== null)];
  return family.reduce((sum, { own, reaped }) => sum + own + reaped, 0) / TICKS_PER_SECOND;
}

/** Process numbers of those that a process started. Looking at every process takes milliseconds where there are many, so the kernel is asked if it tells. */
function childrenOf(pid: number): string[] {
  const listed = unlessAbsent(() => readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8'));
  if (listed !== null) return listed.split(' ').filter((child) => child !== '');
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => unlessAbsent(() => readStat(name).parent) === pid);
}

interface Stat {
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
  return { parent: field(4), own: field(14) + field(15), reaped: field(16) + field(17) };
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
