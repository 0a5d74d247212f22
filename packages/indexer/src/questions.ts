import type { NodeClient } from '@madang/icon/client';
import type { Queryable } from '@madang/pg';
import { answersTo } from './answers.ts';
import { blaming } from './blame.ts';
import type { Batch, NodeAnswer, Projection, Question, SealedBlock } from './projection.ts';

/** Who is asked, and where projections look up what they asked before. */
export interface Asking {
  readonly client: NodeClient;
  readonly database: Queryable;
  readonly signal: AbortSignal;
}

/** Asks the node everything that the projections want to know about these blocks; a question of several is asked once. */
export async function askAhead(
  { client, database, signal }: Asking,
  projections: readonly Projection[],
  blocks: readonly SealedBlock[],
): Promise<Batch> {
  const wanted = new Map<string, Question>();
  for (const projection of projections) {
    const asked = await blaming(projection, blocks, async () => projection.wants.ask?.(blocks, database));
    for (const question of asked ?? []) wanted.set(keyOf(question), question);
  }
  const given = await answersTo(client, [...wanted.values()], signal);
  const answers = new Map([...wanted.keys()].map((key, i) => [key, given[i]]));
  return { blocks, answer: (question) => found(answers, question) };
}

function keyOf({ height, method, params }: Question): string {
  return JSON.stringify([height, method, params]);
}

function found(answers: ReadonlyMap<string, NodeAnswer | undefined>, question: Question): NodeAnswer {
  const answer = answers.get(keyOf(question));
  if (answer === undefined)
    throw new TypeError(
      `${question.method} was never asked about height ${question.height}: wants.ask must return it.`,
    );
  return answer;
}
