import { defineSettings, resolveSettings, setting } from '@madang/config';
import { createLogger } from '@madang/telemetry';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { listen } from '../test/listener.ts';
import { localnetRole, localnetSettings, RECORDINGS } from './index.ts';

const data = mkdtempSync(join(tmpdir(), 'madang-localnet-'));
afterAll(() => rmSync(data, { recursive: true }));

const house = defineSettings('', { node: setting.text({ default: null as string | null, doc: 'Node.' }) });
const role = localnetRole(house);
const RECORDED = { node: `replay:${fileURLToPath(RECORDINGS.chain)}` };
const log = createLogger({ level: 'silent' });

function context(flags: Record<string, string> = {}, dataFolder = data) {
  const settings = resolveSettings([house, localnetSettings], {
    flags: new Map(Object.entries(flags)),
    environment: {},
    file: null,
  });
  return { settings, log, dataFolder, progress: () => undefined };
}

async function latest(url: string): Promise<number> {
  const request = { jsonrpc: '2.0', id: 1, method: 'icx_getNetworkInfo' };
  const answer = await fetch(url, { method: 'POST', body: JSON.stringify(request) });
  return Number(((await answer.json()) as { result: { latest: string } }).result.latest);
}

describe('the localnet role', () => {
  it('is wanted unless a real node is named', () => {
    expect(role.wanted(context().settings)).toBe(true);
    expect(role.wanted(context({ node: 'replay:somewhere' }).settings)).toBe(true);
    expect(role.wanted(context({ node: 'http://127.0.0.1:9080/api/v3' }).settings)).toBe(false);
  });

  it('says before the start when a recording is not there', async () => {
    await expect(role.preflight(context({ node: 'replay:/nowhere/at/all' }))).rejects.toMatchObject({
      code: 'LOCALNET_RECORDING_MISSING',
    });
  });

  it('provides a node that begins inside the recording, goes on, and goes on from there at the next start', async () => {
    const paced = context({
      ...RECORDED,
      'localnet-blocks-per-second': '50',
      'localnet-start-height': '700',
    });
    const first = await role.start(paced);
    const start = await latest(first.provides.node);
    expect(start).toBeGreaterThanOrEqual(700);
    await expect.poll(() => latest(first.provides.node)).toBeGreaterThan(start + 5);
    const reached = await latest(first.provides.node);
    await first.stop();
    const second = await role.start(paced);
    expect(await latest(second.provides.node)).toBeGreaterThanOrEqual(reached);
    await second.stop();
  });

  it('gives all blocks at once when no pace is wanted', async () => {
    const running = await role.start(context({ ...RECORDED, 'localnet-blocks-per-second': '0' }));
    expect(await latest(running.provides.node)).toBe(1951);
    await running.stop();
  });

  it('streams the blocks as it releases them', async () => {
    const paced = { ...RECORDED, 'localnet-blocks-per-second': '50', 'localnet-start-height': '700' };
    const running = await role.start(context(paced, join(data, 'another')));
    const start = await latest(running.provides.node);
    const request = { height: `0x${(start + 2).toString(16)}` };
    const listener = listen(running.provides.node, 'default/block', request);
    const [answer, ...blocks] = await listener.take(6);
    expect(answer).toBe('{"code":0}\n');
    expect(blocks.map((text) => Number((JSON.parse(text) as { height: string }).height))).toEqual(
      blocks.map((_, i) => start + 2 + i),
    );
    expect(blocks).toHaveLength(5);
    await running.stop();
    expect(await listener.closed).toMatchObject({ code: 1006 });
  });

  it('makes a chain of its own when no node is named, which has a past at once and goes on', async () => {
    const flags = { 'localnet-interval': '100', 'localnet-seed': 'role' };
    const first = await role.start(context(flags));
    const height = await latest(first.provides.node);
    expect(height).toBeGreaterThanOrEqual(120);
    expect(first.says).toContain('a chain of our own');
    await expect.poll(() => latest(first.provides.node), { timeout: 10_000 }).toBeGreaterThan(height + 2);
    await first.stop();
    const second = await role.start(context(flags));
    expect(await latest(second.provides.node)).toBeGreaterThan(height + 2);
    await second.stop();
  });

  it('dates the past back, up to now', async () => {
    const running = await role.start(context({ 'localnet-seed': 'past' }));
    const timeAt = async (height: number): Promise<number> => {
      const params = { height: `0x${height.toString(16)}` };
      const request = { jsonrpc: '2.0', id: 1, method: 'icx_getBlockByHeight', params };
      const answer = await fetch(running.provides.node, { method: 'POST', body: JSON.stringify(request) });
      return ((await answer.json()) as { result: { time_stamp: number } }).result.time_stamp / 1e6;
    };
    expect((await timeAt(101)) - (await timeAt(100))).toBeCloseTo(2, 3);
    expect(Math.abs(Date.now() / 1000 - (await timeAt(120)))).toBeLessThan(60);
    await running.stop();
  });

  it('says before the start when a scenario is not there', async () => {
    await expect(role.preflight(context({ 'localnet-scenario': '/nowhere.yaml' }))).rejects.toMatchObject({
      code: 'LOCALNET_SCENARIO_UNREADABLE',
    });
  });
});
