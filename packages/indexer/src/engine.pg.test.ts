import { RECORDINGS, startReplay, type Replay } from '@madang/localnet';
import { sql, type Database } from '@madang/pg';
import { createTestDatabase, startTamperingProxy, type TestDatabase } from '@madang/testkit';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { follow } from '../test/follow.ts';
import { probe, PROBE_MIGRATIONS, probed } from '../test/probe.ts';
import { brokenChain, nodePruned, otherChain, readStatus, type Question } from './index.ts';

// The recording ends at 1951; what its last block did is sealed by a block that is not there.
const LAST_SEALED = 1950;
const TRANSACTIONS = 8662;

let replay: Replay;
let straight: { rows: number; digest: string | null };
const opened: TestDatabase[] = [];

async function open(): Promise<Database> {
  const test = await createTestDatabase({ migrations: PROBE_MIGRATIONS });
  opened.push(test);
  return test.database;
}

beforeAll(async () => {
  replay = await startReplay({ recording: RECORDINGS.chain });
  const database = await open();
  const following = follow(database, replay.url, [probe()]);
  await following.until(LAST_SEALED);
  await following.stop();
  straight = await probed(database);
});

afterEach(async () => {
  await Promise.all(opened.splice(0).map((test) => test.drop()));
});

afterAll(async () => {
  await replay.stop();
});

describe('the engine', () => {
  it('writes every transaction of the recorded chain up to the last sealed block', () => {
    expect(straight.rows).toBe(TRANSACTIONS);
  });

  it('writes the same rows whatever the batches', async () => {
    for (const limits of [
      { rowsPerBatch: 1, blocksPerBatch: 1 },
      { rowsPerBatch: 137, blocksPerBatch: 1000 },
      { rowsPerBatch: 1_000_000, blocksPerBatch: 7 },
    ]) {
      const database = await open();
      const following = follow(database, replay.url, [probe()], limits);
      await following.until(limits.blocksPerBatch === 1 ? 400 : LAST_SEALED);
      await following.stop();
      if (limits.blocksPerBatch !== 1) expect(await probed(database)).toEqual(straight);
      else expect((await probed(database)).rows).toBeGreaterThan(0);
    }
  });

  it('loses nothing and doubles nothing when it is stopped and when writing fails half-way', async () => {
    const database = await open();
    let calls = 0;
    const failing = probe({
      async apply(batch, tx) {
        await probe().apply(batch, tx);
        // Rows are written and then the transaction must not be committed: three times in a row, now and then.
        if (calls++ % 5 < 2) throw new Error('the disk is pulled out');
      },
    });
    for (let height = 0; height < LAST_SEALED;) {
      const following = follow(database, replay.url, [failing], { rowsPerBatch: 900 });
      await Promise.race([
        following.ended,
        following.until(Math.min(LAST_SEALED, height + 500)).then(() => following.stop()),
      ]).catch(() => undefined);
      await following.ended.catch(() => undefined);
      height = (await readStatus(database)).indexedHeight ?? 0;
    }
    expect(await probed(database)).toEqual(straight);
  });

  it('lets a projection that came later catch up and then join the others', async () => {
    const database = await open();
    const first = follow(database, replay.url, [probe({ name: 'early', apply: () => Promise.resolve() })]);
    await first.until(700);
    await first.stop();
    const batches: [string, number, number][] = [];
    const noting = (name: string) =>
      probe({
        name,
        apply: async (batch, tx) => {
          batches.push([name, batch.blocks[0]!.block.height, batch.blocks.at(-1)!.block.height]);
          if (name === 'late') await probe().apply(batch, tx);
        },
      });
    const both = follow(database, replay.url, [noting('early'), noting('late')]);
    await both.until(LAST_SEALED);
    await both.stop();
    expect(await probed(database)).toEqual(straight);
    const early = batches.filter(([name]) => name === 'early');
    const late = batches.filter(([name]) => name === 'late');
    expect(early[0]![1]).toBeGreaterThan(700);
    // From the joining on, both get the very same batches.
    expect(late.slice(-early.length).map(([, from, to]) => [from, to])).toEqual(
      early.map(([, from, to]) => [from, to]),
    );
  });

  it('writes a projection anew when its version went up, and refuses one that went down', async () => {
    const database = await open();
    const first = follow(database, replay.url, [probe()]);
    await first.until(300);
    await first.stop();
    const second = follow(database, replay.url, [probe({ version: 2 })]);
    await second.until(LAST_SEALED);
    await second.stop();
    expect(await probed(database)).toEqual(straight);
    await expect(follow(database, replay.url, [probe({ version: 1 })]).ended).rejects.toMatchObject({
      code: 'INDEXER_PROJECTION_NEWER',
    });
  });

  it('stays one block behind the tip while blocks come', async () => {
    const live = await startReplay({ recording: RECORDINGS.chain, startHeight: 40 });
    const database = await open();
    const following = follow(database, live.url, [probe()]);
    try {
      for (const height of [40, 41, 45, 60]) {
        live.release(height);
        await following.until(height - 1);
        expect(await readStatus(database)).toMatchObject({ indexedHeight: height - 1 });
      }
      await expect
        .poll(() => readStatus(database))
        .toMatchObject({ state: 'live', waitingFor: 'tip', nodeHeight: 60 });
    } finally {
      await following.stop();
      await live.stop();
    }
  });

  it('tells the new height in the transaction that writes it', async () => {
    const database = await open();
    const told: string[] = [];
    const listening = await database.listen('madang', (payload) => told.push(payload));
    const following = follow(database, replay.url, [probe()]);
    await following.until(LAST_SEALED);
    await following.stop();
    await expect.poll(() => told).toContain(`chain.height ${LAST_SEALED}`);
    await listening.stop();
  });

  it('waits for a node that is away, says so, and goes on when it is back', async () => {
    const database = await open();
    let away = false;
    const proxy = await startTamperingProxy(replay.url, (answer) => (away ? null : answer));
    const following = follow(database, proxy.url, [probe()], { rowsPerBatch: 500 });
    try {
      await following.until(100);
      away = true;
      await expect
        .poll(() => readStatus(database), { timeout: 30_000 })
        .toMatchObject({ state: 'waiting', waitingFor: 'node' });
      expect((await readStatus(database)).reason).toMatch(/cannot be reached/);
      away = false;
      await following.until(LAST_SEALED);
    } finally {
      await following.stop();
      await proxy.stop();
    }
    expect(await probed(database)).toEqual(straight);
  });
});

