import { loadRecording, RECORDINGS, startReplay, type Fault, type Replay } from '@madang/localnet';
import { pgErrors, type Database } from '@madang/pg';
import { randomFrom, testProgram } from '@madang/testkit';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabases } from '../test/databases.ts';
import { follow, SOON } from '../test/follow.ts';
import { labelled, labels } from '../test/labels.ts';
import { idle, probe, probed, type Written } from '../test/probe.ts';
import { headVersion } from './index.ts';

const LAST_SEALED = 700;
const recording = await loadRecording(RECORDINGS.chain);
const open = testDatabases();

let replay: Replay;
let straight: { transactions: Written; contracts: Written };

async function written(database: Database): Promise<typeof straight> {
  return { transactions: await probed(database), contracts: await labelled(database) };
}

beforeAll(async () => {
  replay = await startReplay({ recording, startHeight: LAST_SEALED + 1 });
  const { database } = await open();
  const following = follow(database, replay.url, [probe(), labels]);
  await following.until(LAST_SEALED);
  await following.stop();
  straight = await written(database);
});
afterAll(() => replay.stop());

describe('the rows are those of a straight run', () => {
  it('which are many', () => {
    expect(straight.transactions.rows).toBeGreaterThan(3000);
    expect(straight.contracts.rows).toBeGreaterThan(5);
  });

  // One that stays the same, and one that nobody has seen.
  const SEEDS = [1, Math.floor(Math.random() * 2 ** 31)];

  it.each(SEEDS)('in random batches, stopped now and then (seed %i)', async (seed) => {
    const random = randomFrom(seed);
    const { database } = await open();
    for (let height = 0; height < LAST_SEALED; height = Number(await headVersion(database))) {
      const limits = { rowsPerBatch: 1 + random(1500), blocksPerBatch: 1 + random(200) };
      const following = follow(database, replay.url, [probe(), labels], { limits });
      await following.until(Math.min(LAST_SEALED, height + random(400)));
      await following.stop();
    }
    expect(await written(database)).toEqual(straight);
  });

  it.each(SEEDS)('with faults of the node and its network, and of what writes (seed %i)', async (seed) => {
    const random = randomFrom(seed);
    const { database } = await open();
    let [broken, spoilt, asked, applied] = [0, 0, 0, 0];
    const faulty = await startReplay({
      recording,
      startHeight: LAST_SEALED + 1,
      faults: (_, body) =>
        asked++ % 20 === 5 || random(40) === 0 ? (spoilt++, faultOf(body, random)) : undefined,
    });
    const failing = probe({
      async apply(batch, tx) {
        await probe().apply(batch, tx);
        // Rows are written and then the transaction is not committed.
        if ((applied++ % 8 === 2 || random(4) === 0) && broken++ < 20)
          throw pgErrors.connectionLost({ reason: 'pulled out' });
      },
    });
    const following = follow(database, faulty.url, [failing, labels], {
      limits: { rowsPerBatch: 300, longestBackOffMs: 5 },
      client: { patienceMs: 0, maxBatchLimit: 10 },
    });
    await following.until(LAST_SEALED);
    await following.stop();
    await faulty.stop();
    expect(await written(database)).toEqual(straight);
    expect(Math.min(broken, spoilt)).toBeGreaterThan(0);
  });

  it.each(SEEDS)('with one projection added late (seed %i)', async (seed) => {
    const random = randomFrom(seed);
    const { database } = await open();
    const first = follow(database, replay.url, [probe(), idle('third')], { limits: { blocksPerBatch: 50 } });
    await first.until(random(LAST_SEALED - 100));
    await first.stop();
    const limits = { rowsPerBatch: 1 + random(800) };
    const all = follow(database, replay.url, [probe(), labels, idle('third')], { limits });
    await all.until(LAST_SEALED, 'probe', 'labels', 'third');
    await all.stop();
    expect(await written(database)).toEqual(straight);
  });

  it('with a process that is killed in the middle of its work', async () => {
    const { database, url } = await open();
    const program = await testProgram(join(import.meta.dirname, '../test/index-until-killed.ts'));
    const random = randomFrom(Date.now());
    let kills = 0;
    for (let height = -1; height < LAST_SEALED; height = Number(await headVersion(database))) {
      const child = spawn(process.execPath, [...program, replay.url, url]);
      const ended = once(child, 'exit');
      const goal = kills < 3 ? Math.min(LAST_SEALED, height + 100) : LAST_SEALED;
      await expect.poll(async () => Number(await headVersion(database)), SOON).toBeGreaterThanOrEqual(goal);
      await new Promise((resolve) => setTimeout(resolve, random(20)));
      child.kill('SIGKILL');
      expect(await ended).toEqual([null, 'SIGKILL']);
      kills += 1;
    }
    expect(await written(database)).toEqual(straight);
    expect(kills).toBeGreaterThan(1);
  });
});

/** A fault that passes. What a node may lie about without being found out, the state, it does not lie about. */
function faultOf(body: string, random: (bound: number) => number): Fault | undefined {
  const item = random(10);
  const any: readonly Fault[] = [
    { kind: 'status', status: 503 },
    { kind: 'status', status: 429, retryAfter: '0' },
    { kind: 'truncate' },
    { kind: 'disconnect' },
    { kind: 'delay', ms: 20 },
    { kind: 'reverse' },
    { kind: 'drop', item },
    { kind: 'duplicate', item },
    { kind: 'error', item, code: -32603, message: 'InternalError: no luck' },
    { kind: 'error', item, code: -31003, message: 'Executing: Executing' },
  ];
  const ofChain: readonly Fault[] = [
    { kind: 'swap', items: [item, random(10)] },
    { kind: 'error', item, code: -31004, message: 'NotFound: E1005:no block' },
  ];
  const faults = body.includes('icx_call') ? any : [...any, ...ofChain];
  return faults[random(faults.length)];
}
