import { printable } from '@madang/errors';
import type { Death, ReadyRole } from './child.ts';

/** What a person who starts the house sees. */
export interface Screen {
  open(): void;
  progress(role: string, line: string): void;
  ready(role: string, ready: ReadyRole): void;
  running(): void;
  died(role: string, death: Death, backOffMs?: number): void;
  stopping(role: string): void;
  hurrying(): void;
  stopped(): void;
}

const REPEAT_MS = 10_000;

/**
 * Lines for people on standard error. On a terminal the last line is the progress of the moment and is written over;
 * elsewhere the same progress is written at most every ten seconds. The address goes to standard output, for scripts.
 */
export function createScreen(
  terminal: boolean,
  write: (text: string) => void,
  print: (text: string) => void,
): Screen {
  const startedAt = Date.now();
  const lastSaid = new Map<string, number>();
  let transient = false;
  let address = '';

  return {
    open: () => line('마당 Madang'),
    progress(role, text) {
      const now = Date.now();
      if (terminal) {
        write(`\r\u001b[2K  ${padded(role)} ${printable(text, 160)}`);
        transient = true;
      } else if (now - (lastSaid.get(role) ?? 0) >= REPEAT_MS) {
        lastSaid.set(role, now);
        line(`  ${padded(role)} ${printable(text)}`);
      }
    },
    ready(role, { says }) {
      if (role === 'http') address = says ?? '';
      line(`  ${padded(role)} ${says ?? 'ready'}`);
    },
    running() {
      line(
        `Ready after ${((Date.now() - startedAt) / 1000).toFixed(1)} s. Open this address; Ctrl-C stops everything.`,
      );
      clear();
      print(`${address}\n`);
    },
    died(role, death, backOffMs) {
      const how =
        death.signal === null ? `exit code ${death.code ?? 'unknown'}` : `killed by ${death.signal}`;
      line(`  ${padded(role)} ended (${how})${death.text === null ? '' : `\n${indented(death.text)}`}`);
      if (backOffMs !== undefined) line(`  ${padded(role)} starts again in ${backOffMs / 1000} s`);
    },
    stopping: (role) => line(`  ${padded(role)} stopping`),
    hurrying: () => line('Hurrying: everything but the database ends now.'),
    stopped: () => line('Stopped. Everything is kept; start again to go on.'),
  };

  function line(text: string): void {
    clear();
    write(`${text}\n`);
  }

  function clear(): void {
    if (transient) write('\r\u001b[2K');
    transient = false;
  }
}

function padded(role: string): string {
  return role.padEnd(9);
}

function indented(text: string): string {
  return printable(text, 8000).replace(/^/gm, '    ');
}
