import { printable, printableLines } from '@madang/errors';
import type { DestinationStream } from 'pino';
import { prettyFactory } from 'pino-pretty';
import { withoutPasswords } from './safe-json.ts';

const LONGEST = 100_000;

/** Lines for people. What they hold is made printable first: the printer itself undoes JSON's escapes. */
export function prettyOn(destination: DestinationStream): DestinationStream {
  const print = prettyFactory({
    colorize: true,
    ignore: 'pid,hostname',
    translateTime: 'SYS:HH:MM:ss',
    singleLine: true,
  });
  return { write: (line) => destination.write(print(printableRecord(withoutPasswords(line)))) };
}

function printableRecord(line: string): object {
  return JSON.parse(line, (key, value: unknown) => {
    // The printer indents a stack, so that its lines cannot be taken for lines of the log.
    if (typeof value === 'string')
      return key === 'stack' ? printableLines(value, LONGEST) : printable(value, LONGEST);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? withKeys(value) : value;
  }) as object;
}

function withKeys(record: object): object {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [printable(key), value as unknown]));
}
