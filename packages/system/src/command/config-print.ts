import { EXIT } from '@madang/errors';
import type { CommandContext } from './command-context.ts';

/** `config print`: every setting with value and source, secrets masked. */
export function configPrint({ settings, flags }: CommandContext): Promise<number> {
  const rows = settings.print();
  if (flags.has('json')) process.stdout.write(`${JSON.stringify(rows, null, 2)}\n`);
  else {
    for (const { key, value, unit, from, doc } of rows) {
      const shown = `${value === '' ? '(not set)' : value}${unit === null ? '' : ` ${unit}`}`;
      process.stdout.write(`${key.padEnd(26)} ${shown.padEnd(24)} ${from.padEnd(26)} ${doc}\n`);
    }
  }
  return Promise.resolve(EXIT.ok);
}
