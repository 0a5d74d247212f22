import { formatInteger } from '@madang/icon';
import type { NodeClient } from '@madang/icon/client';
import type { Batch, NodeAnswer, Projection, Question, SealedBlock } from './projection.ts';

/**
 * Asks the node everything that the projections want to know about these blocks. A query about height H answers for the
 * state before the transactions of H (icon reference §3.4), so "after block N" is asked at N + 1, which a sealed block has.
 */
export async function askAhead(
  client: NodeClient,
  projections: readonly Projection[],
  blocks: readonly SealedBlock[],
  signal: AbortSignal,
): Promise<Batch> {
  const wanted = new Map<string, { method: string; params: Record<string, unknown> }>();
  for (const sealed of blocks) {
    for (const projection of projections) {
      for (const question of projection.wants.ask?.(sealed) ?? []) {
        const request = requestOf(sealed, question);
        wanted.set(keyOf(sealed, question), request);
      }
    }
  }
  const answers = new Map<string, NodeAnswer>();
  const given = await client.batch([...wanted.values()], { signal });
  [...wanted.keys()].forEach((key, index) => {
    const answer = given[index];
    if (answer !== undefined) answers.set(key, answer);
  });
  return { blocks, answer: (sealed, question) => found(answers, sealed, question) };
}

function requestOf(
  { block }: SealedBlock,
  { method, params }: Question,
): { method: string; params: Record<string, unknown> } {
  return { method, params: { ...params, height: formatInteger(block.height + 1) } };
}

function keyOf({ block }: SealedBlock, { method, params }: Question): string {
  return JSON.stringify([block.height, method, params]);
}

function found(
  answers: ReadonlyMap<string, NodeAnswer>,
  sealed: SealedBlock,
  question: Question,
): NodeAnswer {
  const answer = answers.get(keyOf(sealed, question));
  if (answer === undefined)
    throw new TypeError(
      `${question.method} was never asked about height ${sealed.block.height}: wants.ask must return it.`,
    );
  return answer;
}