describe('what is asked beside blocks and receipts', () => {
  it('is asked ahead, about the state after the block, and handed over with the batch', async () => {
    const database = await open();
    const question: Question = {
      method: 'icx_getScoreApi',
      params: { address: 'cx0e52c284bf87d1c7552861cdad07fb7298aa67de' },
    };
    const install = 0x2d;
    const given = new Map<number, string>();
    const requests: string[] = [];
    const proxy = await startTamperingProxy(replay.url, (answer, request) => {
      if (request.includes('icx_getScoreApi')) requests.push(request);
      return answer;
    });
    const asking = probe({
      wants: { ask: ({ block }) => (Math.abs(block.height - install) <= 1 ? [question] : []) },
      apply: (batch) => {
        for (const sealed of batch.blocks) {
          if (Math.abs(sealed.block.height - install) > 1) continue;
          const answer = batch.answer(sealed, question);
          given.set(sealed.block.height, answer.error === undefined ? 'an api' : answer.error.code);
        }
        return Promise.resolve();
      },
    });
    const following = follow(database, proxy.url, [asking]);
    await following.until(install + 1);
    await following.stop();
    await proxy.stop();
    expect([...given]).toEqual([
      [install - 1, 'NODE_NOT_FOUND'],
      [install, 'an api'],
      [install + 1, 'an api'],
    ]);
    expect(requests.join()).toContain(`"height":"0x${(install + 1).toString(16)}"`);
  });
});

describe('a node that must not be followed', () => {
  async function expectRefused(
    database: Database,
    url: string,
    kind: { code: string },
    reason: RegExp,
  ): Promise<void> {
    await expect(follow(database, url, [probe()]).ended).rejects.toMatchObject({
      code: kind.code,
      message: expect.stringMatching(reason) as string,
    });
    expect(await readStatus(database)).toMatchObject({ state: 'stopped', waitingFor: null });
    expect((await readStatus(database)).reason).toMatch(reason);
  }

  it('another chain than the one in the database stops it before a row is written', async () => {
    const database = await open();
    const first = follow(database, replay.url, [probe()]);
    await first.until(200);
    await first.stop();
    const before = await probed(database);
    const other = await startReplay({ recording: RECORDINGS.auditChain });
    await expectRefused(database, other.url, otherChain, /network 0x53.*network 0x7/);
    await other.stop();
    expect(await probed(database)).toEqual(before);
  });

  it('a chain with the same network id but another beginning is told apart', async () => {
    const database = await open();
    const first = follow(database, replay.url, [probe()]);
    await first.until(50);
    await first.stop();
    const twin = await startTamperingProxy(replay.url, (answer) =>
      answer.replaceAll('6c3420ddc79b3c39f4f4ad9ed7ae9bff758b602c6227a87070cf929ffc7fa8e4', 'ab'.repeat(32)),
    );
    await expectRefused(database, twin.url, otherChain, /genesis 0xabab/);
    await twin.stop();
  });

  it('a pruned node is refused at the first start', async () => {
    const database = await open();
    const pruned = await startTamperingProxy(replay.url, (answer) =>
      answer.replace('"earliest":"0x0"', '"earliest":"0x64"'),
    );
    await expectRefused(database, pruned.url, nodePruned, /from height 100 on only/);
    await pruned.stop();
    expect(await database.rows('none', sql`select nid from indexer.chain`)).toEqual([]);
  });

  it.each([
    [
      'a block that does not follow',
      (text: string) =>
        text.replaceAll(/"prev_block_hash":"936632af[0-9a-f]*"/g, `"prev_block_hash":"${'cd'.repeat(32)}"`),
      /previous hash/,
    ],
    [
      'a receipt that names another block',
      (text: string) => text.replace('"blockHeight":"0x25"', '"blockHeight":"0x26"'),
      /names height 38/,
    ],
    [
      'a receipt that names another place',
      (text: string) => text.replace('"txIndex":"0x1"', '"txIndex":"0x2"'),
      /names index 2, not 1/,
    ],
  ])('%s stops it, and nothing of its batch is written', async (_what, tamper, reason) => {
    const database = await open();
    const lying = await startTamperingProxy(replay.url, tamper);
    await expectRefused(database, lying.url, brokenChain, reason);
    await lying.stop();
    expect((await probed(database)).rows).toBeLessThanOrEqual(1);
  });
});
