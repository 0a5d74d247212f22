import { RECORDINGS, startReplay, type Replay } from '@madang/localnet';
import { startTamperingProxy } from '@madang/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databases } from '../test/databases.ts';
import { follow } from '../test/follow.ts';
import { labelled, labels } from '../test/labels.ts';
import { idle } from '../test/probe.ts';
import type { Question } from './index.ts';

const LAST_SEALED = 200;

let replay: Replay;
const open = databases();

beforeAll(async () => {
  replay = await startReplay({ recording: RECORDINGS.chain, startHeight: LAST_SEALED + 1 });
});
afterAll(() => replay.stop());

describe('what is asked beside blocks and receipts', () => {
  it('is asked once for each batch, and the answers are handed over with it', async () => {
    const database = await open();
    const requests: string[] = [];
    const proxy = await startTamperingProxy(replay.url, (answer, request) => {
      if (request.includes('icx_call')) requests.push(request);
      return answer;
    });
    const following = follow(database, proxy.url, [labels], { limits: { blocksPerBatch: 7 } });
    await following.until(LAST_SEALED);
    await following.stop();
    await proxy.stop();
    const { rows } = await labelled(database);
    expect(rows).toBeGreaterThan(3);
    expect(requests.join().match(/icx_call/g)).toHaveLength(rows);
  });

  it('is the same however the chain is cut into batches', async () => {
    const written = [];
    for (const limits of [{ blocksPerBatch: 1 }, { rowsPerBatch: 100 }, { blocksPerBatch: 1000 }]) {
      const database = await open();
      const following = follow(database, replay.url, [labels], { limits });
      await following.until(LAST_SEALED);
      await following.stop();
      written.push(await labelled(database));
    }
    expect(written).toEqual([written[0], written[0], written[0]]);
  });

  it('must have been asked before it is looked up', async () => {
    const never: Question = { method: 'icx_getBalance', params: {}, height: 0 };
    const careless = idle('careless', ({ answer }) => Promise.resolve(void answer(never)));
    await expect(follow(await open(), replay.url, [careless]).ended).rejects.toThrow(
      /icx_getBalance was never asked about height 0/,
    );
  });
});
