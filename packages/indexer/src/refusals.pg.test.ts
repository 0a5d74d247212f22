import {
  loadRecording,
  RECORDINGS,
  startReplay,
  type Fault,
  type Recording,
  type Replay,
} from '@madang/localnet';
import { sql, type Database } from '@madang/pg';
import { startTamperingProxy } from '@madang/testkit';
import { afterEach, describe, expect, it } from 'vitest';
import { databases } from '../test/databases.ts';
import { follow, type Following, SOON } from '../test/follow.ts';
import { probe, probed } from '../test/probe.ts';
import { readStatus } from './index.ts';

const chain = await loadRecording(RECORDINGS.chain);
const audit = await loadRecording(RECORDINGS.auditChain);
/** Another chain with the network id of the first: only hashes tell them apart. */
const twin: Recording = { ...audit, state: { ...audit.state, network: chain.state.network } };

const open = databases();
const replays: Replay[] = [];

async function start(settings: Parameters<typeof startReplay>[0]): Promise<Replay> {
  const replay = await startReplay(settings);
  replays.push(replay);
  return replay;
}

afterEach(async () => {
  await Promise.all(replays.splice(0).map((replay) => replay.stop()));
});

/** The engine ends with this error, and the status says why. */
async function expectStopped(
  database: Database,
  { ended }: Pick<Following, 'ended'>,
  code: string,
  reason: RegExp,
): Promise<void> {
  await expect(ended).rejects.toMatchObject({ code, message: expect.stringMatching(reason) as string });
  const status = await readStatus(database);
  expect(status).toMatchObject({ state: 'stopped', waitingFor: null });
  expect(status.reason).toMatch(reason);
}

async function indexed(height: number): Promise<Database> {
  const database = await open();
  const node = await start({ recording: chain, startHeight: height + 1 });
  const following = follow(database, node.url, [probe()]);
  await following.until(height);
  await following.stop();
  return database;
}

describe('another chain', () => {
  it('is refused before a row is written', async () => {
    const database = await indexed(200);
    const before = await probed(database);
    const other = await start({ recording: audit });
    await expectStopped(
      database,
      follow(database, other.url, [probe()]),
      'INDEXER_OTHER_CHAIN',
      /network 0x53.*network 0x7/,
    );
    expect(await probed(database)).toEqual(before);
  });

  it('is told by its beginning when it has the same network id', async () => {
    const database = await indexed(50);
    const before = await probed(database);
    const other = await start({ recording: twin });
    await expectStopped(
      database,
      follow(database, other.url, [probe()]),
      'INDEXER_OTHER_CHAIN',
      /genesis 0x/,
    );
    expect(await probed(database)).toEqual(before);
  });

  it.each<[string, number, number]>([
    ['when the engine asks anew', 0, 60],
    ['by the next block, which does not follow', 60_000, 60],
    ['by its tip, which is far back', 60_000, 20],
  ])('behind the same address and network id is noticed %s', async (_, patienceMs, startHeight) => {
    const database = await open();
    const node = await start({ recording: chain, startHeight: 51 });
    const following = follow(database, node.url, [probe()], { client: { patienceMs } });
    await following.until(50);
    const before = await probed(database);
    await node.stop();
    // Without patience, the engine itself sees that the node was away.
    if (patienceMs === 0)
      await expect.poll(() => readStatus(database), SOON).toMatchObject({ state: 'waiting' });
    await start({ recording: twin, startHeight, port: Number(new URL(node.url).port) });
    await expectStopped(database, following, 'INDEXER_OTHER_CHAIN', /genesis 0x4c3cc122/);
    expect(await probed(database)).toEqual(before);
  });
});

describe('a node that must not be followed', () => {
  it('is a pruned one at the first start', async () => {
    const database = await open();
    const node = await start({ recording: chain });
    const pruned = await startTamperingProxy(node.url, (answer) =>
      answer.replace('"earliest":"0x0"', '"earliest":"0x64"'),
    );
    const following = follow(database, pruned.url, [probe()]);
    await expectStopped(database, following, 'INDEXER_NODE_PRUNED', /from height 100 on only/);
    await pruned.stop();
    expect(await database.rows('none', sql`select nid from indexer.chain`)).toEqual([]);
  });

  // Block 37 has 150 transactions and stands at place 7 of a request for ten blocks, 38 follows it without any.
  const NUMBER = '9007199254740993';
  const DEEP = '['.repeat(100_000) + ']'.repeat(100_000);
  const ofBlock37 = (fault: Fault) => (body: string) =>
    body.includes('"height":"0x25"') ? fault : undefined;
  const always = (fault: Fault) => (body: string) => (body.includes('getBlock') ? fault : undefined);

  it.each<[string, (body: string) => Fault | undefined, string, RegExp]>([
    [
      'a transaction twice in a block',
      ofBlock37({ kind: 'repeatTransaction', item: 7 }),
      'INDEXER_BROKEN_CHAIN',
      /height 37 .* stands in it twice/,
    ],
    [
      'a height beyond 2^53',
      ofBlock37({ kind: 'replace', item: 7, member: 'height', json: NUMBER }),
      'ICON_MALFORMED',
      /9007199254740993/,
    ],
    [
      'JSON nested without end',
      ofBlock37({
        kind: 'replace',
        item: 7,
        member: 'confirmed_transaction_list',
        json: `[{"data":${DEEP}}]`,
      }),
      'ICON_MALFORMED',
      /nested/,
    ],
    [
      'an answer without end',
      always({ kind: 'flood' }),
      'NODE_ANSWER_TOO_LARGE',
      /larger than 1000000 bytes/,
    ],
    ['a page', always({ kind: 'html' }), 'NODE_NOT_ICON', /not an ICON node/],
  ])('is one that gives %s', async (_, faultOf, code, reason) => {
    const database = await open();
    const node = await start({
      recording: chain,
      startHeight: 60,
      faults: (exchange, body) => (exchange > 2 ? faultOf(body) : undefined),
    });
    const following = follow(database, node.url, [probe()], { client: { maxAnswerBytes: 1_000_000 } });
    await expectStopped(database, following, code, reason);
    expect((await probed(database)).rows).toBe(0);
  });

  const changed = (from: RegExp | string, to: string) => (text: string) => text.replace(from, to);
  it.each<[string, (answer: string) => string, RegExp]>([
    [
      'a block that does not follow',
      changed(/"prev_block_hash":"936632af[0-9a-f]*"/, `"prev_block_hash":"${'cd'.repeat(32)}"`),
      /height 38 .* previous hash/,
    ],
    [
      'a transaction that is not what its id says',
      changed('"value":"0x43c33c1937564800000"', '"value":"0x43c33c1937564800001"'),
      /transaction \d+ says that its id is 0x\w{64}, but it is 0x/,
    ],
    [
      'the transaction of another block',
      (text) => moved(text, 37, 38),
      /height 38 .* the receipt of transaction 0x\w{64} names height 37/,
    ],
    [
      'a receipt that names another block',
      changed('"blockHeight":"0x25"', '"blockHeight":"0x26"'),
      /names height 38/,
    ],
    [
      'a receipt that names another place',
      changed('"txIndex":"0x1"', '"txIndex":"0x2"'),
      /names index 2, not 1/,
    ],
  ])('is one that gives %s', async (_, tamper, reason) => {
    const database = await open();
    const node = await start({ recording: chain, startHeight: 60 });
    const lying = await startTamperingProxy(node.url, tamper);
    await expectStopped(database, follow(database, lying.url, [probe()]), 'INDEXER_BROKEN_CHAIN', reason);
    await lying.stop();
    expect((await probed(database)).rows).toBe(0);
  });
});

