import type { Phrase } from '../record/schema/phrase.schema.ts';
import type { Bench } from '../run/bench.ts';
import { roomForArms } from '../server/server-facts.ts';
import { shared } from './shared.words.ts';

/** Whether the server has room for so many connections of ours. Where it has not, the reader is told what was left out. */
export function hasRoomFor({ facts, notice }: Bench, connections: number, what: Phrase): boolean {
  if (connections <= roomForArms(facts)) return true;
  notice(shared.say('noRoom', { what, most: facts.maxConnections, free: facts.freeConnections }));
  return false;
}
