import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** What an address leaves open, as libpq fills it: https://www.postgresql.org/docs/current/libpq-envars.html */
export interface LibpqValues {
  readonly host: string | undefined;
  readonly port: string | undefined;
  readonly user: string | undefined;
  readonly password: string | undefined;
  readonly database: string | undefined;
  readonly sslmode: string | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Values of PGHOST, PGPORT, PGUSER, PGPASSWORD, PGDATABASE and PGSSLMODE; an empty one counts as none. */
export function libpqValues(environment: Environment): LibpqValues {
  const value = (name: string): string | undefined => filled(environment[name]);
  return {
    host: value('PGHOST'),
    port: value('PGPORT'),
    user: value('PGUSER'),
    password: value('PGPASSWORD'),
    database: value('PGDATABASE'),
    sslmode: value('PGSSLMODE'),
  };
}

/** The text, unless it is empty, which libpq takes for none. */
export function filled(text: string | undefined): string | undefined {
  return text === '' ? undefined : text;
}

/** Whom a password file is asked about. */
export interface Login {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
}

/** The password that PGPASSFILE, or `~/.pgpass`, has for a login: https://www.postgresql.org/docs/current/libpq-pgpass.html */
export function passwordFromFile(environment: Environment, login: Login): string | undefined {
  const lines = linesOf(filled(environment['PGPASSFILE']) ?? join(homedir(), '.pgpass'));
  const wanted = [login.host, String(login.port), login.database, login.user];
  return lines
    .filter((line) => !line.startsWith('#'))
    .map(fieldsOf)
    .find((fields) => wanted.every((value, at) => fields[at] === '*' || fields[at] === value))?.[4];
}

function linesOf(path: string): string[] {
  try {
    return readFileSync(path, 'utf8').split(/\r?\n/);
  } catch {
    // libpq too goes on without the file.
    return [];
  }
}

// A backslash keeps the colon or backslash after it.
function fieldsOf(line: string): string[] {
  return [...line.matchAll(/(?:^|:)((?:\\.|[^\\:])*)/g)].map(([, field = '']) =>
    field.replaceAll(/\\(.)/g, '$1'),
  );
}
