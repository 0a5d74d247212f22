import type { WriteStream } from 'node:tty';
import type { Progress } from '../run/progress.ts';

/** Shows how far a run is. */
export interface ProgressLine {
  show(progress: Progress): void;
  /** Leaves the line to what comes next. */
  clear(): void;
}

const ERASE_LINE = '\r\u001b[2K';
/** Where the line cannot be written over, a new one is written this often at most. */
const REPEAT_MS = 10_000;
const BAR = 20;

/** One line that is written over on a terminal; elsewhere a line now and then. */
export function createProgressLine(stream: Pick<WriteStream, 'write' | 'isTTY' | 'columns'>): ProgressLine {
  let saidAt = -Infinity;
  return {
    show(progress) {
      const text = textOf(progress);
      if (stream.isTTY) {
        stream.write(ERASE_LINE + text.slice(0, Math.max(0, stream.columns - 1)));
        return;
      }
      if (performance.now() - saidAt < REPEAT_MS) return;
      saidAt = performance.now();
      stream.write(`${text}\n`);
    },
    clear() {
      if (stream.isTTY) stream.write(ERASE_LINE);
    },
  };
}

function textOf({ line, done, left }: Progress): string {
  const full = Math.round(done * BAR);
  const bar = '█'.repeat(full) + '░'.repeat(BAR - full);
  return `${bar} ${Math.round(done * 100)} %, about ${timeText(left)} left  ${line}`;
}

function timeText(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds));
  return whole < 90 ? `${whole} s` : `${Math.ceil(whole / 60)} min`;
}
