import { EXIT, printable } from '@madang/errors';
import type { Command } from './command.ts';

/** `config print`: every setting with value and source, secrets masked. */
export const configPrint: Command = {
  name: 'config print',
  summary: 'every setting with its value and where it comes from',
  examples: ['config print', 'config print --json'],
  switches: { json: 'For programs.' },
  run({ settings, flags, surroundings: { print } }) {
    const rows = settings.print();
    if (flags.has('json')) print(`${JSON.stringify(rows, null, 2)}\n`);
    else
      for (const { key, value, unit, from, doc } of rows) {
        const shown = `${value === '' ? '(not set)' : printable(value)}${unit === null ? '' : ` ${unit}`}`;
        print(`${key.padEnd(26)} ${shown.padEnd(24)} ${printable(from).padEnd(26)} ${doc}\n`);
      }
    return Promise.resolve(EXIT.ok);
  },
};
