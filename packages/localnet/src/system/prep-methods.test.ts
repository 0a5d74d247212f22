import { parseInteger } from '@madang/icon';
import { describe, expect, it } from 'vitest';
import { supplyOf } from '../world/accounts.ts';
import { applyIssue } from './issue.ts';
import { prepsOf } from './preps.ts';
import { BLOCK_REWARD } from './reward.ts';
import { ask, foundedWorld, GOD, send, wallet } from '../../test/scratch-world.ts';

const failing = (status: string) => expect.objectContaining({ status }) as Error;

describe('P-Reps', () => {
  it('are seven that make blocks and three next in line, by power, the producer first', () => {
    const { preps } = ask(foundedWorld(), 'getPReps') as {
      preps: { address: string; power: string; grade: string }[];
    };
    const powers = preps.map(({ power }) => parseInteger(power));
    expect(powers).toEqual(powers.toSorted((a, b) => (a > b ? -1 : 1)));
    expect(preps.map(({ grade }) => grade).join('')).toBe('0x0'.repeat(7) + '0x1'.repeat(3));
    expect(preps[0]?.address).toBe(GOD);
    expect(new Set(preps.map(({ address }) => address)).size).toBe(10);
  });

  it('are listed from a rank to a rank', () => {
    const names = (from?: string, to?: string): string[] => {
      const params = { ...(from && { startRanking: from }), ...(to && { endRanking: to }) };
      const answer = ask(foundedWorld(), 'getPReps', params) as {
        preps: { name: string }[];
        startRanking: string;
      };
      return [answer.startRanking, ...answer.preps.map(({ name }) => name)];
    };
    const [, ...all] = names();
    expect(all).toHaveLength(10);
    expect(names('0x2', '0x4')).toEqual(['0x2', ...all.slice(1, 4)]);
    expect(names('0x9', '0x63')).toEqual(['0x9', ...all.slice(8)]);
    expect(names('0x3')).toEqual(['0x1', ...all]);
    for (const [from, to] of [
      ['0x4', '0x2'],
      ['-0x1', '0x2'],
      ['0xb', '0xc'],
    ] as const)
      expect(() => names(from, to)).toThrow(failing('InvalidParameter'));
  });

  it('add up in what is told of all', () => {
    const world = foundedWorld();
    const power = (method: string): bigint =>
      parseInteger((ask(world, method) as { totalPower: string }).totalPower);
    expect(power('getMainPReps') + power('getSubPReps')).toBe(power('getNetworkInfo'));
    expect(power('getPRepTerm')).toBe(power('getNetworkInfo'));
  });

  it('tell what they did to clients, and not to contracts', () => {
    const world = foundedWorld();
    const second = prepsOf(world)[1]!.address;
    expect(ask(world, 'getPRepStatsOf', { address: second })).toMatchObject({
      blockHeight: '0xfa',
      preps: [{ owner: second, total: '0xf9', fail: '0x0' }],
    });
    expect(() => send(world, 'getPRepStats', {})).toThrow(failing('AccessDenied'));
  });

  it('are nobody else', () => {
    const address = wallet(9);
    for (const [method, status] of [
      ['getPRep', 'InvalidInstance'],
      ['getBonderList', 'InvalidInstance'],
      ['getPRepStatsOf', 'InvalidParameter'],
    ] as const)
      expect(() => ask(foundedWorld(), method, { address })).toThrow(failing(status));
  });
});

it('tells the term of a height, and the coins that there were when it began', () => {
  const world = foundedWorld();
  const terms = { world, timestamp: 0n, feesBefore: 0n };
  for (let height = 1; height <= 201; height += 1) applyIssue({ ...terms, height });
  const atStart = supplyOf(world) - BLOCK_REWARD;
  for (let height = 202; height <= 250; height += 1) applyIssue({ ...terms, height });
  expect(ask(world, 'getPRepTerm')).toMatchObject({
    ...{ sequence: '0x2', startBlockHeight: '0xc9', endBlockHeight: '0x12c', period: '0x64' },
    totalSupply: `0x${atStart.toString(16)}`,
  });
  expect(ask(world, 'getIISSInfo')).toMatchObject({
    ...{ blockHeight: '0xfa', nextCalculation: '0x12d', nextPRepTerm: '0x12d' },
    rcResult: { startBlockHeight: '0x65', endBlockHeight: '0xc8' },
  });
});
