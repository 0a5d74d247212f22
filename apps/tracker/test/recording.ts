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

export function readRecorded(recording: keyof typeof RECORDINGS = 'chain'): Recorded {
  const folder = RECORDINGS[recording];
  const receipts = readLines('receipts.ndjson.gz', folder).map(
    (receipt) => [receipt['txHash'] as string, receipt] as const,
  );
  return {
    blocks: readLines('blocks.ndjson.gz', folder),
    receipts: new Map(receipts),
    state: JSON.parse(readFileSync(new URL('state.json', folder), 'utf8')) as Json,
  };
}

function readLines(name: string, folder: URL): Json[] {
  const text = gunzipSync(readFileSync(new URL(name, folder))).toString('utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Json);
}

/** The archive of the recorded NFT contract, as its deploy transaction sent it. */
export function recordedArchive(): Buffer {
  const transactions = readRecorded().blocks[53]?.['confirmed_transaction_list'] as {
    readonly dataType?: string;
    readonly data: { readonly content: string };
  }[];
  const deploy = transactions.find(({ dataType }) => dataType === 'deploy');
  return Buffer.from(deploy?.data.content.slice(2) ?? '', 'hex');
}
