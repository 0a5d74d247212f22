import {
  addressToBytes,
  isAddress,
  parseInteger,
  parseReceipt,
  parseSignature,
  type EventLog,
} from '@madang/icon';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { RECORDINGS } from '../index.ts';
import { bloomOf } from './bloom.ts';
import { integerBytes } from '../scores/integer-bytes.ts';

it('is, bit for bit, that of every recorded receipt', () => {
  const lines = gunzipSync(readFileSync(new URL('receipts.ndjson.gz', RECORDINGS.chain)))
    .toString()
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { logsBloom: string });
  const wrong = lines.filter((json) => {
    const logs = parseReceipt(json).logs.map((log) => ({
      scoreAddress: log.address,
      indexedBytes: log.indexed.map((value, i) => bytesOf(log, value, i)),
    }));
    return bloomOf(logs) !== json.logsBloom;
  });
  expect(lines.length).toBeGreaterThan(8000);
  expect(wrong).toEqual([]);
});

function bytesOf({ indexed }: EventLog, value: string | null, index: number): Buffer | null {
  if (value === null) return null;
  const type = parseSignature(indexed[0] ?? '')?.types[index - 1];
  if (index === 0 || type === 'str' || type === undefined) return Buffer.from(value);
  if (isAddress(value)) return addressToBytes(value);
  return type === 'bytes' ? Buffer.from(value.slice(2), 'hex') : integerBytes(parseInteger(value));
}
