import type { JsonObject } from '@madang/icon';
import { verifyTransaction } from '@madang/icon/signature';
import { afterAll, describe, expect, it } from 'vitest';
import { removeChains, startLive, type LiveBench } from '../../test/live.ts';
import { blocksOf, happenedOn, produceTo, VILLAGE, type Happened } from '../../test/traffic.ts';
import { contractAt } from '../world/contracts.ts';
import { EVERYDAY, type Scenario, type Shares } from './scenario.ts';
import { createTraffic } from './traffic.ts';

afterAll(removeChains);

const NOTHING = Object.fromEntries(
  Object.keys(EVERYDAY.shares).map((kind) => [kind, 0]),
) as unknown as Shares;
const only = (shares: Partial<Shares>): Shares => ({ ...NOTHING, ...shares });

/** What happens in a scenario up to a height. */
async function play(scenario: Scenario, height: number, seed = 'village'): Promise<Happened[]> {
  const live = await startLive({ seed, scenario, auditEnabled: scenario.audit });
  try {
    produceTo(live, height);
    return happenedOn(live);
  } finally {
    await live.stop();
  }
}

const counted = <T>(items: readonly T[]): Map<T, number> =>
  items.reduce((counts, item) => counts.set(item, (counts.get(item) ?? 0) + 1), new Map<T, number>());

