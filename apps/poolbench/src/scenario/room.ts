import type { Phrase } from '../record/schema/phrase.schema.ts';
import type { Bench } from '../run/bench.ts';
import { shared } from './shared.words.ts';

/** Connections for those who watch, and for the arm before that is still closing. */
const SPARE = 6;

/** Whether the server has room for so many connections of ours. Where it has not, the reader is told what was left out. */
export function hasRoomFor({ facts, notice }: Bench, connections: number, what: Phrase): boolean {
  if (connections <= facts.freeConnections - SPARE) return true;
  notice(shared.say('noRoom', { what, most: facts.maxConnections, free: facts.freeConnections }));
  return false;
}
