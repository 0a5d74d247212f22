import { CodedError, defineError } from '@madang/errors';
import { nodeNotFound } from '@madang/icon/client';

export const otherChain = defineError<{
  url: string;
  nid: string;
  genesisHash: string;
  expectedNid: string;
  expectedGenesisHash: string;
}>({
  code: 'INDEXER_OTHER_CHAIN',
  status: 500,
  retry: 'never',
  message: (d) =>
    `The node at ${d.url} serves another chain (network ${d.nid}, genesis ${d.genesisHash}) than this database holds (network ${d.expectedNid}, genesis ${d.expectedGenesisHash}). Nothing was written. Use that chain's node, or another --data folder or database.`,
});

export const nodePruned = defineError<{ url: string; earliest: number; wanted: number }>({
  code: 'INDEXER_NODE_PRUNED',
  status: 500,
  retry: 'never',
  message: ({ url, earliest, wanted }) =>
    `The node at ${url} has blocks from height ${earliest} on only, but height ${wanted} is needed. Nothing was written. Use a node that keeps the whole chain.`,
});

export const nodeBehind = defineError<{ url: string; latest: number; indexed: number }>({
  code: 'INDEXER_NODE_BEHIND',
  status: 503,
  retry: 'later',
  message: ({ url, latest, indexed }) =>
    `The node at ${url} is at height ${latest}, behind height ${indexed} that is indexed. Wait until it has caught up, or use another node.`,
});

export const brokenChain = defineError<{ height: number; what: string }>({
  code: 'INDEXER_BROKEN_CHAIN',
  status: 502,
  retry: 'never',
  message: ({ height, what }) =>
    `What the node gave at height ${height} does not fit: ${what}. Nothing of it was written. Compare with another node.`,
});

export const unanswered = defineError<{ question: string; height: number; reason: string }>({
  code: 'INDEXER_UNANSWERED',
  status: 503,
  retry: 'later',
  message: ({ question, height, reason }) =>
    `What a projection asks about the state after block ${height} has no answer yet and is asked again: ${question}. If it stays so, use another node. The reason: ${reason}`,
});

export const cursorMoved = defineError<{ projection: string; height: number }>({
  code: 'INDEXER_CURSOR_MOVED',
  status: 500,
  retry: 'later',
  message: ({ projection, height }) =>
    `The cursor of ${projection} is no longer at height ${height}: another process indexed meanwhile. Nothing was written twice; the next start goes on from where it is.`,
});

export const projectionNewer = defineError<{ projection: string; version: number; found: number }>({
  code: 'INDEXER_PROJECTION_NEWER',
  status: 500,
  retry: 'never',
  message: ({ projection, version, found }) =>
    `The database holds version ${found} of the projection ${projection}; this program knows version ${version}. Use the newer program.`,
});

export const rowTwice = defineError<{ projection: string; from: number; to: number; reason: string }>({
  code: 'INDEXER_ROW_TWICE',
  status: 502,
  retry: 'never',
  message: ({ projection, from, to, reason }) =>
    `Nothing of the blocks ${from} to ${to} was written: they bring ${projection} something that it has already. If it is a transaction, the node put it into two blocks; compare with another node. The reason: ${reason}`,
});

export const projectionFailed = defineError<{ projection: string; from: number; to: number; reason: string }>(
  {
    code: 'INDEXER_PROJECTION_FAILED',
    status: 500,
    retry: 'never',
    message: ({ projection, from, to, reason }) =>
      `Nothing of the blocks ${from} to ${to} was written: the projection ${projection} failed at them. This is a fault of the program; report it. The reason: ${reason}`,
  },
);

export const noNode = defineError({
  code: 'INDEXER_NO_NODE',
  status: 500,
  retry: 'never',
  message: () =>
    'No node is named. An index role that runs alone needs --node URL; "npm start" brings a recorded chain along.',
});

export const lockLost = defineError({
  code: 'INDEXER_LOCK_LOST',
  status: 503,
  retry: 'later',
  message: () =>
    'The connection that holds the lock of the index was lost, so another process may index now. It is asked for again.',
});

/** Whether waiting may help. A block that the node should have and has not (behind a balancer) may come, too. */
export function mayPass(error: unknown): boolean {
  return nodeNotFound.is(error) || (error instanceof CodedError && error.retry === 'later');
}