describe('traffic', () => {
  it('is the same to the byte in two runs, also when one of them is stopped and started again in the middle', async () => {
    const settings = { seed: 'village', scenario: VILLAGE };
    const whole = await startLive(settings);
    produceTo(whole, 45);
    let broken: LiveBench = await startLive(settings);
    for (const height of [7, 21, 33, 45]) {
      produceTo(broken, height);
      await broken.stop();
      broken = await startLive({ ...settings, folder: broken.folder });
    }
    expect(blocksOf(broken)).toEqual(blocksOf(whole));
    expect(whole.net.chain.ledger.transactions).toBeGreaterThan(200);
    await Promise.all([whole.stop(), broken.stop()]);
  });

  it('of another seed is different', async () => {
    const [one, other] = [await play(VILLAGE, 8, 'one'), await play(VILLAGE, 8, 'other')];
    expect(one.length).toBeGreaterThan(16);
    expect(one.map(({ from }) => from)).not.toEqual(other.map(({ from }) => from));
  });

  it('is signed by those who send it, in the order of its times', () => {
    const traffic = createTraffic({
      ...{ seed: 'village', nid: 3, scenario: VILLAGE, interval: 2, audited: false },
      timeOf: (height) => 1_767_225_600_000_000n + BigInt(height) * 2_000_000n,
    });
    for (const height of [2, 5, 30]) {
      const sent = [...traffic.transactionsOf(height)] as (JsonObject & { timestamp: string })[];
      expect(sent.length).toBeGreaterThan(0);
      for (const transaction of sent) {
        expect(verifyTransaction(transaction)).toBe('valid');
        const after =
          BigInt(transaction.timestamp) - 1_767_225_600_000_000n - BigInt(height - 1) * 2_000_000n;
        expect(after).toBeGreaterThanOrEqual(0n);
        expect(after).toBeLessThan(2_000_000n);
      }
    }
  });

  it('comes at the rate that is asked for, and at most 1,500 in a block', async () => {
    const begun = (rate: number) =>
      createTraffic({
        ...{ seed: 'village', nid: 3, scenario: { ...VILLAGE, rate }, interval: 2, audited: false },
        timeOf: (height) => BigInt(height) * 2_000_000n,
      });
    const full = [...begun(5_000).transactionsOf(40)].length;
    expect(full).toBeGreaterThan(1_400);
    expect(full).toBeLessThanOrEqual(1_500);
    const slow = await play({ ...VILLAGE, shares: only({ contract: 1 }) }, 100);
    const late = slow.filter(({ height }) => height > 40);
    expect(late.length / 60 / 2).toBeGreaterThan(2.4);
    expect(late.length / 60 / 2).toBeLessThan(3.6);
  });

  it('follows the phases of its scenario', async () => {
    const phases = [
      { from: 30, to: 39, rate: 0 },
      { from: 40, to: null, shares: only({ burn: 1 }) },
    ];
    const happened = await play({ ...VILLAGE, shares: only({ transfer: 1 }), phases }, 50);
    const late = happened.filter(({ height }) => height >= 30);
    expect(Math.min(...late.map(({ height }) => height))).toBeGreaterThanOrEqual(40);
    expect([...new Set(late.map(({ method }) => method))]).toEqual(['burn']);
  });

  it('fails in every way that transactions fail here, where failures are wanted', async () => {
    const happened = await play({ ...VILLAGE, rate: 6, shares: only({ failure: 1 }) }, 60);
    const failures = new Set(happened.map(({ status }) => status.replace(/\d+/, 'N')));
    expect([...failures].sort()).toEqual([
      'AccessDenied',
      'ContractNotFound',
      'InvalidParameter',
      'MethodNotFound',
      'MethodNotPayable',
      'NotExecutedHere',
      'OutOfBalance',
      'OutOfStep',
      'Reverted(N)',
      'StackOverflow',
      'Success',
      'UnknownFailure',
    ]);
    // Setting up succeeds, and nothing else does.
    expect(happened.filter(({ status, height }) => status === 'Success' && height > 20)).toEqual([]);
  });

  it('succeeds where no failure is wanted', async () => {
    const shares = only({ transfer: 1, message: 1, contract: 6, stake: 1, burn: 1, deploy: 1, update: 1 });
    const happened = await play({ ...VILLAGE, shares }, 80);
    const failed = happened.filter(({ status }) => status !== 'Success' && status !== 'NotExecutedHere');
    expect(failed.length / happened.length).toBeLessThan(0.02);
    const kinds = new Set(happened.map(({ method, dataType }) => method ?? dataType ?? 'transfer'));
    for (const kind of [
      'airdrop',
      'buy',
      'transferFrom',
      'use',
      'setStake',
      'burn',
      'deploy',
      'deposit',
      'message',
    ])
      expect(kinds).toContain(kind);
  });

  it('goes to busy teams far more than to others', async () => {
    const teams = 8;
    const happened = await play(
      { ...VILLAGE, teams, contracts: ['irc3'], shares: only({ contract: 1 }) },
      80,
    );
    const uses = happened.filter(({ method, height }) => method === 'mint' && height > 20);
    const shares = [...counted(uses.map(({ to }) => to)).values()].sort((a, b) => b - a);
    expect(shares.length).toBeGreaterThan(3);
    expect(shares[0]!).toBeGreaterThan((2 * uses.length) / teams);
  });

  it('has an auditor where contracts are audited, who accepts most of them and rejects some', async () => {
    const scenario = { ...VILLAGE, audit: true, shares: only({ deploy: 1, update: 1 }) };
    const live = await startLive({ seed: 'village', scenario, auditEnabled: true });
    produceTo(live, 60);
    const methods = counted(happenedOn(live).map(({ method }) => method));
    expect(methods.get('acceptScore')).toBeGreaterThan(20);
    expect(methods.get('rejectScore')).toBeGreaterThan(1);
    const world = live.net.chain.worldBefore(live.net.chain.height());
    const states = [...live.net.chain.ledger.state.keys('contract/cx')].map((key) => {
      const { current, next } = contractAt(world, key.slice('contract/'.length)) ?? {};
      return `${current?.status ?? 'none'} ${next?.status ?? 'none'}`;
    });
    expect([...new Set(states)]).toEqual(expect.arrayContaining(['active none', 'none rejected']));
    await live.stop();
  });

  it('lets the step price and blocked contracts be as they were in the end', async () => {
    const phases = [{ from: 40, to: null, rate: 0 }];
    const live = await startLive({
      ...{ seed: 'village', scenario: { ...VILLAGE, rate: 1, shares: only({ governance: 1 }), phases } },
    });
    produceTo(live, 62);
    const happened = happenedOn(live).filter(({ height }) => height > 20);
    expect(new Set(happened.map(({ method }) => method))).toEqual(
      new Set(['setStepPrice', 'blockScore', 'unblockScore']),
    );
    const { state } = live.net.chain.ledger;
    const blocked = [...state.keys('contract/')].filter((key) => state.get(key)?.includes('"blocked"'));
    expect(blocked).toEqual([]);
    await live.stop();
  });
});
