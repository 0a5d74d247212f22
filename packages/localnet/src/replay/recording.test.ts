import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { loadRecording, RECORDINGS } from '../index.ts';

const folders: string[] = [];
afterEach(async () => {
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true })));
});

describe('a recording that comes with the package', () => {
  it.each([
    { name: 'chain', folder: RECORDINGS.chain, blocks: 1952, transactions: 8663 },
    { name: 'audit-chain', folder: RECORDINGS.auditChain, blocks: 183, transactions: 23 },
  ])('$name loads whole', async ({ folder, blocks, transactions }) => {
    const { chain } = await loadRecording(folder);
    expect(chain.blocks).toHaveLength(blocks);
    expect(chain.transactions.size).toBe(transactions);
  });
});

describe('a folder that is no recording', () => {
  it('is missing', async () => {
    await expect(loadRecording('/nowhere/at all')).rejects.toMatchObject({
      code: 'LOCALNET_RECORDING_MISSING',
      message: expect.stringContaining('/nowhere/at all') as string,
    });
  });

  it.each(['blocks.ndjson.gz', 'receipts.ndjson.gz', 'state.json'])('lacks %s', async (name) => {
    const folder = await copy();
    await rm(join(folder, name));
    await expect(loadRecording(folder)).rejects.toMatchObject({
      code: 'LOCALNET_RECORDING_MISSING',
      message: expect.stringContaining(join(folder, name)) as string,
    });
  });

  it('is empty', async () => {
    const folder = await copy();
    await change(folder, 'blocks.ndjson.gz', () => []);
    await expect(loadRecording(folder)).rejects.toMatchObject({ code: 'LOCALNET_RECORDING_EMPTY' });
  });
});

describe('a damaged recording is refused, naming file, line and fault:', () => {
  it.each([
    ['a file that breaks off', 'blocks.ndjson.gz', (file: Buffer) => file.subarray(0, -100), /unpacked/],
    ['a file that is not compressed', 'receipts.ndjson.gz', (file: Buffer) => gunzipSync(file), /unpacked/],
    [
      'a file of noise',
      'receipts.ndjson.gz',
      () => gzipSync(Buffer.alloc(500, 0xff)),
      /line 1: the line is not JSON/,
    ],
    ['a state that is not JSON', 'state.json', (file: Buffer) => file.subarray(0, -1), /not JSON/],
    ['a state that is a list', 'state.json', () => Buffer.from('[]'), /not a JSON object/],
    ['a state without network', 'state.json', () => Buffer.from('{}'), /network/],
  ] as const)('%s', async (_, name, spoil, message) => {
    const folder = await copy();
    const path = join(folder, name);
    await writeFile(path, spoil(await readFile(path)));
    await expect(loadRecording(folder)).rejects.toMatchObject({
      code: 'LOCALNET_RECORDING_CORRUPT',
      message: expect.stringMatching(message) as string,
      details: expect.objectContaining({ path }) as object,
    });
  });

  it.each([
    [
      'a gap',
      'blocks.ndjson.gz',
      (lines: string[]) => lines.toSpliced(5, 1),
      /line 6: height 6 in place of 5/,
    ],
    [
      'a block of another chain',
      'blocks.ndjson.gz',
      (lines: string[]) => lines.with(5, lines[5]!.replace(/"prev_block_hash":"./, '"prev_block_hash":"x')),
      /line 6: .*prev_block_hash/,
    ],
    [
      'a chain that does not begin at its genesis',
      'blocks.ndjson.gz',
      (lines: string[]) => lines.with(0, lines[0]!.replace('"accounts"', '"from":"hx1","accounts"')),
      /line 1: the first block has no genesis/,
    ],
    [
      'no block but text',
      'blocks.ndjson.gz',
      (lines: string[]) => lines.with(3, '"block"'),
      /line 4: block is "block"/,
    ],
    [
      'a missing receipt',
      'receipts.ndjson.gz',
      (lines: string[]) => lines.slice(1),
      /the receipt of transaction 0x.* is missing/,
    ],
    [
      'a receipt twice',
      'receipts.ndjson.gz',
      (lines: string[]) => [...lines, lines[0]!],
      /line 23: a second receipt/,
    ],
    [
      'a receipt of no transaction',
      'receipts.ndjson.gz',
      (lines: string[]) => lines.with(2, lines[2]!.replaceAll(/"txHash":"0x./g, '"txHash":"0xf')),
      /line 3: transaction 0x.* is in no block/,
    ],
    [
      'a receipt of another place',
      'receipts.ndjson.gz',
      (lines: string[]) => lines.with(2, lines[2]!.replace('"txIndex":"0x0"', '"txIndex":"0x9"')),
      /line 3: the receipt of .* another place/,
    ],
  ] as const)('%s', async (_, name, spoil, message) => {
    const folder = await copy();
    await change(folder, name, spoil);
    await expect(loadRecording(folder)).rejects.toMatchObject({
      code: 'LOCALNET_RECORDING_CORRUPT',
      message: expect.stringMatching(message) as string,
    });
  });
});

/** A copy of the small recording, in a folder whose name is a trap. */
async function copy(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), '녹음 100% #1 '));
  folders.push(folder);
  await cp(RECORDINGS.auditChain, folder, { recursive: true });
  return folder;
}

async function change(
  folder: string,
  name: string,
  edit: (lines: string[]) => readonly string[],
): Promise<void> {
  const path = join(folder, name);
  const lines = gunzipSync(await readFile(path))
    .toString('utf8')
    .trimEnd()
    .split('\n');
  await writeFile(
    path,
    gzipSync(
      edit(lines)
        .map((line) => `${line}\n`)
        .join(''),
    ),
  );
}
