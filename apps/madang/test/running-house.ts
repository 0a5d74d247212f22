import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../../..');

export interface RunningHouse {
  readonly process: ChildProcess;
  /** Everything that was written for people so far. */
  text(): string;
  /** Waits until the address is printed; rejects with what was said when the house ends before. */
  address(): Promise<string>;
  /** Processes of this house that are alive, the supervisor and PostgreSQL included. */
  processes(): HouseProcess[];
  /** Sends a signal to the supervisor and waits for its end; the exit code. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

export interface HouseProcess {
  readonly pid: number;
  readonly command: string;
}

const started = new Set<RunningHouse>();

/** Ends whatever is still alive of the houses started here, the hard way. */
export function endAllHouses(): void {
  for (const house of started) {
    for (const { pid } of house.processes()) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // It ended by itself between the look and the kill.
      }
    }
  }
  started.clear();
}

/** What `npm start` runs: the program, built when its sources have changed. Once for all houses of a test file. */
let program: string | undefined;

function prepare(): string {
  return execFileSync(process.execPath, [join(ROOT, 'tools/prepare.mjs')], { encoding: 'utf8' }).trim();
}

/** Starts the whole house, as `npm start` does, in a data folder and on a port. */
export function startHouse(data: string, port: number, ...more: string[]): RunningHouse {
  program ??= prepare();
  const mark = randomUUID();
  const argv = ['start', '--data', data, '--port', String(port), ...more];
  const child = spawn(process.execPath, [program, ...argv], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], HOUSE_UNDER_TEST: mark },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const house: RunningHouse = {
    process: child,
    text: () => said,
    async address() {
      while (!out.includes('\n')) {
        if (child.exitCode !== null) throw new Error(`the house ended with ${child.exitCode}:\n${said}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      return out.trim();
    },
    processes: () => living().filter(({ pid, command }) => belongs(pid, mark) || command.includes(data)),
    async end(signal) {
      const ended =
        child.exitCode === null && child.signalCode === null ? once(child, 'exit') : Promise.resolve();
      child.kill(signal);
      await ended;
      return child.exitCode;
    },
  };
  started.add(house);
  return house;
}

function living(): HouseProcess[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), command: read(`/proc/${name}/cmdline`).replaceAll('\0', ' ') }))
    .filter(({ pid, command }) => command !== '' && pid !== process.pid && stateOf(pid) !== 'Z');
}

function belongs(pid: number, mark: string): boolean {
  return read(`/proc/${pid}/environ`).includes(mark);
}

function stateOf(pid: number): string {
  return /\) (\S)/.exec(read(`/proc/${pid}/stat`))?.[1] ?? 'Z';
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
