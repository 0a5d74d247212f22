import { numberMarks } from './number-marks.ts';
import type { IniSettings } from './read-ini.ts';

/** What an INI file of psycopg-test means here. */
export interface Translation {
  /** A plan of one's own, as YAML. */
  readonly plan: string;
  /** The command that measures it. The password is nowhere in it. */
  readonly command: string;
  /** What has no counterpart, and what to do about it. */
  readonly notes: readonly string[];
}

/** psycopg-test wrote `pool - 17` and the like. */
const LETTERS_OF_VALUE = 12;

/** Translates the sections [SQL], [DB], [TIME] and [LOG]. */
export function translateIni(settings: IniSettings): Translation {
  const statements = [...(settings.get('sql') ?? [])];
  return {
    plan: [
      '# poolbench.plan.yaml: the three ways that psycopg-test compared, and the size of the pool',
      'name: from psycopg-test',
      'scenarios: [S2, S3]',
      ...(statements.length === 0 ? [] : ['workloads:', ...statements.flatMap(workloadLines)]),
    ].join('\n'),
    command: commandOf(settings, statements.length > 0),
    notes: notesOn(settings, statements),
  };
}

function workloadLines([name, statement]: readonly [string, string]): string[] {
  const { text, marks } = numberMarks(statement);
  const values = Array.from({ length: marks }, () => `{ text: ${LETTERS_OF_VALUE} }`);
  return [
    `  - name: ${quoted(name)}`,
    '    statements:',
    `      - text: ${quoted(text)}`,
    ...(marks === 0 ? [] : [`        values: [${values.join(', ')}]`]),
  ];
}

/** A string as YAML, which takes that of JSON. */
function quoted(text: string): string {
  return JSON.stringify(text);
}

function commandOf(settings: IniSettings, writes: boolean): string {
  const db = settings.get('db') ?? new Map<string, string>();
  const user = db.get('user');
  const host = db.get('host') ?? 'localhost';
  const port = db.get('port');
  const address = new URL('postgres://host');
  address.hostname = host;
  if (user !== undefined) address.username = user;
  if (port !== undefined) address.port = port;
  address.pathname = `/${encodeURIComponent(db.get('database') ?? '')}`;
  const zone = settings.get('time')?.get('timezone');
  return [
    './madang poolbench run poolbench.plan.yaml',
    `--dsn ${inShell(address.href)}`,
    ...(writes ? ['--allow-writes'] : []),
    ...(zone === undefined ? [] : [`--timezone ${inShell(zone)}`]),
  ].join(' ');
}

function inShell(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

function notesOn(settings: IniSettings, statements: readonly (readonly [string, string])[]): string[] {
  const log = settings.get('log');
  return [
    ...(settings.get('db')?.has('password') === true
      ? ['The password is not repeated: give it in PGPASSWORD, or in a file that PGPASSFILE names.']
      : []),
    ...(statements.some(([, statement]) => numberMarks(statement).marks > 0)
      ? [
          `Each ? became a parameter, for which the plan makes ${LETTERS_OF_VALUE} letters; psycopg-test wrote its own text into the statement.`,
        ]
      : []),
    ...(statements.length === 0
      ? ['There is no statement in [SQL], so the plan measures the tables of its own.']
      : []),
    ...(log?.get('logsave')?.toLowerCase() === 'false'
      ? ['logSave=False has no counterpart: the log of a run is always written.']
      : []),
    ...(log?.has('logsavepath') === true
      ? [`Logs go into the data folder (--data), not to ${log.get('logsavepath') ?? ''}.`]
      : []),
    ...(log?.get('logtype')?.toLowerCase() === 'csv'
      ? ['Logs are JSON Lines; --csv FILE writes the cells as CSV, too.']
      : []),
  ];
}
