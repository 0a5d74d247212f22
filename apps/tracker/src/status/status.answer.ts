import { defineAnswer } from '@madang/system';
import { trackerHead, trackerStatus } from '../chain/head.ts';
import { readStats } from './stats.queries.ts';
import { Stats, Status, toStatus } from './status.schema.ts';

export const status = defineAnswer({
  operationId: 'getStatus',
  path: '/status',
  summary: {
    ko: '어디까지 색인했고 노드는 어디까지 왔으며 무엇을 기다리는지.',
    en: 'How far the chain is indexed, how far the node is, and what is waited for.',
  },
  reply: Status,
  version: 'volatile',
  load: async ({ sql }) => toStatus(await trackerStatus(sql)),
});

export const stats = defineAnswer({
  operationId: 'getStats',
  path: '/stats',
  summary: {
    ko: '색인한 높이까지 센 수들.',
    en: 'What has been counted up to the indexed height.',
  },
  reply: Stats,
  version: ({ sql }) => trackerHead(sql),
  load: ({ sql }) => readStats(sql),
});
