import { resolveSettings } from '@madang/config';
import { RECORDINGS, startReplay, type Replay } from '@madang/localnet';
import { createRegistry } from '@madang/telemetry';
import { createTestDatabase, startTamperingProxy, type TestDatabase } from '@madang/testkit';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { silent, SOON } from '../test/follow.ts';
import { probe, probed } from '../test/probe.ts';
import { chainSettings, indexRole, readStatus } from './index.ts';

const PROBE = { schema: 'probe', folder: import.meta.dirname.replace(/src$/, 'test') };

let replay: Replay;
let test: TestDatabase;

beforeAll(async () => {
  replay = await startReplay({ recording: RECORDINGS.chain });
});
afterAll(() => replay.stop());
beforeEach(async () => {
  test = await createTestDatabase();
});
afterEach(() => test.drop());

function context(node: string | null, dataFolder = '/nowhere/at/all') {
  const flags = new Map(node === null ? [] : [['node', node]]);
  const progress: string[] = [];
  return {
    settings: resolveSettings([chainSettings], { flags, environment: {}, file: null }),
    log: silent,
    registry: createRegistry(),
    dataFolder,
    channel: 'madang',
    databaseUrl: () => test.url,
    lines: progress,
    progress: (line: string) => void progress.push(line),
  };
}

const role = indexRole({ projections: [probe()], schemas: [PROBE] });

describe('the index role', () => {
  it('migrates an empty database, follows the chain and tells how far it is', async () => {
    const given = context(replay.url);
    const running = await role.start(given);
    await expect
      .poll(() => readStatus(test.database), SOON)
      .toMatchObject({ indexedHeight: 1950, state: 'live' });
    await running.stop();
    expect((await probed(test.database)).rows).toBe(8662);
    expect(given.lines.at(-1)).toMatch(/^height 1,950 of 1,951 .* live$/);
    expect(await given.registry.metrics()).toMatch(/madang_indexer_indexed_height(\{.*\})? 1950/);
  });

  it('lets a second one wait until the first is gone, and then go on', async () => {
    const live = await startReplay({ recording: RECORDINGS.chain, startHeight: 100 });
    const first = await role.start(context(live.url));
    await expect.poll(() => readStatus(test.database), SOON).toMatchObject({ indexedHeight: 99 });
    const waiting = context(live.url);
    const second = await role.start(waiting);
    await expect
      .poll(() => waiting.lines, SOON)
      .toContain('another process indexes this database; waiting for it to end');
    live.release(120);
    await expect.poll(() => readStatus(test.database), SOON).toMatchObject({ indexedHeight: 119 });
    expect(waiting.lines).toHaveLength(1);
    await first.stop();
    live.release(140);
    await expect.poll(() => readStatus(test.database), SOON).toMatchObject({ indexedHeight: 139 });
    await second.stop();
    await live.stop();
  });

  it('needs a node when it runs alone', async () => {
    await expect(role.start(context(null))).rejects.toMatchObject({ code: 'INDEXER_NO_NODE' });
    await expect(role.start(context('replay:somewhere'))).rejects.toMatchObject({ code: 'INDEXER_NO_NODE' });
  });
});

describe('at the start', () => {
  it('another chain than the one in the database is refused, and nothing is written', async () => {
    const first = await role.start(context(replay.url));
    await expect.poll(() => readStatus(test.database), SOON).toMatchObject({ indexedHeight: 1950 });
    await first.stop();
    const before = await probed(test.database);
    const other = await startReplay({ recording: RECORDINGS.auditChain });
    await expect(role.start(context(other.url))).rejects.toMatchObject({ code: 'INDEXER_OTHER_CHAIN' });
    await other.stop();
    expect(await probed(test.database)).toEqual(before);
  });

  it('a pruned node is refused, before anything is made when nothing is there yet', async () => {
    const pruned = await startTamperingProxy(replay.url, (answer) =>
      answer.replace('"earliest":"0x0"', '"earliest":"0x64"'),
    );
    await expect(role.preflight(context(pruned.url))).rejects.toMatchObject({ code: 'INDEXER_NODE_PRUNED' });
    await expect(role.start(context(pruned.url))).rejects.toMatchObject({ code: 'INDEXER_NODE_PRUNED' });
    await pruned.stop();
  });

  it('a node that is away is waited for', async () => {
    const running = await role.start(context('http://127.0.0.1:9/api/v3'));
    await expect
      .poll(() => readStatus(test.database), SOON)
      .toMatchObject({ state: 'waiting', waitingFor: 'node' });
    await running.stop();
  });
});

describe('before the start', () => {
  const NOBODY = 'http://127.0.0.1:9/api/v3';

  it('a node that does not answer ends it when nothing is kept, and is waited for otherwise', async () => {
    await expect(role.preflight(context(NOBODY))).rejects.toMatchObject({ code: 'NODE_UNREACHABLE' });
    await expect(role.preflight(context(NOBODY, import.meta.dirname))).resolves.toBeUndefined();
  });

  it('something that is no ICON node ends it in any case', async () => {
    const page = await startTamperingProxy(replay.url, () => '<!doctype html><title>Welcome</title>');
    await expect(role.preflight(context(page.url, import.meta.dirname))).rejects.toMatchObject({
      code: 'NODE_NOT_ICON',
    });
    await page.stop();
  });

  it('looks at no node when the house serves a recording itself', async () => {
    await expect(role.preflight(context(null))).resolves.toBeUndefined();
  });
});
