import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { formatInteger, genesisId, isObject, type JsonObject } from '@madang/icon';
import type { NodeClient } from '@madang/icon/client';
import { alreadyRecorded, cannotRecordPruned } from '../errors.ts';
import { openLineFile, type LineFile } from './line-file.ts';
import { recordState } from './record-state.ts';
import { seenIn, type Seen } from './seen.ts';

/** What is recorded, and where. */
export interface RecordTerms {
  readonly node: NodeClient;
  /** Folder of the recording; it is there when the recording is whole. */
  readonly to: string;
  /** The last height; the newest one whose results can be had unless given. */
  readonly upTo?: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: RecordProgress) => void;
}

export interface RecordProgress {
  readonly height: number;
  readonly last: number;
  readonly transactions: number;
}

/** Blocks that are asked for at a time. */
const AT_ONCE = 50;

/**
 * Writes a recording of a node's chain, from its genesis on, in the form that a replay reads. What was interrupted goes on where it
 * was: until it is whole it is kept beside, in `<to>.part`. Throws LOCALNET_RECORDED_ALREADY for a folder that is there, and
 * LOCALNET_NODE_PRUNED for a node that has no genesis any more.
 */
export async function recordChain({
  node,
  to,
  upTo,
  signal,
  onProgress,
}: RecordTerms): Promise<RecordProgress> {
  if (await exists(to)) throw alreadyRecorded({ path: to });
  const options = signal === undefined ? {} : { signal };
  const network = await node.network(options);
  if (network.earliest > 0) throw cannotRecordPruned({ url: node.url, earliest: network.earliest });
  // The results of the newest block are not there yet.
  const last = Math.min(upTo ?? Infinity, network.latest - 1);
  const folder = `${to}.part`;
  await mkdir(folder, { recursive: true });
  const files = {
    blocks: await openLineFile(join(folder, 'blocks.ndjson')),
    receipts: await openLineFile(join(folder, 'receipts.ndjson')),
  };
  try {
    const seen = await goOn(files);
    while (files.blocks.count <= last) {
      signal?.throwIfAborted();
      const from = files.blocks.count;
      const heights = Array.from({ length: Math.min(AT_ONCE, last + 1 - from) }, (_, i) => from + i);
      await recordBlocks(node, files, { heights, seen, ...options });
      onProgress?.({ height: files.blocks.count - 1, last, transactions: files.receipts.count });
    }
    await recordGenesis(node, folder, { seen, ...options });
    const state = await recordState(node, { height: last, seen, ...options });
    await writeFile(join(folder, 'state.json'), `${JSON.stringify(state, null, 1)}\n`);
  } finally {
    await Promise.all([files.blocks.close(), files.receipts.close()]);
  }
  await pack(folder, 'blocks.ndjson');
  await pack(folder, 'receipts.ndjson');
  await rename(folder, to);
  return { height: last, last, transactions: files.receipts.count };
}

interface Files {
  readonly blocks: LineFile;
  readonly receipts: LineFile;
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** Takes up what an interrupted recording has: a block counts once the receipts of all its transactions are there. */
async function goOn({ blocks, receipts }: Files): Promise<Seen> {
  const seen = seenIn();
  let [whole, results] = [0, 0];
  for await (const line of blocks.lines()) {
    const hashes = hashesOf(JSON.parse(line));
    if (results + hashes.length > receipts.count) break;
    seen.block(JSON.parse(line));
    whole += 1;
    results += hashes.length;
  }
  await blocks.keep(whole);
  await receipts.keep(results);
  for await (const line of receipts.lines()) seen.receipt(JSON.parse(line));
  return seen;
}

interface Part {
  readonly heights: readonly number[];
  readonly seen: Seen;
  readonly signal?: AbortSignal;
}

// Receipts come first: a block without them would seem whole after a kill.
async function recordBlocks(
  node: NodeClient,
  files: Files,
  { heights, seen, ...options }: Part,
): Promise<void> {
  const blocks = await resultsOf(
    node,
    heights.map((height) => ({ method: 'icx_getBlockByHeight', params: { height: formatInteger(height) } })),
    options,
  );
  const receipts = await resultsOf(
    node,
    blocks.flatMap(hashesOf).map((txHash) => ({ method: 'icx_getTransactionResult', params: { txHash } })),
    options,
  );
  await files.receipts.append(receipts.map((receipt) => JSON.stringify(receipt)));
  await files.blocks.append(blocks.map((block) => JSON.stringify(block)));
  for (const block of blocks) seen.block(block);
  for (const receipt of receipts) seen.receipt(receipt);
}

type Requests = Parameters<NodeClient['batch']>[0];
type Options = NonNullable<Parameters<NodeClient['batch']>[1]>;

async function resultsOf(node: NodeClient, requests: Requests, options: Options): Promise<unknown[]> {
  const answers = await node.batch(requests, options);
  return answers.map((answer) => {
    if (answer.error !== undefined) throw answer.error;
    return answer.result;
  });
}

/** Ids of the transactions that have one in their block: the genesis has none. */
function hashesOf(block: unknown): string[] {
  const list = isObject(block) ? block['confirmed_transaction_list'] : undefined;
  return (Array.isArray(list) ? (list as JsonObject[]) : []).flatMap(({ txHash, tx_hash: old }) => {
    if (typeof txHash === 'string') return [txHash];
    return typeof old === 'string' ? [`0x${old}`] : [];
  });
}

/** What the node says about the genesis transaction, which is in no other file. */
async function recordGenesis(
  node: NodeClient,
  folder: string,
  { seen, ...options }: Omit<Part, 'heights'>,
): Promise<void> {
  const txHash = genesisId(seen.genesis());
  const requests = ['icx_getTransactionByHash', 'icx_getTransactionResult'].map((method) => ({
    method,
    params: { txHash },
  }));
  const answers = await resultsOf(node, requests, options);
  const lines = requests.map((request, i) =>
    JSON.stringify({
      what: i === 0 ? 'genesis transaction' : 'genesis result',
      ...{ path: '/api/v3', method: 'POST', request: { jsonrpc: '2.0', id: 1, ...request } },
      ...{ status: 200, type: 'application/json; charset=UTF-8' },
      answer: `${JSON.stringify({ jsonrpc: '2.0', result: answers[i], id: 1 })}\n`,
    }),
  );
  await writeFile(join(folder, 'rpc.ndjson'), lines.map((line) => `${line}\n`).join(''));
}

async function pack(folder: string, name: string): Promise<void> {
  const path = join(folder, name);
  await pipeline(createReadStream(path), createGzip(), createWriteStream(`${path}.gz`));
  await rm(path);
}
