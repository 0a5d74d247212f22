import { nodeNotFound } from '@madang/icon/client';
import type { Batch, SealedBlock } from '@madang/indexer';
import { createTestDatabase, type TestDatabase } from '@madang/testkit';
import { join } from 'node:path';
import { trackerProjection } from '../src/chain/tracker.projection.ts';
import { tracker } from '../src/index.ts';

/** What a node says, by method and address; for `icx_call`, by the name of the contract's method and the address. */
export type NodeWords = Readonly<Record<string, unknown>>;

/** The explorer's tables, filled by its projection from blocks that a test makes up. */
export interface TrackerRows {
  readonly test: TestDatabase;
  /** One batch. What the node is not said to say, it refuses. */
  write(blocks: readonly SealedBlock[], words?: NodeWords): Promise<void>;
  reset(): Promise<void>;
}

export async function createTrackerRows(): Promise<TrackerRows> {
  const test = await createTestDatabase({
    migrations: [{ schema: 'tracker', folder: join(tracker.folder, 'migrations') }],
  });
  return {
    test,
    async write(blocks, words = {}) {
      const asked = await trackerProjection.wants.ask?.(blocks, test.database);
      const known = new Set(asked?.map((question) => JSON.stringify(question)));
      const answer: Batch['answer'] = (question) => {
        if (!known.has(JSON.stringify(question))) throw new TypeError('It was not asked for.');
        const key = keyOf(question);
        return key in words ? { result: words[key] } : { error: nodeNotFound(REFUSAL) };
      };
      await test.database.transaction((tx) => trackerProjection.apply({ blocks, answer }, tx));
    },
    reset: () => test.database.transaction((tx) => trackerProjection.reset(tx)),
  };
}

const REFUSAL = { url: 'http://node.invalid/api/v3', method: 'any', rpcCode: -31004, said: 'not found' };

function keyOf({ method, params }: Parameters<Batch['answer']>[0]): string {
  if (method !== 'icx_call') return `${method} ${String(params['address'])}`;
  return `${(params['data'] as { method: string }).method} ${String(params['to'])}`;
}
