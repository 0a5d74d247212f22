import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { parseBlock, parseReceipt, type Block, type Receipt } from '../src/index.ts';

/** Blocks and receipts of a recorded chain, read with this package's own parsers. */
export async function readRecorded(folder: URL): Promise<{ blocks: Block[]; receipts: Receipt[] }> {
  const lines = async (name: string) => {
    const text = gunzipSync(await readFile(new URL(name, folder))).toString('utf8');
    return text
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
  };
  return {
    blocks: (await lines('blocks.ndjson.gz')).map(parseBlock),
    receipts: (await lines('receipts.ndjson.gz')).map(parseReceipt),
  };
}
