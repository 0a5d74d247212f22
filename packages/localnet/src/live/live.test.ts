import { ADDRESS, transactionId } from '@madang/icon';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { removeChains, startLive, type LiveBench } from '../../test/live.ts';
import { ICX } from '../chain/genesis.ts';
import { FAULTY } from '../scores/faulty.ts';
import { IRC2 } from '../scores/irc2.ts';
import { SPONSOR } from '../scores/sponsor.ts';
import { stakeOf, totalStakeOf, unstakesOf } from '../system/stake.ts';
import { balanceOf, supplyOf } from '../world/accounts.ts';
import { depositOf } from '../world/deposits.ts';

let live: LiveBench;
beforeEach(async () => {
  live = await startLive();
});
afterEach(() => live.stop());
afterAll(removeChains);

const TOKEN = { _name: '마당', _symbol: 'MDG', _decimals: '0x12', _supply: '0x3e8' };
const balance = async (address: string, height?: string): Promise<bigint> =>
  BigInt(String((await live.ask('icx_getBalance', { address, ...(height && { height }) })).result));

describe('a transaction', () => {
  it('waits, is in a block, and has a result one block later', async () => {
    const { net, ask, signed } = live;
    const bob = net.wallet('bob').address;
    const { result: txHash } = await ask('icx_sendTransaction', signed(net.god, { to: bob, value: '0x5' }));
    expect((await ask('icx_getTransactionResult', { txHash })).error?.code).toBe(-31002);
    net.produce();
    expect((await ask('icx_getTransactionResult', { txHash })).error?.code).toBe(-31003);
    expect(await balance(bob)).toBe(0n);
    net.produce();
    expect((await ask('icx_getTransactionResult', { txHash })).result).toMatchObject({
      status: '0x1',
      to: bob,
    });
    expect(await balance(bob)).toBe(5n);
  });

  it('is answered when it has its result, to somebody who waits', async () => {
    const { net, ask, signed } = live;
    const sent = signed(net.god, { to: net.wallet('bob').address });
    const waiting = ask('icx_sendTransactionAndWait', sent);
    await expect.poll(() => net.chain.isPending(transactionId(sent)), { interval: 5 }).toBe(true);
    net.produce();
    net.produce();
    expect((await waiting).result).toMatchObject({ status: '0x1', blockHeight: '0x1' });
  });

  it('of somebody who cannot pay is taken, and never found', async () => {
    const { net, ask, signed } = live;
    const poor = net.wallet('poor');
    for (const members of [{ value: '0x1' }, { stepLimit: '0x1' }]) {
      const from = 'value' in members ? poor : net.god;
      const { result: txHash } = await ask(
        'icx_sendTransaction',
        signed(from, { to: poor.address, ...members }),
      );
      net.produce();
      net.produce();
      expect((await ask('icx_getTransactionResult', { txHash })).error?.code).toBe(-31004);
    }
  });
});

describe('state', () => {
  it('is told as it was before the transactions of a height', async () => {
    const { net, done } = live;
    const bob = net.wallet('bob').address;
    for (const value of ['0x1', '0x2', '0x3']) await done(net.god, { to: bob, value });
    const at = (height: number): Promise<bigint> => balance(bob, `0x${height.toString(16)}`);
    expect(await Promise.all([1, 2, 3, 4, 5, 6].map(at))).toEqual([0n, 1n, 1n, 3n, 3n, 6n]);
  });

  it('adds up: balances, stakes, unstakes and deposits are the supply, at every height', async () => {
    const { net, done, deploy, call } = live;
    const owner = net.wallet('owner');
    await done(net.god, { to: owner.address, value: `0x${(10_000n * ICX).toString(16)}` });
    const sponsor = (await deploy(owner, SPONSOR, {})).scoreAddress ?? '';
    await done(owner, {
      to: sponsor,
      value: `0x${(100n * ICX).toString(16)}`,
      dataType: 'deposit',
      data: { action: 'add' },
    });
    await call(net.god, sponsor, 'use', { share: '0x32' });
    await call(owner, ADDRESS.system, 'setStake', { value: `0x${(1000n * ICX).toString(16)}` });
    await call(owner, ADDRESS.system, 'setStake', { value: `0x${(400n * ICX).toString(16)}` });
    await call(owner, ADDRESS.system, 'burn', undefined, 7n * ICX);
    for (let blocks = 0; blocks < 30; blocks += 1) net.produce();
    const { ledger } = net.chain;
    const addresses = [...ledger.state.keys('balance/')].map((key) => key.slice('balance/'.length));
    expect(addresses.length).toBeGreaterThan(2);
    for (let height = 1; height <= net.chain.height(); height += 1) {
      const world = net.chain.worldBefore(height);
      const balances = addresses.reduce((sum, address) => sum + balanceOf(world, address), 0n);
      const unstakes = unstakesOf(world, owner.address).reduce((sum, { amount }) => sum + amount, 0n);
      expect(balances + totalStakeOf(world) + unstakes + depositOf(world, sponsor)).toBe(supplyOf(world));
    }
    expect(stakeOf(net.chain.worldBefore(net.chain.height()), owner.address)).toBe(400n * ICX);
  });
});

