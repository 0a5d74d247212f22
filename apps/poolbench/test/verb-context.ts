import { resolveSettings } from '@madang/config';
import { houseSettings, type VerbContext } from '@madang/system';
import { createLogger } from '@madang/telemetry';

/** What a verb was given, and what it said. */
export interface HeardVerb {
  readonly context: VerbContext;
  readonly printed: string[];
  readonly said: string[];
}

/** A command line without a house: words, flags and a data folder. */
export function verbContext(
  data: string,
  words: readonly string[],
  flags: Readonly<Record<string, string>> = {},
): HeardVerb {
  const printed: string[] = [];
  const said: string[] = [];
  return {
    printed,
    said,
    context: {
      settings: resolveSettings([houseSettings], {
        flags: new Map([['data', data]]),
        environment: {},
        file: null,
      }),
      log: createLogger({ level: 'silent' }),
      words,
      flags: new Map(Object.entries(flags)),
      dataFolder: data,
      print: (line) => void printed.push(line),
      say: (line) => void said.push(line),
      withDatabase: () => Promise.reject(new Error('These verbs need no database.')),
    },
  };
}
