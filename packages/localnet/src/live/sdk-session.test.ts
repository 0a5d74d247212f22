import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ADDRESS, transactionId } from '@madang/icon';
import { sign, verifyTransaction } from '@madang/icon/signature';
import type {
  BigNumber,
  BlockNotification,
  EventNotification,
  Monitor,
  TransactionResult,
} from 'icon-sdk-js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sdk } from '../../test/icon-sdk.ts';
import { archiveOf, codeHashOf } from '../scores/archive.ts';
import { IRC2 } from '../scores/irc2.ts';
import { startLocalnet, type Localnet } from './start-localnet.ts';

const { CallBuilder, CallTransactionBuilder, DeployTransactionBuilder } = sdk;
const { IcxTransactionBuilder, MessageTransactionBuilder } = sdk;

const NID = 3;
const folder = mkdtempSync(join(tmpdir(), 'madang-localnet-'));
const monitors: Monitor<unknown>[] = [];
let net: Localnet;
let service: InstanceType<typeof sdk.IconService>;
let debug: InstanceType<typeof sdk.IconService>;
let wallet: InstanceType<typeof sdk.Wallet>;
let friend: string;
let token: string;

beforeAll(async () => {
  net = await startLocalnet({ folder, nid: NID, intervalMs: 100 });
  service = new sdk.IconService(new sdk.HttpProvider(`${net.url}/default`));
  debug = new sdk.IconService(new sdk.HttpProvider(`${net.url.replace('v3', 'v3d')}/default`));
  wallet = sdk.Wallet.loadPrivateKey(net.god.privateKey.toString('hex'));
  friend = sdk.Wallet.create().getAddress();
});
afterAll(async () => {
  for (const monitor of monitors) monitor.close();
  await net.stop();
  rmSync(folder, { recursive: true });
});

/** What every transaction has, set on a builder of any kind. */
function filled<Builder extends InstanceType<typeof IcxTransactionBuilder>>(
  builder: Builder,
  to: string,
): Builder {
  return builder
    .from(wallet.getAddress())
    .to(to)
    .nid(NID)
    .version('0x3')
    .stepLimit(3_000_000)
    .timestamp(Date.now() * 1000);
}

type Transaction = ConstructorParameters<typeof sdk.SignedTransaction>[0];

/** Signs, sends and waits. */
async function done(transaction: Transaction): Promise<TransactionResult> {
  const hash = await service.sendTransaction(new sdk.SignedTransaction(transaction, wallet)).execute();
  return service.waitTransactionResult(hash).execute();
}

