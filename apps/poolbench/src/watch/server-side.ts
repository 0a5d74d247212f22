import type { CellEnd, Interval } from '../record/schema/cell.schema.ts';
import { activeIn, type ActiveBackEnds } from '../server/activity.ts';

/** PostgreSQL's side of a second, or of a cell. */
export interface ServerSide {
  /** Commits per second; null where they were not counted. */
  readonly commits: number | null;
  /** Processors that the server kept busy; null where it runs elsewhere. */
  readonly processors: number | null;
  /** Back-ends of the arm that were active, on average. */
  readonly active: ActiveBackEnds;
}

/** What an interval tells of the server; null where it does not. */
export function serverSideNow({ server }: Pick<Interval, 'server'>): ServerSide | null {
  if (server === null || server === undefined) return null;
  const { commit_rate: commits, processors, active } = server;
  return { commits, processors, active };
}

const SEEN = 'seen.';
const LOOKS_PER_SECOND = 10;

/** What a cell's end tells of the server; null for a cell without a time. */
export function serverSideOf({ duration_s, cpu, server }: CellEnd): ServerSide | null {
  if (duration_s === null || duration_s === 0) return null;
  const commits = server['pg_stat_database.xact_commit'];
  const seen = Object.entries(server)
    .filter(([name]) => name.startsWith(SEEN))
    .map(([name, count]) => [name.slice(SEEN.length), Number(count)] as const);
  return {
    commits: commits === undefined || commits === null ? null : Number(commits) / duration_s,
    processors: typeof cpu?.server_s === 'number' ? cpu.server_s / duration_s : null,
    active: activeIn(seen, duration_s * LOOKS_PER_SECOND),
  };
}
