import { resolve } from 'node:path';
import { houseSettings } from '../roles/house-settings.ts';
import type { Command } from './command.ts';
import type { Verb } from './verb.ts';

/** A verb as a command. */
export function commandOfVerb(verb: Verb): Command {
  return {
    ...verb,
    run: ({ settings, log, words, flags, surroundings: { print, say } }) =>
      verb.run({
        settings,
        log,
        words,
        flags,
        dataFolder: resolve(settings.of(houseSettings).data),
        print: (line) => print(`${line}\n`),
        say: (line) => say(`${line}\n`),
        // A verb that needs no database does not load one.
        withDatabase: async (work) => (await import('./with-database.ts')).withDatabase(settings, log, work),
      }),
  };
}