describe('a contract', () => {
  it('is installed from its archive, tells its API, and moves tokens', async () => {
    const { net, ask, deploy, call } = live;
    const { scoreAddress = '' } = await deploy(net.god, IRC2, TOKEN);
    const bob = net.wallet('bob').address;
    const { eventLogs } = await call(net.god, scoreAddress, 'transfer', { _to: bob, _value: '0x5' });
    expect(eventLogs).toEqual([
      {
        scoreAddress,
        indexed: ['Transfer(Address,Address,int,bytes)', net.god.address, bob, '0x5'],
        data: ['0x4e6f6e65'],
      },
    ]);
    const query = {
      to: scoreAddress,
      dataType: 'call',
      data: { method: 'balanceOf', params: { _owner: bob } },
    };
    expect((await ask('icx_call', query)).result).toBe('0x5');
    expect((await ask('icx_getScoreApi', { address: scoreAddress })).result).toHaveLength(10);
  });

  it('that is not known here is kept, and its methods say that they are not executed', async () => {
    const { net, ask, done, call } = live;
    const content = `0x${Buffer.from('PK\u0003\u0004 of somebody else').toString('hex')}`;
    const { scoreAddress = '' } = await done(net.god, {
      to: ADDRESS.system,
      stepLimit: '0x9502f900',
      dataType: 'deploy',
      data: { contentType: 'application/zip', content, params: {} },
    });
    const status = (await ask('icx_getScoreStatus', { address: scoreAddress })).result;
    expect(status).toMatchObject({ current: { status: 'active', type: 'python' }, owner: net.god.address });
    const { codeHash } = (status as { current: { codeHash: string } }).current;
    const { result } = await ask('icx_getDataByHash', { hash: codeHash });
    expect(Buffer.from(String(result), 'base64').toString('hex')).toBe(content.slice(2));
    expect(await call(net.god, scoreAddress, 'anything')).toMatchObject({
      status: '0x0',
      failure: { code: '0x1', message: 'NotExecutedHere' },
    });
  });

  it('fails as the node tells it, and leaves nothing behind', async () => {
    const { net, deploy, call } = live;
    const { scoreAddress: faulty = '' } = await deploy(net.god, FAULTY, {});
    const failures = await Promise.all(
      [
        () => call(net.god, faulty, 'stop', { code: '0x7', text: '중단 <b>' }),
        () => call(net.god, faulty, 'divide', { by: '0x0' }),
        () => call(net.god, faulty, 'loop'),
        () => call(net.god, faulty, 'callMissing', { to: faulty }),
        () => call(net.god, faulty, 'callNobody'),
        () => call(net.god, faulty, 'spend', { to: net.god.address, value: '0x1' }),
        () => call(net.god, faulty, 'none'),
        () => call(net.god, faulty, 'recurse', { depth: '0x50' }),
      ].reduce<Promise<string>[]>(
        (all, next) => [
          ...all,
          (all.at(-1) ?? Promise.resolve('')).then(async () => (await next()).failure?.message ?? ''),
        ],
        [],
      ),
    );
    expect(failures).toEqual([
      'Reverted(7)',
      'UnknownFailure',
      'OutOfStep',
      'MethodNotFound',
      'ContractNotFound',
      'OutOfBalance',
      'MethodNotFound',
      'StackOverflow',
    ]);
    expect([...net.chain.ledger.state.keys(`data/${faulty}`)]).toEqual([]);
  });
});

describe('audited contracts', () => {
  it('wait for the auditor, who accepts or rejects them', async () => {
    const audited = await startLive({ auditEnabled: true });
    try {
      const { net, ask, deploy, call } = audited;
      const owner = net.wallet('owner');
      await audited.done(net.god, { to: owner.address, value: `0x${(1000n * ICX).toString(16)}` });
      const { scoreAddress = '', txHash } = await deploy(owner, IRC2, TOKEN);
      const statusOf = async () => (await ask('icx_getScoreStatus', { address: scoreAddress })).result;
      expect(await statusOf()).toMatchObject({ next: { status: 'pending', deployTxHash: txHash } });
      expect((await call(owner, scoreAddress, 'burn', { _value: '0x1' })).failure?.code).toBe('0x2');
      const accepted = await call(net.god, ADDRESS.governance, 'acceptScore', { txHash });
      expect(await statusOf()).toMatchObject({ current: { status: 'active', auditTxHash: accepted.txHash } });
      expect((await call(owner, scoreAddress, 'burn', { _value: '0x1' })).status).toBe('0x1');
      expect((await call(owner, ADDRESS.governance, 'acceptScore', { txHash })).status).toBe('0x0');
    } finally {
      await audited.stop();
    }
  });
});

describe('a chain', () => {
  it('of one seed is the same to the byte, and goes on where it was', async () => {
    const run = async (bench: LiveBench): Promise<void> => {
      const { net, done, deploy } = bench;
      await done(net.god, { to: net.wallet('bob').address, value: '0x5' });
      await deploy(net.god, IRC2, TOKEN);
    };
    const other = await startLive();
    await run(live);
    await run(other);
    const blocksOf = ({ net }: LiveBench): string[] =>
      Array.from({ length: net.chain.ledger.blocks }, (_, height) => net.chain.ledger.block(height));
    expect(blocksOf(other)).toEqual(blocksOf(live));
    await other.stop();
    const again = await startLive({ folder: other.folder });
    expect(blocksOf(again)).toEqual(blocksOf(live));
    live.net.produce();
    again.net.produce();
    expect(blocksOf(again)).toEqual(blocksOf(live));
    await again.stop();
  });
});
