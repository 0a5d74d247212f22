import type { WriteStream } from 'node:tty';

/** Shows a few lines that change. */
export interface Screen {
  show(lines: readonly string[]): void;
}

const ERASE_BELOW = '\u001b[J';
const up = (lines: number): string => (lines === 0 ? '\r' : `\r\u001b[${lines}A`);

/** Lines on a terminal, written over in place, none longer than it is wide: a line that wraps could not be taken back. */
export function createScreen(stream: Pick<WriteStream, 'write' | 'columns'>): Screen {
  let shown = 0;
  return {
    show(lines) {
      const cut = lines.map((line) =>
        Array.from(line)
          .slice(0, Math.max(1, stream.columns - 1))
          .join(''),
      );
      stream.write(`${up(shown)}${ERASE_BELOW}${cut.map((line) => `${line}\n`).join('')}`);
      shown = cut.length;
    },
  };
}