describe('icon-sdk-js, on a chain that makes blocks by time', () => {
  it('has the wallet of a key', () => {
    expect(wallet.getAddress()).toBe(net.god.address);
  });

  it('signs as this house does, and each of the two believes the other', () => {
    const transaction = filled(new IcxTransactionBuilder(), friend).value(5).build();
    const signed = new sdk.SignedTransaction(transaction, wallet).getProperties();
    expect(verifyTransaction(signed)).toBe('valid');
    expect(signed['signature']).toBe(sign(transactionId(signed), net.god.privateKey));
  });

  it('knows the network', async () => {
    // What is told is the world before the newest block, and before the genesis block there is no price.
    await expect.poll(() => net.chain.height()).toBeGreaterThan(0);
    const { platform, nid, channel, earliest, latest, stepPrice } = await service.getNetworkInfo().execute();
    expect({ platform, channel }).toEqual({ platform: 'icon', channel: 'default' });
    expect([nid, earliest, stepPrice].map(Number)).toEqual([NID, 0, 12_500_000_000]);
    expect(latest.toNumber()).toBeLessThanOrEqual(net.chain.height());
  });

  it('sends coins, waits for the result, and finds it all again', async () => {
    const before = await service.getBalance(friend).execute();
    const result = await done(filled(new IcxTransactionBuilder(), friend).value(5).build());
    expect(result).toMatchObject({ status: 1, to: friend });
    expect(before.toNumber()).toBe(0);
    await expect.poll(async () => (await service.getBalance(friend).execute()).toNumber()).toBe(5);
    const found = await service.getTransaction(result.txHash).execute();
    expect(found).toMatchObject({ from: wallet.getAddress(), to: friend, txHash: result.txHash });
    expect((await service.getTransactionResult(result.txHash).execute()).blockHash).toBe(result.blockHash);
    const byHash = await service.getBlockByHash(result.blockHash).execute();
    const byHeight = await service.getBlockByHeight(new sdk.BigNumber(result.blockHeight)).execute();
    expect(byHash).toEqual(byHeight);
    expect(byHash.getTransactions().map(({ txHash }) => txHash)).toContain(result.txHash);
  });

  it('sends a message', async () => {
    const data = sdk.Converter.fromUtf8('마당 <b>놀이터</b>');
    const result = await done(filled(new MessageTransactionBuilder(), friend).data(data).build());
    expect(result.status).toBe(1);
    const found = await service.getTransaction(result.txHash).execute();
    expect(sdk.Converter.toUtf8(String(found.data))).toBe('마당 <b>놀이터</b>');
  });

  it('deploys a token, and reads its API, status and archive', async () => {
    const deploy = filled(new DeployTransactionBuilder(), ADDRESS.system)
      .stepLimit(2_000_000_000)
      .contentType('application/zip')
      .content(`0x${archiveOf(IRC2).toString('hex')}`)
      .params({ _name: '마당', _symbol: 'MDG', _decimals: '0x12', _supply: '0x3e8' })
      .build();
    const result = await done(deploy);
    expect(result.status).toBe(1);
    token = result.scoreAddress ?? '';
    const api = await service.getScoreApi(token).execute();
    expect(api.getMethod('transfer')).toMatchObject({ type: 'function', name: 'transfer' });
    expect((await service.getScoreStatus(token).execute()).owner).toBe(wallet.getAddress());
    const archive = await service.getDataByHash(codeHashOf(IRC2)).execute();
    expect(Buffer.from(archive, 'base64')).toEqual(archiveOf(IRC2));
  });

  it('calls the token, and asks it without a transaction', async () => {
    expect((await done(transferOfTokens('0x7'))).status).toBe(1);
    const question = new CallBuilder().to(token).method('balanceOf').params({ _owner: friend }).build();
    await expect.poll(() => service.call(question).execute() as Promise<unknown>).toBe('0x7');
  });

  it('estimates steps as the result has them, and reads the trace', async () => {
    const transfer = transferOfTokens('0x1');
    const estimated: BigNumber = await debug.estimateStep(transfer).execute();
    const { stepUsed, txHash } = await done(transfer);
    expect(estimated.toNumber()).toBe(stepUsed.toNumber());
    expect(await debug.getTrace(txHash).execute()).toMatchObject({ status: '0x1' });
  });

  it('reads the newest block and the supply', async () => {
    expect((await service.getLastBlock().execute()).height).toBeGreaterThan(0);
    expect((await service.getTotalSupply().execute()).isGreaterThan('8e26')).toBe(true);
  });

  it('is told of blocks, and of events with a filter', async () => {
    const height = new sdk.BigNumber(net.chain.height() + 1);
    const filter = new sdk.EventFilter('Transfer(Address,Address,int,bytes)', token);
    const blocks: BlockNotification[] = [];
    const events: EventNotification[] = [];
    const errors: unknown[] = [];
    monitors.push(
      service.monitorBlock(
        new sdk.BlockMonitorSpec(height, [filter]),
        (block) => blocks.push(block),
        (error) => errors.push(error),
      ),
      service.monitorEvent(
        new sdk.EventMonitorSpec(height, filter, true),
        (event) => events.push(event),
        (error) => errors.push(error),
      ),
    );
    const { blockHeight, blockHash } = await done(transferOfTokens('0x3'));
    await expect.poll(() => events.length).toBe(1);
    await expect.poll(() => blocks.some(({ indexes }) => Array.isArray(indexes))).toBe(true);
    const [event] = events;
    expect(event?.height.toNumber()).toBe(blockHeight + 1);
    expect(event?.hash).not.toBe(blockHash);
    expect(event?.logs[0]?.indexed.at(-1)).toBe('0x3');
    expect(blocks.map((block) => block.height.toNumber())).toEqual(
      blocks.map((_, i) => height.toNumber() + i),
    );
    expect(errors).toEqual([]);
  });

  it('is told why the node refuses something', async () => {
    await expect(service.getScoreApi(`cx${'5'.repeat(40)}`).execute()).rejects.toMatch('E2008:No account');
    const twice = filled(new IcxTransactionBuilder(), friend).nid(9).build();
    await expect(done(twice)).rejects.toMatch('E1006:ValidateNetwork(nid=0x3) fail');
  });
});

function transferOfTokens(value: string): InstanceType<typeof sdk.CallTransaction> {
  return filled(new CallTransactionBuilder(), token)
    .method('transfer')
    .params({ _to: friend, _value: value })
    .build();
}
