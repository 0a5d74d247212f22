import { loadRecording, RECORDINGS, startReplay, type Replay, type StreamFault } from '@madang/localnet';
import { startTamperingProxy } from '@madang/testkit';
import { afterEach, describe, expect, it } from 'vitest';
import { databases } from '../test/databases.ts';
import { follow, SOON } from '../test/follow.ts';
import { probe } from '../test/probe.ts';
import { readStatus } from './index.ts';

const recording = await loadRecording(RECORDINGS.chain);
const open = databases();
const replays: Replay[] = [];

async function start(settings: Omit<Parameters<typeof startReplay>[0], 'recording'>): Promise<Replay> {
  const replay = await startReplay({ recording, startHeight: 40, ...settings });
  replays.push(replay);
  return replay;
}

afterEach(async () => {
  await Promise.all(replays.splice(0).map((replay) => replay.stop()));
});

/** No test waits this long: what happens does not come from polling. */
const NEVER = { pollMs: 600_000 };

describe('at the tip', () => {
  it('the engine stays one block behind, which seals what it writes', async () => {
    const database = await open();
    const node = await start({});
    const following = follow(database, node.url, [probe()]);
    for (const height of [40, 41, 45, 60]) {
      node.release(height);
      await following.until(height - 1);
      expect(await readStatus(database)).toMatchObject({ indexedHeight: height - 1 });
    }
    await expect
      .poll(() => readStatus(database), SOON)
      .toMatchObject({ state: 'live', waitingFor: 'tip', nodeHeight: 60 });
    await following.stop();
  });

  it("is woken by the node's stream", async () => {
    const database = await open();
    const node = await start({});
    const following = follow(database, node.url, [probe()], { limits: NEVER });
    await following.until(39);
    for (const height of [41, 42, 50]) {
      node.release(height);
      await following.until(height - 1);
    }
    await following.stop();
  });

  it.each<[string, StreamFault]>([
    ['leaves blocks out', { kind: 'drop' }],
    ['tells everything twice', { kind: 'duplicate' }],
    ['tells in another order', { kind: 'late' }],
    ['tells nonsense', { kind: 'garbage', text: '{"height":"0x7fffffff","hash":' }],
    ['tells of blocks that are not there', { kind: 'garbage', text: '{"height":"0x7fffff","hash":"0x00"}' }],
    ['falls silent', { kind: 'silence' }],
    ['breaks off', { kind: 'cut' }],
  ])('takes no harm from a stream that %s', async (_, fault) => {
    const database = await open();
    const node = await start({ streamFaults: (_stream, message) => (message > 1 ? fault : undefined) });
    const following = follow(database, node.url, [probe()], { limits: { pollMs: 100 } });
    for (const height of [40, 41, 42, 43, 60]) {
      node.release(height);
      await following.until(height - 1);
    }
    await following.stop();
  });

  it('says so when the node is behind what is indexed, and waits for it', async () => {
    const database = await open();
    let behind = false;
    const node = await start({ startHeight: 41 });
    const proxy = await startTamperingProxy(node.url, (answer) =>
      behind ? answer.replace(/"latest":"0x\w+"/, '"latest":"0x5"') : answer,
    );
    const following = follow(database, proxy.url, [probe()]);
    await following.until(40);
    behind = true;
    await expect
      .poll(() => readStatus(database), SOON)
      .toMatchObject({ state: 'waiting', waitingFor: 'node', indexedHeight: 40 });
    expect((await readStatus(database)).reason).toMatch(/is at height 5, behind height 40/);
    behind = false;
    node.release(51);
    await following.until(50);
    await following.stop();
    await proxy.stop();
  });
});
