import { printable, raise } from '@madang/errors';
import { formatInteger } from '@madang/icon';
import {
  nodeAnswerTooLarge,
  nodeNotFound,
  type NodeClient,
  type NodeError,
  type RpcRequest,
} from '@madang/icon/client';
import { unanswered } from './errors.ts';
import type { NodeAnswer, Question } from './projection.ts';

/** Characters of a question in a message. */
const LONGEST_QUESTION = 300;

/**
 * The answers to questions, in their order. A result is one, and so is a refusal that follows from the state: the contract
 * has no such method, fails at it, or is not there. Anything else is trouble.
 * @throws INDEXER_UNANSWERED, or what the client throws
 */
export async function answersTo(
  client: NodeClient,
  questions: readonly Question[],
  signal: AbortSignal,
): Promise<NodeAnswer[]> {
  const given = await batchOf(client, questions.map(requestOf), signal);
  return Promise.all(
    questions.map(async (question, i) => {
      const lacks = nodeNotFound.is(given[i]?.error);
      return settled(question, lacks ? await again(client, question, signal) : given[i]);
    }),
  );
}

/**
 * A query about height H answers for the state before the transactions of H (icon reference §3.4), so "after block N" is
 * asked at N + 1, which a sealed block has.
 */
function requestOf({ method, params, height }: Question): RpcRequest {
  return { method, params: { ...params, height: stateAfter(height) } };
}

function stateAfter(height: number): string {
  return formatInteger(height + 1);
}

// An answer beyond the client's bound is the contract's doing, which must not end the following of the whole chain.
async function batchOf(
  client: NodeClient,
  requests: readonly RpcRequest[],
  signal: AbortSignal,
): Promise<NodeAnswer[]> {
  try {
    return await client.batch(requests, { signal });
  } catch (error) {
    if (!nodeAnswerTooLarge.is(error)) throw error;
    if (requests.length === 1) return [{ error }];
    const alone = requests.map((request) => batchOf(client, [request], signal));
    return (await Promise.all(alone)).flat();
  }
}

/**
 * A node that is behind, or no longer has the state, says the same as one that looked and found no contract. So the
 * question is repeated together with the block in one HTTP request, which one node answers.
 */
async function again(
  client: NodeClient,
  question: Question,
  signal: AbortSignal,
): Promise<NodeAnswer | undefined> {
  const block = { method: 'icx_getBlockByHeight', params: { height: stateAfter(question.height) } };
  const [there, answer] = await client.batch([block, requestOf(question)], { signal });
  return there?.error === undefined ? answer : raise(withoutAnswer(question, there.error));
}

function settled(question: Question, answer: NodeAnswer | undefined): NodeAnswer {
  if (answer === undefined || answer.error?.retry === 'later') throw withoutAnswer(question, answer?.error);
  return answer;
}

function withoutAnswer({ method, params, height }: Question, cause: NodeError | undefined): Error {
  const reason = cause?.message ?? 'none came';
  const question = printable(`${method} ${JSON.stringify(params)}`, LONGEST_QUESTION);
  return unanswered({ question, height, reason }, cause);
}
