import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { createNodeClient, type NodeClient } from '@madang/icon/client';
import { afterAll, afterEach, beforeEach, expect, it } from 'vitest';
import { removeChains, startLive, type LiveBench } from '../../test/live.ts';
import { loadRecording, RECORDINGS, startReplay } from '../index.ts';
import { IRC2 } from '../scores/irc2.ts';
import { recordChain } from './record-chain.ts';

let live: LiveBench;
let node: NodeClient;
let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'madang-record-'));
  live = await startLive();
  node = createNodeClient({ url: live.net.url });
});
afterEach(async () => {
  await node.close();
  await live.stop();
  rmSync(folder, { recursive: true, force: true });
});
afterAll(removeChains);

const TOKEN = { _name: '마당 <b>', _symbol: 'MDG', _decimals: '0x12', _supply: '0x3e8' };

async function someChain(): Promise<{ token: string; bob: string }> {
  const { net, deploy, call, done } = live;
  const bob = net.wallet('bob').address;
  const { scoreAddress: token = '' } = await deploy(net.god, IRC2, TOKEN);
  await call(net.god, token, 'transfer', { _to: bob, _value: '0x5' });
  await done(net.god, { to: bob, value: '0x7' });
  for (let blocks = 0; blocks < 100; blocks += 1) net.produce();
  return { token, bob };
}

const linesOf = (name: string, at = 'chain'): string[] =>
  gunzipSync(readFileSync(join(folder, at, name)))
    .toString()
    .trimEnd()
    .split('\n');

it('of a live chain can be replayed, and says what the chain says', async () => {
  const { token, bob } = await someChain();
  const told: number[] = [];
  const { last } = await recordChain({
    node,
    to: join(folder, 'chain'),
    onProgress: ({ height }) => told.push(height),
  });
  const { ledger } = live.net.chain;
  expect(last).toBe(live.net.chain.height() - 1);
  expect(told).toEqual([49, 99, last]);
  expect(linesOf('blocks.ndjson.gz')).toEqual(
    Array.from({ length: last + 1 }, (_, height) => ledger.block(height)),
  );
  const recording = await loadRecording(join(folder, 'chain'));
  expect(recording.state.balances[bob]).toBe('0x7');
  expect(recording.state.labels.get(token)).toMatchObject({ name: '마당 <b>', decimals: '0x12' });
  const replay = await startReplay({ recording });
  const again = createNodeClient({ url: replay.url });
  try {
    const { transactions } = await again.block(1);
    const hashes = transactions.map(({ hash }) => hash);
    expect(await again.receipts(hashes)).toEqual(await node.receipts(hashes));
    expect(await again.call('icx_getScoreApi', { address: token })).toEqual(
      await node.call('icx_getScoreApi', { address: token }),
    );
  } finally {
    await again.close();
    await replay.stop();
  }
});

it('goes on where it was interrupted, also in the middle of a line', async () => {
  await someChain();
  await recordChain({ node, to: join(folder, 'whole') });
  const stopping = new AbortController();
  const to = join(folder, 'chain');
  await expect(
    recordChain({ node, to, signal: stopping.signal, onProgress: () => stopping.abort(new Error('enough')) }),
  ).rejects.toThrow('enough');
  appendFileSync(join(folder, 'chain.part', 'receipts.ndjson'), '{"txHash":"0x12');
  appendFileSync(join(folder, 'chain.part', 'blocks.ndjson'), '{"height":50');
  let first = 0;
  await recordChain({ node, to, onProgress: ({ height }) => (first ||= height) });
  expect(first).toBe(99);
  for (const name of ['blocks.ndjson.gz', 'receipts.ndjson.gz'])
    expect(linesOf(name)).toEqual(linesOf(name, 'whole'));
  expect(readFileSync(join(to, 'state.json'), 'utf8')).toBe(
    readFileSync(join(folder, 'whole', 'state.json'), 'utf8'),
  );
});

it('has the answers about the genesis, as the recording of a real node has them', async () => {
  live.net.produce();
  live.net.produce();
  await recordChain({ node, to: join(folder, 'chain') });
  const lines = (path: string | URL): { what: string; answer: string }[] =>
    readFileSync(path, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { what: string; answer: string });
  const real = lines(new URL('rpc.ndjson', RECORDINGS.chain));
  const shape = (text: string): unknown => Object.keys((JSON.parse(text) as { result: object }).result);
  for (const { what, answer } of lines(join(folder, 'chain', 'rpc.ndjson')))
    expect(shape(answer)).toEqual(shape(real.find((one) => one.what === what)!.answer));
});

it('is not written over anything', async () => {
  await expect(recordChain({ node, to: folder })).rejects.toMatchObject({
    code: 'LOCALNET_RECORDED_ALREADY',
  });
});