/** The first transaction of one block, given once more by another. */
function moved(text: string, from: number, to: number): string {
  if (!text.includes(`"height":${to}`)) return text;
  const answers = [JSON.parse(text)].flat() as {
    result: { height: number; confirmed_transaction_list: unknown[] };
  }[];
  const listOf = (height: number) =>
    answers.find(({ result }) => result.height === height)?.result.confirmed_transaction_list;
  listOf(to)?.push(listOf(from)?.[0]);
  return JSON.stringify(answers);
}

describe('trouble that may pass', () => {
  const receipts = 'icx_getTransactionResult';
  const blocks = 'icx_getBlockByHeight';

  it.each<[string, string, Fault, RegExp]>([
    [
      'an error in place of a receipt',
      receipts,
      { kind: 'error', item: 3, code: -32603, message: 'InternalError: disk' },
      /failed at icx_getTransactionResult .* disk/,
    ],
    [
      'a receipt of another transaction',
      receipts,
      { kind: 'swap', items: [0, 1] },
      /the receipt of 0x\w{64} in place of 0x/,
    ],
    [
      'a block that is missing',
      blocks,
      { kind: 'error', item: 3, code: -31004, message: 'NotFound: E1005:no block' },
      /no answer to icx_getBlockByHeight/,
    ],
    ['heights out of order', blocks, { kind: 'swap', items: [4, 5] }, /block 5 in place of 4/],
    ['half an answer', receipts, { kind: 'truncate' }, /damaged/],
    ['an answer too few', receipts, { kind: 'drop', item: 1 }, /no answer to request 1/],
    ['an answer too many', receipts, { kind: 'duplicate', item: 1 }, /two answers to one request/],
    ['a node that is busy', blocks, { kind: 'status', status: 503 }, /busy/],
  ])('%s is told, and nothing is written before it is over', async (_, method, fault, reason) => {
    const database = await open();
    let well = false;
    const node = await start({
      recording: chain,
      startHeight: 60,
      // The genesis block alone, which is looked at first, is well.
      faults: (_exchange, body) =>
        !well && body.startsWith('[') && body.includes(method) ? fault : undefined,
    });
    const following = follow(database, node.url, [probe()], { client: { patienceMs: 0 } });
    await expect
      .poll(() => readStatus(database), SOON)
      .toMatchObject({ state: 'waiting', waitingFor: 'node' });
    expect((await readStatus(database)).reason).toMatch(reason);
    expect((await probed(database)).rows).toBe(0);
    well = true;
    await following.until(59);
    await following.stop();
    expect((await probed(database)).rows).toBe(rowsUpTo(59));
  });
});

function rowsUpTo(height: number): number {
  return chain.chain.blocks
    .slice(0, height + 1)
    .map((text) => (JSON.parse(text) as { confirmed_transaction_list: unknown[] }).confirmed_transaction_list)
    .reduce((sum, { length }) => sum + length, 0);
}

describe('a row that is there already', () => {
  it('ends the engine, and the reason names projection, blocks and row', async () => {
    const database = await open();
    const node = await start({ recording: chain, startHeight: 60 });
    const twice = probe({
      apply: async (batch, tx) => {
        await probe().apply(batch, tx);
        await probe().apply({ ...batch, blocks: batch.blocks.slice(-1) }, tx);
      },
    });
    const limits = { blocksPerBatch: 38 };
    await expect(follow(database, node.url, [twice], { limits }).ended).rejects.toMatchObject({
      code: 'INDEXER_ROW_TWICE',
      message: expect.stringMatching(/blocks 0 to 37 .* probe .*\(height, index\)=\(37, 0\)/) as string,
    });
    expect(await readStatus(database)).toMatchObject({ state: 'stopped', indexedHeight: null });
  });
});
