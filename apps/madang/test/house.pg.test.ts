import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { RECORDINGS } from '@madang/localnet';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { endAllHouses, startHouse, type RunningHouse } from './running-house.ts';

const folder = mkdtempSync(join(tmpdir(), '마당 시험 '));
const data = join(folder, 'data');
/** Patience with a machine that is slow and has other things to do. */
const SOON = { timeout: 90_000, interval: 250 };
const RECORDED = ['--node', `replay:${fileURLToPath(RECORDINGS.chain)}`];
const SMALL = [...RECORDED, '--localnet-start-height', '300', '--workers', '1'];
const FAST = [...SMALL, '--localnet-blocks-per-second', '20'];
/** The recording then lasts for five minutes: while the cases follow one another, there is always a next block. */
const LASTING = [...SMALL, '--localnet-blocks-per-second', '5'];

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function indexedHeight(address: string): Promise<number> {
  const answer = await fetch(`${address}/api/tracker/v1/status`);
  return ((await answer.json()) as { indexedHeight: number | null }).indexedHeight ?? -1;
}

interface Counted {
  readonly height: number;
  readonly blocks: number;
  readonly transactions: number;
}

/** Counts of the index; null while the house cannot answer. */
async function stats(address: string): Promise<Counted | null> {
  const answer = await fetch(`${address}/api/tracker/v1/stats`).catch(() => null);
  return answer?.ok === true ? ((await answer.json()) as Counted) : null;
}

/** The first counts at this height or above it. */
async function statsFrom(address: string, height: number): Promise<Counted> {
  let counted: Counted | null = null;
  const look = async (): Promise<number> => (counted = await stats(address))?.height ?? -1;
  await expect.poll(look, SOON).toBeGreaterThanOrEqual(height);
  return counted!;
}

async function expectNoneLeft(house: RunningHouse): Promise<void> {
  await expect.poll(() => house.processes(), { timeout: 30_000 }).toEqual([]);
}

function pidsOf(house: RunningHouse, what: RegExp): number[] {
  return house
    .processes()
    .filter(({ command }) => what.test(command))
    .map(({ pid }) => pid);
}

/** Kills a process of the house and waits until another one stands in its place. */
async function killAndAwaitItsSuccessor(house: RunningHouse, what: RegExp): Promise<void> {
  // One that an earlier test killed may be waiting out its back-off.
  await expect.poll(() => pidsOf(house, what), SOON).not.toEqual([]);
  const before = pidsOf(house, what);
  process.kill(before[0]!, 'SIGKILL');
  await expect.poll(() => pidsOf(house, what).filter((pid) => !before.includes(pid)), SOON).not.toEqual([]);
}

describe('the house', { timeout: 300_000 }, () => {
  // What a failed test left running must not fail the next ones too.
  afterEach(endAllHouses);

  it('starts, shows the chain, stops on Ctrl-C without a process left, and goes on where it was', async () => {
    const port = await freePort();
    const first = startHouse(data, port, ...FAST);
    const address = await first.address();
    expect(address).toBe(`http://127.0.0.1:${port}`);
    await expect.poll(() => indexedHeight(address), SOON).toBeGreaterThan(310);
    expect(await (await fetch(address, { headers: { 'accept-language': 'en' } })).text()).toContain(
      'Explorer',
    );
    expect(await first.end('SIGINT')).toBe(0);
    expect(first.text()).toContain('Stopped. Everything is kept');
    await expectNoneLeft(first);

    const second = startHouse(data, port, ...FAST);
    expect(await indexedHeight(await second.address())).toBeGreaterThan(310);
    expect(await second.end('SIGTERM')).toBe(0);
    await expectNoneLeft(second);
  });

  it('ends with all its processes when its supervisor is killed, and starts again as if nothing had happened', async () => {
    const port = await freePort();
    for (let round = 0; round < 2; round++) {
      const house = startHouse(data, port, ...FAST);
      await house.address();
      await house.end('SIGKILL');
      await expectNoneLeft(house);
    }
    const house = startHouse(data, port, ...FAST);
    const address = await house.address();
    const counted = (await stats(address))!;
    expect(counted.blocks).toBe(counted.height + 1);
    expect(counted.transactions).toBeGreaterThan(0);
    await house.end('SIGINT');
    await expectNoneLeft(house);
  });
});

describe('a running house', { timeout: 300_000 }, () => {
  /** One for all cases: to start it takes longer than they do. */
  let shared: RunningHouse | null = null;

  beforeEach(async ({ onTestFailed }) => {
    // What a failed case left would fail the next one too, which begins anew.
    onTestFailed(() => {
      endAllHouses();
      shared = null;
    });
    shared ??= startHouse(join(folder, 'running'), await freePort(), ...LASTING);
    await shared.address();
  }, 300_000);
  afterAll(endAllHouses);

  // The local node comes last: at its new address, the roles after it start anew as well.
  it.each([
    ['PostgreSQL', /postgres -D|\/postgres .*-D/],
    ['the index', /--role index/],
    ['the web', /--role http/],
    ['the local node', /--role localnet/],
  ])('brings %s back when it is killed, and loses nothing', async (_what, pattern) => {
    const house = shared!;
    const address = await house.address();
    const before = await statsFrom(address, 1);
    await killAndAwaitItsSuccessor(house, pattern);
    const { blocks, height } = await statsFrom(address, before.height + 3);
    expect(blocks).toBe(height + 1);
  });

  it('stops on Ctrl-C without a process left', async () => {
    const house = shared!;
    shared = null;
    expect(await house.end('SIGINT')).toBe(0);
    await expectNoneLeft(house);
  });
});

describe('a start that cannot succeed', { timeout: 60_000 }, () => {
  afterEach(endAllHouses);
  const nothing = join(folder, 'never made');

  it.each([
    ['a node that is not there', ['--node', 'http://127.0.0.1:9/api/v3'], /NODE_UNREACHABLE.*127\.0\.0\.1:9/],
    ['no address of a node', ['--node', 'somewhere'], /NODE_URL_INVALID.*somewhere/],
    ['no recording', ['--node', 'replay:/nowhere'], /LOCALNET_RECORDING_MISSING.*nowhere/],
    ['a misspelt setting', ['--prot', '1'], /did you mean --port/],
    ['a setting out of range', ['--workers', '1000'], /--workers is "1000"/],
    ['no address of a database', ['--database-url', 'mysql://x'], /--database-url/],
  ])('says so and changes nothing: %s', async (_what, flags, reason) => {
    const house = startHouse(nothing, await freePort(), ...flags);
    await expect(house.address()).rejects.toThrow(reason);
    expect(readdirSync(folder)).not.toContain('never made');
    await expectNoneLeft(house);
  });

  it('says so and changes nothing: a port in use', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => taken.once('listening', resolve));
    const { port } = taken.address() as AddressInfo;
    const house = startHouse(nothing, port);
    await expect(house.address()).rejects.toThrow(/HOUSE_PORT_IN_USE.*--port/);
    expect(readdirSync(folder)).not.toContain('never made');
    await new Promise((resolve) => taken.close(resolve));
  });

  it('never shows the password of a database that does not answer', async () => {
    const house = startHouse(
      nothing,
      await freePort(),
      '--database-url',
      'postgres://user:hunter2@127.0.0.1:9/madang',
    );
    await expect(house.address()).rejects.toThrow(/PG_UNREACHABLE/);
    expect(house.text()).not.toContain('hunter2');
    await expectNoneLeft(house);
  });
});
