import { createHash } from 'node:crypto';

// PostgreSQL keeps 63 bytes of a name.
const LABEL_LENGTH = 40;
const HASH_LENGTH = 16;
// A prepared statement takes memory in every server process until its connection ends.
const MOST_NAMES = 500;

/** Names for prepared statements: the label, for people who look into the server, and a hash of the text. */
export interface StatementNames {
  /** Undefined when there are too many texts already: a program makes them without end, and they run unprepared. */
  nameOf(label: string, text: string): string | undefined;
  /** Makes all names anew, so that every connection prepares its statements again. */
  renew(): void;
}

export function createStatementNames(): StatementNames {
  const names = new Map<string, string>();
  let generation = 0;
  return {
    nameOf: (label, text) => {
      const known = names.get(text);
      if (known !== undefined) return known;
      if (names.size >= MOST_NAMES) return undefined;
      const hash = createHash('sha256')
        .update(`${generation} ${text}`)
        .digest('base64url')
        .slice(0, HASH_LENGTH);
      const name = `${label.replaceAll(/[^\w.-]+/g, '_').slice(0, LABEL_LENGTH)}:${hash}`;
      names.set(text, name);
      return name;
    },
    renew: () => {
      generation += 1;
      names.clear();
    },
  };
}
