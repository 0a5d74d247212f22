import type { Bench } from '../run/bench.ts';

/** Connections for those who watch, and for the arm before that is still closing. */
const SPARE = 6;

/** Whether the server has room for so many connections of ours. Where it has not, the reader is told what was left out. */
export function hasRoomFor({ facts, notice }: Bench, connections: number, what: string): boolean {
  if (connections <= facts.freeConnections - SPARE) return true;
  notice(
    `${what} was left out: of the server's ${facts.maxConnections} connections only ${facts.freeConnections} are free. Raise max_connections to measure it.`,
  );
  return false;
}
