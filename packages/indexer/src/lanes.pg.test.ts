import { loadRecording, RECORDINGS, startReplay, type Replay } from '@madang/localnet';
import { pgErrors, sql } from '@madang/pg';
import { afterEach, describe, expect, it } from 'vitest';
import { databases } from '../test/databases.ts';
import { follow, SOON } from '../test/follow.ts';
import { idle, probe, probed } from '../test/probe.ts';
import { headVersion, readStatus, type Batch } from './index.ts';

const recording = await loadRecording(RECORDINGS.chain);
const open = databases();
const replays: Replay[] = [];

async function nodeAt(startHeight: number): Promise<Replay> {
  const replay = await startReplay({ recording, startHeight });
  replays.push(replay);
  return replay;
}

afterEach(async () => {
  await Promise.all(replays.splice(0).map((replay) => replay.stop()));
});

/** A place where somebody waits until it is opened. */
function gate() {
  let pass = (): void => undefined;
  const opened = new Promise<void>((resolve) => (pass = resolve));
  return { opened, open: () => pass() };
}

const endsOf = ({ blocks }: Batch): [number, number] => [
  blocks[0]?.block.height ?? -1,
  blocks.at(-1)?.block.height ?? -1,
];

describe('a projection that came later', () => {
  it('catches up while the others follow the tip, and then shares their batches', async () => {
    const database = await open();
    const node = await nodeAt(701);
    const first = follow(database, node.url, [idle('early')]);
    await first.until(700);
    await first.stop();

    const late = gate();
    const batches: Record<string, [number, number][]> = { early: [], probe: [] };
    const both = follow(database, node.url, [
      idle('early', (batch) => Promise.resolve(void batches['early']?.push(endsOf(batch)))),
      probe({
        apply: async (batch, tx) => {
          await late.opened;
          batches['probe']?.push(endsOf(batch));
          await probe().apply(batch, tx);
        },
      }),
    ]);
    // The late one stands still in the middle of a batch, and the early one does not care.
    for (const tip of [702, 703, 710]) {
      node.release(tip);
      await both.until(tip - 1, 'early');
      expect(await readStatus(database, 'early')).toMatchObject({ indexedHeight: tip - 1 });
    }
    expect(await headVersion(database, 'probe')).toBe('-1');
    late.open();
    await both.until(709);
    node.release(711);
    await both.until(710);
    node.release(730);
    await both.until(729);
    await both.stop();

    const joinedAt = batches['early']?.findIndex(([from]) => from === 710) ?? -1;
    const shared = batches['early']?.slice(joinedAt) ?? [];
    expect(shared.at(-1)?.[1]).toBe(729);
    expect(batches['probe']?.slice(-shared.length)).toEqual(shared);
    const straight = await open();
    const alone = follow(straight, node.url, [probe()]);
    await alone.until(729);
    await alone.stop();
    expect(await probed(database)).toEqual(await probed(straight));
  });

  it('meets others on its way: every projection gets every block once', async () => {
    const database = await open();
    const node = await nodeAt(101);
    const names = ['first', 'second', 'third'];
    for (const [place, height] of [100, 200, 300].entries()) {
      node.release(height + 1);
      const following = follow(
        database,
        node.url,
        names.slice(0, place + 1).map((name) => idle(name)),
      );
      await following.until(height, 'first');
      await following.stop();
    }
    await database.execute(
      'apart',
      sql`
        update indexer.cursor set (height, block_hash) = (100, ${hashAt(100)}) where projection = 'second'`,
    );
    await database.execute(
      'apart',
      sql`update indexer.cursor set (height, block_hash) = (-1, null) where projection = 'third'`,
    );
    node.release(500);
    const heights = new Map<string, number[]>();
    const noting = (name: string) =>
      idle(name, ({ blocks }) => {
        const seen = blocks.map(({ block }) => block.height);
        heights.set(name, [...(heights.get(name) ?? []), ...seen]);
        return Promise.resolve();
      });
    const all = follow(database, node.url, names.map(noting), { limits: { blocksPerBatch: 30 } });
    await all.until(499);
    await all.stop();
    const from = (first: number) => Array.from({ length: 500 - first }, (_, i) => first + i);
    expect(heights.get('first')).toEqual(from(301));
    expect(heights.get('second')).toEqual(from(101));
    expect(heights.get('third')).toEqual(from(0));
  });

  it('has a status of its own', async () => {
    const database = await open();
    const node = await nodeAt(301);
    const first = follow(database, node.url, [idle('early')]);
    await first.until(300);
    await first.stop();
    const late = gate();
    const both = follow(
      database,
      node.url,
      [idle('early'), idle('late', (batch) => (endsOf(batch)[1] < 200 ? Promise.resolve() : late.opened))],
      { limits: { blocksPerBatch: 100 } },
    );
    await both.until(199, 'late');
    await expect
      .poll(() => readStatus(database, 'early'), SOON)
      .toMatchObject({ indexedHeight: 300, state: 'live' });
    await expect
      .poll(() => readStatus(database, 'late'), SOON)
      .toMatchObject({ indexedHeight: 199, state: 'backfill', nodeHeight: 301 });
    // Without a name it is about all, and so about the one that is least far.
    expect(await readStatus(database)).toMatchObject({ indexedHeight: 199, state: 'backfill' });
    expect(await headVersion(database)).toBe('199');
    expect(await headVersion(database, 'early')).toBe('300');
    expect(await headVersion(database, 'early', 'unknown')).toBe('-1');
    late.open();
    await both.until(300);
    await both.stop();
  });

  it('is no longer waited for when nobody follows it', async () => {
    const database = await open();
    const node = await nodeAt(51);
    const both = follow(database, node.url, [idle('kept'), idle('given up')]);
    await both.until(50);
    await both.stop();
    node.release(61);
    const one = follow(database, node.url, [idle('kept')]);
    await one.until(60);
    await one.stop();
    expect(await headVersion(database)).toBe('60');
    expect(await headVersion(database, 'given up')).toBe('50');
  });
});

