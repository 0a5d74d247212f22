import { z } from 'zod';
import type { Answer, AnswerDefinition, Live } from './answer.ts';
import { checkDeclaration } from './declaration.ts';
import { refusingValues } from './refused-value.ts';

const NOTHING = z.strictObject({});

/**
 * Declares an answer: path, schemas in and out, what it depends on, the loader, and the page that draws it.
 *
 * ```ts
 * export const oneBlock = defineAnswer({
 *   operationId: 'getBlock', path: '/blocks/:block', summary: { ko: '…', en: 'One block by height or hash.' },
 *   params: z.strictObject({ block: BlockId }), reply: Block, version: 'sealed',
 *   load: async ({ sql }, { block }) => (await findBlock(sql, block)) ?? raise(blockNotFound({ block })),
 *   page: { path: '/blocks/:block', title: …, draw: BlockPage },
 * });
 * ```
 *
 * @throws TypeError when the declaration contradicts itself.
 */
export function defineAnswer<
  R extends z.ZodType,
  P extends z.ZodObject = typeof NOTHING,
  Q extends z.ZodObject = typeof NOTHING,
>(definition: AnswerDefinition<P, Q, R>): Answer {
  // The definition is checked where it is written; from here on inputs have been validated by the very schemas it names.
  const {
    load,
    params = NOTHING,
    query = NOTHING,
    page = null,
    ...described
  } = definition as unknown as Erased;
  const answer: Answer = {
    ...described,
    params,
    query,
    page,
    list: null,
    load: (context, input) => refusingValues(input, () => load(context, input)),
  };
  checkDeclaration(answer);
  return answer;
}

type Erased = Omit<Answer, 'params' | 'query' | 'page' | 'list'> &
  Partial<Pick<Answer, 'params' | 'query' | 'page'>>;

/** Declares a stream of server-sent events, each kind with its schema. */
export function defineLive(definition: Live): Live {
  return definition;
}
