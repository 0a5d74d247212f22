import { environment } from '@madang/config';

/** Where a command runs: what it reads, and where it writes. */
export interface Surroundings {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Data, for standard output. */
  print(text: string): void;
  /** Text for people, on standard error. */
  say(text: string): void;
  /** Width of the terminal that people look at; null when standard error is none. */
  columns(): number | null;
}

/** The surroundings of this process. */
export function ownSurroundings(): Surroundings {
  for (const stream of [process.stdout, process.stderr]) {
    // Its reader has gone, or the terminal was closed. What runs does not end for that.
    stream.on('error', () => undefined);
  }
  return {
    environment: environment(),
    print: (text) => void process.stdout.write(text),
    say: (text) => void process.stderr.write(text),
    columns: () => (process.stderr.isTTY ? process.stderr.columns : null),
  };
}
