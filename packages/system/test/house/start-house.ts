import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { processesWith } from './processes.ts';

/** One line of the journal that the roles keep. */
export interface Entry {
  readonly role: string;
  readonly what: string;
  readonly pid: number;
}

export interface StartedHouse {
  readonly process: ChildProcess;
  /** What it has said on standard error and printed so far. */
  readonly said: () => string;
  readonly printed: () => string;
  readonly journal: () => Entry[];
  /** Waits until this has been said. */
  untilSaid(part: string | RegExp): Promise<void>;
  /** Waits until the journal has this. */
  untilNoted(role: string, what: string | RegExp, times?: number): Promise<Entry>;
  /** How it ended. */
  readonly ended: Promise<{ readonly code: number | null; readonly signal: string | null }>;
  /** Processes of this house that are left, the house itself among them. */
  living(): number[];
  /** Waits until none is left. */
  untilGone(): Promise<void>;
  /** Kills what is left, waits until it is gone and removes the journal: whatever a test leaves would disturb the next. */
  destroy(): Promise<void>;
}

export interface HouseStart {
  /** Arguments of Node that run it. */
  readonly program: readonly string[];
  readonly argv?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** Whether we hold a channel to it, as `npm start` does. */
  readonly channel?: 'ipc' | undefined;
}

/** Starts a program of a house, marked so that all of its processes can be found. */
export function startHouse({ program, argv = [], environment = {}, channel }: HouseStart): StartedHouse {
  const mark = randomUUID();
  const folder = mkdtempSync(join(tmpdir(), 'madang-house-'));
  const journal = join(folder, 'journal');
  const child = spawn(process.execPath, [...program, ...argv], {
    env: { PATH: process.env['PATH'], ...environment, JOURNAL: journal, HOUSE_MARK: mark },
    stdio: ['ignore', 'pipe', 'pipe', channel ?? 'ignore'],
  });
  let said = '';
  let printed = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (said += text));
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (printed += text));
  const ended = new Promise<{ code: number | null; signal: string | null }>((resolve) =>
    child.once('close', (code, signal) => resolve({ code, signal })),
  );
  const entries = (): Entry[] => readEntries(journal);
  const until = async <T>(what: string, look: () => T | undefined): Promise<T> => {
    for (;;) {
      const found = look();
      if (found !== undefined) return found;
      if (child.exitCode !== null) throw new Error(`The house ended before ${what}: ${said}`);
      await sleep(20);
    }
  };
  const living = (): number[] => processesWith(`HOUSE_MARK=${mark}`);
  const untilGone = async (): Promise<void> => {
    while (living().length > 0) await sleep(20);
  };
  return {
    process: child,
    said: () => said,
    printed: () => printed,
    journal: entries,
    untilSaid: async (part) => {
      await until(`it said ${part}`, () => (new RegExp(part).test(said) ? true : undefined));
    },
    untilNoted: (role, what, times = 1) =>
      until(`${role} ${what}`, () => matching(entries(), role, what)[times - 1]),
    ended,
    living,
    untilGone,
    async destroy() {
      for (const pid of living()) process.kill(pid, 'SIGKILL');
      await untilGone();
      rmSync(folder, { recursive: true });
    },
  };
}

function readEntries(journal: string): Entry[] {
  try {
    const lines = readFileSync(journal, 'utf8').trimEnd().split('\n');
    return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Entry);
  } catch {
    return [];
  }
}

function matching(entries: readonly Entry[], role: string, what: string | RegExp): Entry[] {
  return entries.filter((entry) => entry.role === role && new RegExp(what).test(entry.what));
}
