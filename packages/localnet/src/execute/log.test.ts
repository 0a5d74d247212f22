import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { RECORDINGS } from '../replay/recording.ts';
import { bloomOf } from './bloom.ts';
import { nodeLog } from './log.ts';

interface Receipt {
  readonly eventLogs: readonly {
    readonly scoreAddress: string;
    readonly indexed: readonly string[];
    readonly data: readonly string[];
  }[];
  readonly logsBloom: string;
}

/** Events that the node itself writes, and not a contract. */
const EVENTS = /^(?:ICX|Deposit|Term|Revision|StepPrice|MaxStepLimit|Account)\w+\(/;

it('has of the events of the node itself the bytes that recorded bloom filters are made of', () => {
  const receipts = gunzipSync(readFileSync(new URL('receipts.ndjson.gz', RECORDINGS.chain)))
    .toString()
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Receipt)
    .filter(({ eventLogs }) => eventLogs.every(({ indexed }) => EVENTS.test(indexed[0] ?? '')))
    .filter(({ eventLogs }) => eventLogs.length > 0);
  const signatures = receipts.flatMap(({ eventLogs }) => eventLogs.map(({ indexed }) => indexed[0]));
  expect(signatures).toContain('DepositAdded(bytes,Address,int,int)');
  const wrong = receipts.filter(({ eventLogs, logsBloom }) => {
    const logs = eventLogs.map(({ scoreAddress, indexed: [signature = '', ...indexed], data }) =>
      nodeLog(scoreAddress, signature, indexed, data),
    );
    return bloomOf(logs) !== logsBloom;
  });
  expect(wrong).toEqual([]);
});
