import { readFileSync } from 'node:fs';
import { ADDRESS } from '@madang/icon';
import { createNodeClient, type NodeClient } from '@madang/icon/client';
import { afterEach, describe, expect, it } from 'vitest';
import { loadRecording, RECORDINGS, startReplay, type Replay, type ReplaySettings } from '../index.ts';

const chain = await loadRecording(RECORDINGS.chain);
const audit = await loadRecording(RECORDINGS.auditChain);

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

describe('a replay', () => {
  it('has the newest block without results, and nothing after it', async () => {
    const { replay, node } = await start({ recording: chain, startHeight: 500 });
    const [newest, before] = await node.blocks([500, 499]);
    const hash = newest!.transactions[0]!.hash;
    expect(await node.lastHeight()).toBe(500);
    expect(await node.receipts([before!.transactions[0]!.hash])).toHaveLength(1);
    expect(await node.call('icx_getTransactionByHash', { txHash: hash })).toMatchObject({
      txHash: hash,
      blockHeight: '0x1f4',
    });
    await expect(node.receipts([hash])).rejects.toMatchObject({ code: 'NODE_EXECUTING' });
    await expect(node.block(501)).rejects.toMatchObject({ code: 'NODE_NOT_FOUND' });
    replay.release(501);
    const next = await node.block(501);
    expect(next.previousHash).toBe(newest!.hash);
    expect(await node.receipts([hash])).toHaveLength(1);
    await expect(node.receipts([next.transactions[0]!.hash])).rejects.toMatchObject({
      code: 'NODE_EXECUTING',
    });
  });

  it('does not know the transactions and blocks that are to come', async () => {
    const { node } = await start({ recording: chain, startHeight: 500 });
    const { node: ahead } = await start({ recording: chain });
    const block = await ahead.block(600);
    const txHash = block.transactions[0]!.hash;
    await expect(node.receipts([txHash])).rejects.toThrow(`not found tx=${txHash}`);
    await expect(node.call('icx_getTransactionByHash', { txHash })).rejects.toThrow('not found');
    await expect(node.call('icx_getBlockByHash', { hash: block.hash })).rejects.toThrow('block not found');
  });

  it('releases blocks at its pace until the end', async () => {
    const { replay, node } = await start({ recording: audit, blocksPerSecond: 2000 });
    await expect.poll(() => replay.height()).toBe(replay.lastHeight);
    expect(await node.lastHeight()).toBe(182);
  });

  it('gives the genesis of a recording that has no answers about it', async () => {
    const { node } = await start({ recording: audit });
    const genesis = (await node.block(0)).transactions[0]!;
    const [receipt] = await node.receipts([genesis.hash]);
    expect(receipt).toMatchObject({ status: 'success', fee: 0n, logs: [], blockHeight: 0, to: ADDRESS.zero });
    const governance = await node.call('icx_getScoreStatus', { address: ADDRESS.governance });
    expect(governance).toMatchObject({ current: { deployTxHash: genesis.hash } });
  });

  it('answers a batch without the notifications in it', async () => {
    const { replay } = await start({ recording: audit });
    const request = (id?: unknown) => ({ jsonrpc: '2.0', method: 'icx_getNetworkInfo', id });
    const answer = await post(replay, [request('a'), request(), request(null)]);
    expect(answer).toMatchObject({ status: 200, json: [{ id: 'a' }] });
    expect(await post(replay, [request()])).toMatchObject({ status: 200, json: [] });
  });

  it('does not take a body that is too large', async () => {
    const { replay } = await start({ recording: audit });
    const response = await fetch(replay.url, { method: 'POST', body: 'x'.repeat(3 * 1024 * 1024) });
    expect(response.status).toBe(413);
  });

  it('says where it cannot listen, and why', async () => {
    const { replay } = await start({ recording: audit });
    const port = Number(new URL(replay.url).port);
    const taken = startReplay({ recording: audit, port });
    await expect(taken).rejects.toMatchObject({ code: 'LOCALNET_CANNOT_LISTEN', details: { port } });
    await expect(taken).rejects.toThrow(/EADDRINUSE/);
    await expect(startReplay({ recording: audit, port: 70_000 })).rejects.toThrow(/port 70000/);
  });

  it.each([
    { blocksPerSecond: 0 },
    { blocksPerSecond: Number.NaN },
    { startHeight: -1 },
    { startHeight: 1.5 },
  ])('refuses %j', async (settings) => {
    await expect(startReplay({ recording: audit, ...settings })).rejects.toMatchObject({
      code: 'LOCALNET_SETTING_INVALID',
    });
  });
});

