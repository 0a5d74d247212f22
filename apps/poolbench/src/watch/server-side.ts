import type { CellEnd } from '../record/schema/cell.schema.ts';

/** What back-ends do when somebody looks, as a chart has room for it. */
export const ACTIVITIES = ['cpu', 'io', 'lock', 'client', 'other'] as const;
export type Activity = (typeof ACTIVITIES)[number];

/** PostgreSQL's side of a cell. */
export interface ServerSide {
  /** Commits per second; null where they were not counted. */
  readonly commits: number | null;
  /** Processors that the server kept busy; null where it runs elsewhere. */
  readonly processors: number | null;
  /** Back-ends that were active, on average, by what they did. */
  readonly active: Readonly<Record<Activity, number>>;
}

const SEEN = 'seen.';
const LOOKS_PER_SECOND = 10;

/** What a cell's end tells of the server; null for a cell without a time. */
export function serverSideOf({ duration_s, cpu, server }: CellEnd): ServerSide | null {
  if (duration_s === null || duration_s === 0) return null;
  const commits = server['pg_stat_database.xact_commit'];
  const active = { cpu: 0, io: 0, lock: 0, client: 0, other: 0 };
  for (const [name, count] of Object.entries(server))
    if (name.startsWith(SEEN))
      active[activityOf(name.slice(SEEN.length))] += Number(count) / duration_s / LOOKS_PER_SECOND;
  return {
    commits: commits === undefined || commits === null ? null : Number(commits) / duration_s,
    processors: typeof cpu?.server_s === 'number' ? cpu.server_s / duration_s : null,
    active,
  };
}

/** `cpu`, or the type of a wait event before its name: `IO/WALSync`. */
function activityOf(event: string): Activity {
  const [type = ''] = event.split('/');
  return ACTIVITY_OF.get(type) ?? 'other';
}

const ACTIVITY_OF: ReadonlyMap<string, Activity> = new Map([
  ['cpu', 'cpu'],
  ['IO', 'io'],
  ['Lock', 'lock'],
  ['LWLock', 'lock'],
  ['BufferPin', 'lock'],
  ['Client', 'client'],
]);
