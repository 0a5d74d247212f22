import { RECORDINGS, startReplay, type Replay } from '@madang/localnet';
import { startTamperingProxy } from '@madang/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databases } from '../test/databases.ts';
import { follow, SOON } from '../test/follow.ts';
import { idle, probe, probed } from '../test/probe.ts';
import { headVersion, readStatus } from './index.ts';

// The recording ends at 1951; what its last block did is sealed by a block that is not there.
const LAST_SEALED = 1950;
const TRANSACTIONS = 8662;

let replay: Replay;
const open = databases();

beforeAll(async () => {
  replay = await startReplay({ recording: RECORDINGS.chain });
});

afterAll(() => replay.stop());

describe('the engine', () => {
  it('writes every transaction of the recorded chain up to the last sealed block', async () => {
    const database = await open();
    const following = follow(database, replay.url, [probe()]);
    await following.until(LAST_SEALED);
    await following.stop();
    expect((await probed(database)).rows).toBe(TRANSACTIONS);
  });

  it('writes a projection anew when its version went up, and refuses one that went down', async () => {
    const database = await open();
    const first = follow(database, replay.url, [probe()]);
    await first.until(300);
    await first.stop();
    const before = await probed(database);
    const head = Number(await headVersion(database));
    const node = await startReplay({ recording: RECORDINGS.chain, startHeight: head + 1 });
    let written = -1;
    const anew = probe({
      version: 2,
      apply: async (batch, tx) => {
        await probe().apply(batch, tx);
        written = batch.blocks.at(-1)?.block.height ?? -1;
      },
    });
    const second = follow(database, node.url, [anew]);
    await expect.poll(() => written, SOON).toBe(head);
    await second.until(head);
    await second.stop();
    await node.stop();
    expect(await probed(database)).toEqual(before);
    await expect(follow(database, replay.url, [probe({ version: 1 })]).ended).rejects.toMatchObject({
      code: 'INDEXER_PROJECTION_NEWER',
    });
  });

  it('tells the new height in the transaction that writes it', async () => {
    const database = await open();
    const told: string[] = [];
    const listening = await database.listen('madang', (payload) => told.push(payload));
    const following = follow(database, replay.url, [probe()]);
    await following.until(LAST_SEALED);
    await following.stop();
    await expect.poll(() => told, SOON).toContain(`chain.height ${LAST_SEALED}`);
    await listening.stop();
  });

  it('waits for a node that is away, says so, and goes on when it is back', async () => {
    const database = await open();
    let away = false;
    const proxy = await startTamperingProxy(replay.url, (answer) => (away ? null : answer));
    const following = follow(database, proxy.url, [probe()], { limits: { rowsPerBatch: 500 } });
    try {
      await following.until(100);
      away = true;
      await expect
        .poll(() => readStatus(database), SOON)
        .toMatchObject({ state: 'waiting', waitingFor: 'node' });
      expect((await readStatus(database)).reason).toMatch(/cannot be reached/);
      away = false;
      await following.until(LAST_SEALED);
    } finally {
      await following.stop();
      await proxy.stop();
    }
    expect((await probed(database)).rows).toBe(TRANSACTIONS);
  });

  it('says which projection failed at which blocks, and ends', async () => {
    const database = await open();
    const failing = idle('failing', ({ blocks }) =>
      blocks.some(({ block }) => block.height === 70)
        ? Promise.reject(new Error('no room for 70'))
        : Promise.resolve(),
    );
    const limits = { blocksPerBatch: 20 };
    await expect(follow(database, replay.url, [probe(), failing], { limits }).ended).rejects.toMatchObject({
      code: 'INDEXER_PROJECTION_FAILED',
      message: expect.stringMatching(/blocks 60 to 79 .* failing failed .* no room for 70$/) as string,
    });
    expect(await readStatus(database)).toMatchObject({ state: 'stopped', indexedHeight: 59 });
  });
});