describe('trouble of one projection', () => {
  it('that may pass holds up nobody else, is told, and is tried again', async () => {
    const database = await open();
    const node = await nodeAt(101);
    const first = follow(database, node.url, [idle('early')]);
    await first.until(100);
    await first.stop();
    let full = true;
    const both = follow(database, node.url, [
      idle('early'),
      probe({
        apply: async (batch, tx) => {
          if (full) throw pgErrors.diskFull({ reason: 'no space left' });
          await probe().apply(batch, tx);
        },
      }),
    ]);
    await expect
      .poll(() => readStatus(database, 'probe'), SOON)
      .toMatchObject({ state: 'waiting', waitingFor: 'database' });
    expect((await readStatus(database, 'probe')).reason).toMatch(/no space left/);
    node.release(121);
    await both.until(120, 'early');
    await expect.poll(() => readStatus(database, 'early'), SOON).toMatchObject({ state: 'live' });
    full = false;
    await both.until(120);
    await both.stop();
    expect((await probed(database)).rows).toBeGreaterThan(120);
  });

  it('that cannot pass ends the engine, and all statuses say why', async () => {
    const database = await open();
    const node = await nodeAt(101);
    const first = follow(database, node.url, [idle('early')]);
    await first.until(100);
    await first.stop();
    const failing = idle('late', () => Promise.reject(new Error('out of order')));
    await expect(follow(database, node.url, [idle('early'), failing]).ended).rejects.toMatchObject({
      code: 'INDEXER_PROJECTION_FAILED',
    });
    for (const name of ['early', 'late']) {
      const { state, reason } = await readStatus(database, name);
      expect([state, reason]).toEqual(['stopped', expect.stringMatching(/late failed .* out of order/)]);
    }
  });

  it('with a cursor that somebody else moved is settled by reading all cursors again', async () => {
    const database = await open();
    const node = await nodeAt(51);
    const following = follow(database, node.url, [probe()]);
    await following.until(50);
    await database.execute(
      'back',
      sql`with gone as (delete from probe.seen where height > 30)
          update indexer.cursor set (height, block_hash) = (30, ${hashAt(30)})`,
    );
    node.release(71);
    await following.until(70);
    await following.stop();
    const straight = await open();
    const alone = follow(straight, node.url, [probe()]);
    await alone.until(70);
    await alone.stop();
    expect(await probed(database)).toEqual(await probed(straight));
  });
});

function hashAt(height: number): Buffer {
  const block = JSON.parse(recording.chain.blocks[height] ?? '') as { block_hash: string };
  return Buffer.from(block.block_hash, 'hex');
}
