import { printable, printableLines } from '@madang/errors';
import type { Death, ReadyRole } from './child.ts';
import { fitWidth } from './terminal-width.ts';

/** What a person who starts the house sees. */
export interface Screen {
  open(): void;
  progress(role: string, line: string): void;
  ready(role: string, ready: ReadyRole): void;
  running(): void;
  died(role: string, death: Death, backOffMs?: number): void;
  renewing(role: string): void;
  stopping(role: string): void;
  hurrying(): void;
  stopped(): void;
}

/** Where a screen writes. */
export interface Terminal {
  /** Width of the terminal at this moment; null when it is none. */
  columns(): number | null;
  /** To standard error. */
  write(text: string): void;
  /** To standard output. */
  print(text: string): void;
}

const REPEAT_MS = 10_000;
const ERASE_LINE = '\r\u001b[2K';

/**
 * Lines for people on standard error. On a terminal the last line is the progress of the moment and is written over;
 * elsewhere the same progress is written at most every ten seconds. The address goes to standard output, for scripts.
 * What roles say is made printable: it may come from a chain, a node or a file.
 */
export function createScreen(terminal: Terminal): Screen {
  const startedAt = Date.now();
  const lastSaid = new Map<string, number>();
  let transient = false;
  let address: string | null = null;

  return {
    open: () => line('마당 Madang'),
    progress(role, said) {
      const columns = terminal.columns();
      const text = `  ${padded(role)} ${printable(said)}`;
      if (columns !== null) {
        terminal.write(ERASE_LINE + fitWidth(text, columns - 1));
        transient = true;
      } else if (Date.now() - (lastSaid.get(role) ?? -Infinity) >= REPEAT_MS) {
        lastSaid.set(role, Date.now());
        line(text);
      }
    },
    ready(role, { says }) {
      if (says !== null && URL.canParse(says)) address = says;
      line(`  ${padded(role)} ${printable(says ?? 'ready')}`);
    },
    running() {
      const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
      const next = address === null ? '' : ' Open this address;';
      line(`Ready after ${seconds} s.${next} Ctrl-C stops everything.`);
      if (address !== null) terminal.print(`${printable(address)}\n`);
    },
    died(role, death, backOffMs) {
      const how =
        death.signal === null ? `exit code ${death.code ?? 'unknown'}` : `killed by ${death.signal}`;
      line(`  ${padded(role)} ended (${how})${death.text === null ? '' : `\n${indented(death.text)}`}`);
      if (backOffMs !== undefined) line(`  ${padded(role)} starts again in ${backOffMs / 1000} s`);
    },
    renewing: (role) => line(`  ${padded(role)} starts again with what has changed`),
    stopping: (role) => line(`  ${padded(role)} stopping`),
    hurrying: () => line('Hurrying: everything but the database ends now.'),
    stopped: () => line('Stopped. Everything is kept; start again to go on.'),
  };

  function line(text: string): void {
    terminal.write(`${transient ? ERASE_LINE : ''}${text}\n`);
    transient = false;
  }
}

function padded(role: string): string {
  return role.padEnd(9);
}

function indented(text: string): string {
  return printableLines(text, 8000).replace(/^/gm, '    ');
}
