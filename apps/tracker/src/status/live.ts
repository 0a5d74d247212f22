import { HEIGHT_TOPIC, STATUS_TOPIC } from '@madang/indexer';
import { defineLive, type AnswerContext, type ServerEvent } from '@madang/system';
import { z } from 'zod';
import { trackerHead, trackerStatus } from '../chain/head.ts';
import { blocksAfter } from '../block/block.queries.ts';
import { Count, Hash, Height, Time } from '../schemas.ts';
import { Status, toStatus } from './status.schema.ts';

const BlockNews = z.strictObject({
  height: Height,
  hash: Hash,
  timestamp: Time,
  transactionCount: Count,
  failedTransactionCount: Count,
});

const BLOCKS_AT_ONCE = 100;

export const live = defineLive({
  operationId: 'live',
  path: '/live',
  summary: {
    ko: '서버가 보내는 이벤트: 새 블록마다 하나(id = 높이, Last-Event-ID로 빠짐없이 이어집니다), 그리고 상태의 변화.',
    en: 'Server-sent events: each new block (id = height; Last-Event-ID resumes without a gap), and changes of the status.',
  },
  events: { block: BlockNews, status: Status },
  open: (context, { lastEventId, signal }) => news(context, lastEventId, signal),
});

async function* news(
  context: AnswerContext,
  lastEventId: string | null,
  signal: AbortSignal,
): AsyncGenerator<ServerEvent> {
  const { sql, events } = context;
  // Listening starts before the first look, so that nothing falls between the two.
  const signals = events.subscribe([HEIGHT_TOPIC, STATUS_TOPIC], signal);
  const resumed = lastEventId !== null && /^\d{1,15}$/.test(lastEventId) ? Number(lastEventId) : null;
  let height = resumed ?? Number(await trackerHead(sql));
  yield { event: 'status', data: toStatus(await trackerStatus(sql)) };
  for await (const topics of signals) {
    if (topics.has(STATUS_TOPIC)) yield { event: 'status', data: toStatus(await trackerStatus(sql)) };
    for (
      let blocks = await blocksAfter(sql, height, BLOCKS_AT_ONCE);
      blocks.length > 0;
      blocks = await blocksAfter(sql, height, BLOCKS_AT_ONCE)
    ) {
      for (const block of blocks) {
        height = block.height;
        const { hash, timestamp, transactionCount, failedTransactionCount } = block;
        yield {
          event: 'block',
          id: String(height),
          data: { height, hash, timestamp, transactionCount, failedTransactionCount },
        };
      }
    }
  }
}
