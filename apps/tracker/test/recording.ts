import { RECORDINGS } from '@madang/localnet';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

type Json = Record<string, unknown>;

/** The recorded chain as it was written down, read without any of our parsers: what the explorer is held against. */
export interface Recorded {
  readonly blocks: readonly Json[];
  /** By transaction hash. */
  readonly receipts: ReadonlyMap<string, Json>;
  readonly state: Json;
}

export function readRecorded(): Recorded {
  const receipts = readLines('receipts.ndjson.gz').map(
    (receipt) => [receipt['txHash'] as string, receipt] as const,
  );
  return {
    blocks: readLines('blocks.ndjson.gz'),
    receipts: new Map(receipts),
    state: JSON.parse(readFileSync(new URL('state.json', RECORDINGS.chain), 'utf8')) as Json,
  };
}

function readLines(name: string): Json[] {
  const text = gunzipSync(readFileSync(new URL(name, RECORDINGS.chain))).toString('utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Json);
}