describe('what a replay tells about state', () => {
  const token = 'cx0e52c284bf87d1c7552861cdad07fb7298aa67de';

  it('is the API of a contract from the block after its install on', async () => {
    const { node } = await start({ recording: chain });
    const api = (height: string) => node.call('icx_getScoreApi', { address: token, height });
    await expect(api('0x2d')).rejects.toThrow(`E2008:No account for ${token}`);
    expect(await api('0x2e')).toEqual(await node.call('icx_getScoreApi', { address: token }));
    await expect(api('0xfffff')).rejects.toThrow('no block for 1048575');
  });

  it('is the API of an audited contract from the block after its acceptance on', async () => {
    const { steps } = JSON.parse(readFileSync(new URL('steps.json', RECORDINGS.auditChain), 'utf8')) as Story;
    const { message } = steps.find(({ apiWhilePending }) => apiWhilePending !== undefined)!.apiWhilePending!;
    const { scoreAddress: address, height: installed } = steps.find(
      ({ what }) => what === 'install, waits for audit',
    )!;
    const { height: accepted } = steps.find(({ what }) => what === 'accept')!;
    const { node } = await start({ recording: audit });
    const api = (height: number) =>
      node.call('icx_getScoreApi', { address, height: `0x${height.toString(16)}` });
    await expect(api(Number(installed))).rejects.toThrow('No account');
    await expect(api(Number(installed) + 1)).rejects.toThrow(message);
    await expect(api(Number(accepted))).rejects.toThrow(message);
    expect(await api(Number(accepted) + 1)).toBeInstanceOf(Array);
  });

  it('is no API for a contract that was rejected, or whose install failed at its acceptance', async () => {
    const { node } = await start({ recording: audit });
    for (const address of [
      'cx4d7d429cf009cf7a497d985ffba5947b6099e5b3',
      'cx8706c74909a8c01ddb9642c09c98fb0e516bb272',
    ]) {
      await expect(node.call('icx_getScoreApi', { address })).rejects.toThrow("doesn't have active contract");
      await expect(query(node, address, 'name')).rejects.toMatchObject({ details: { rpcCode: -30002 } });
    }
  });

  it('is name, symbol and decimals of tokens, markup and all, while they are active', async () => {
    const { node } = await start({ recording: chain });
    const dollar = 'cxe3143a5589dc2967d24fad5034c99fea530a91eb';
    expect(await query(node, dollar, 'name')).toBe('Dollar <script>alert(1)</script>');
    expect(await query(node, dollar, 'symbol')).toBe('USDX');
    expect(await query(node, dollar, 'decimals')).toBe('0x6');
    expect(await query(node, 'cxea91c9f81aa7f0b037c91da0656f715d86554e9f', 'symbol')).toBe('토큰');
    await expect(query(node, dollar, 'name', '0x2f')).rejects.toMatchObject({ details: { rpcCode: -30002 } });
    expect(await query(node, dollar, 'name', '0x30')).toBe('Dollar <script>alert(1)</script>');
  });

  it('is that a contract has no such method, or none that only reads', async () => {
    const { node } = await start({ recording: chain });
    const album = 'cxa68adcfdaf7458e97972e318c53c9c5312831ad4';
    await expect(query(node, album, 'decimals')).rejects.toMatchObject({ details: { rpcCode: -30003 } });
    await expect(query(node, token, 'burn')).rejects.toMatchObject({ details: { rpcCode: -30009 } });
  });

  it('is a balance at one height only', async () => {
    const { replay, node } = await start({ recording: chain, startHeight: 1950 });
    const balance = (params: object) => node.call('icx_getBalance', { address: ADDRESS.treasury, ...params });
    await expect(balance({})).rejects.toMatchObject({ code: 'NODE_NOT_FOUND' });
    await expect(balance({ height: '0x79f' })).rejects.toThrow('no block for 1951');
    replay.release(1951);
    expect(await balance({ height: '0x79f' })).toMatch(/^0x[0-9a-f]+$/);
    expect(await balance({})).toBe(await balance({ height: '0x79f' }));
    await expect(balance({ height: '0x79e' })).rejects.toMatchObject({ code: 'NODE_NOT_FOUND' });
    expect(await node.call('icx_getBalance', { address: `hx${'9'.repeat(40)}` })).toBe('0x0');
  });

  it('is never what a follower of the chain has to work out', async () => {
    const { node } = await start({ recording: chain });
    const refused = { code: 'NODE_REFUSED', details: { rpcCode: -32601 } };
    await expect(node.call('icx_getTotalSupply')).rejects.toMatchObject(refused);
    await expect(node.call('icx_getScoreStatus', { address: token })).rejects.toMatchObject(refused);
    await expect(query(node, token, 'totalSupply')).rejects.toMatchObject(refused);
    await expect(query(node, token, 'balanceOf')).rejects.toMatchObject(refused);
    await expect(query(node, ADDRESS.system, 'getPReps')).rejects.toMatchObject(refused);
    expect(await node.call('icx_getScoreStatus', { address: ADDRESS.system })).toMatchObject({
      current: { type: 'system' },
    });
  });
});

interface Story {
  readonly steps: readonly {
    readonly what?: string;
    readonly height?: string;
    readonly scoreAddress?: string;
    readonly apiWhilePending?: { readonly message: string };
  }[];
}

async function start(settings: ReplaySettings): Promise<{ replay: Replay; node: NodeClient }> {
  const replay = await startReplay(settings);
  const node = createNodeClient({ url: replay.url });
  closers.push(node.close, replay.stop);
  return { replay, node };
}

function query(node: NodeClient, to: string, method: string, height?: string): Promise<unknown> {
  const at = height === undefined ? {} : { height };
  return node.call('icx_call', { to, dataType: 'call', data: { method }, ...at });
}

async function post(replay: Replay, body: unknown): Promise<{ status: number; json: unknown }> {
  const response = await fetch(replay.url, { method: 'POST', body: JSON.stringify(body) });
  return { status: response.status, json: await response.json() };
}
