import { ADDRESS } from '@madang/icon';
import { describe, expect, it } from 'vitest';
import { balanceOf, move, supplyOf } from '../world/accounts.ts';
import { contractAt, setContract } from '../world/contracts.ts';
import { ask, executionAt, foundedWorld, GOD, messageOf, send, wallet } from '../../test/scratch-world.ts';
import { callSystem } from './system-score.ts';

const SCORE = `cx${'5c'.repeat(20)}`;

const failing = (status: string) => expect.objectContaining({ status }) as Error;

describe('staking', () => {
  it('is told with the unstakes that are open, the first to end first', () => {
    const world = foundedWorld();
    const from = wallet(1);
    move(world, GOD, from, 100n);
    for (const stake of ['0x64', '0x32', '0x14']) send(world, 'setStake', { value: stake }, from);
    expect(ask(world, 'getStake', { address: from }, 251)).toEqual({
      stake: '0x14',
      unstakes: [
        { remainingBlocks: '0x7cf', unstake: '0x32', unstakeBlockHeight: '0x8ca' },
        { remainingBlocks: '0x7cf', unstake: '0x1e', unstakeBlockHeight: '0x8ca' },
      ],
    });
    expect(ask(world, 'getPReps')).toMatchObject({ totalStake: '0x14' });
    expect(ask(world, 'getBond', { address: from })).toMatchObject({ votingPower: '0x14' });
    expect(ask(world, 'estimateUnstakeLockPeriod')).toEqual({ unstakeLockPeriod: '0x7d0' });
  });

  it('writes no log, and costs nothing beyond the call', () => {
    const execution = executionAt(250, GOD);
    callSystem(execution, foundedWorld(), messageOf('setStake', { value: '0x64' }));
    expect([execution.logs, execution.meter.used()]).toEqual([[], 0]);
  });
});

it('burns what it was sent, and tells the supply that is left, as recorded', () => {
  const world = foundedWorld();
  const before = supplyOf(world);
  move(world, GOD, ADDRESS.system, 7n);
  const execution = executionAt(250, GOD);
  callSystem(execution, world, messageOf('burn', {}, { value: 7n }));
  expect([supplyOf(world), balanceOf(world, ADDRESS.system)]).toEqual([before - 7n, 0n]);
  expect(execution.logs).toMatchObject([
    {
      scoreAddress: ADDRESS.system,
      indexed: ['ICXBurnedV2(Address,int,int)', GOD],
      data: ['0x7', `0x${(before - 7n).toString(16)}`],
    },
  ]);
});

describe('the owner of a contract', () => {
  const give = { score: SCORE, owner: wallet(2) };

  it('gives it to somebody else, without a log', () => {
    const world = foundedWorld();
    setContract(world, SCORE, { owner: GOD });
    expect(send(world, 'setScoreOwner', give)).toEqual([]);
    expect(ask(world, 'getScoreOwner', { score: SCORE })).toBe(wallet(2));
    expect(() => send(world, 'setScoreOwner', give)).toThrow(failing('AccessDenied'));
  });

  it('cannot give away a blocked or a disabled one, nor one that is none', () => {
    const world = foundedWorld();
    setContract(world, SCORE, { owner: GOD, blocked: true });
    expect(() => send(world, 'setScoreOwner', give)).toThrow(failing('AccessDenied'));
    setContract(world, SCORE, { owner: GOD });
    send(world, 'disableScore', { address: SCORE });
    expect(() => send(world, 'setScoreOwner', give)).toThrow(failing('AccessDenied'));
    send(world, 'enableScore', { address: SCORE });
    expect(contractAt(world, SCORE)).toEqual({ owner: GOD });
    expect(() => send(world, 'disableScore', { address: SCORE }, wallet(2))).toThrow(failing('AccessDenied'));
    expect(() => send(world, 'setScoreOwner', { ...give, score: `cx${'77'.repeat(20)}` })).toThrow(
      failing('Reverted(1)'),
    );
  });
});

it('tells what holds for the network', () => {
  const world = foundedWorld();
  expect(ask(world, 'getRevision')).toBe(27n);
  expect(ask(world, 'getStepPrice')).toBe(12_500_000_000n);
  expect(ask(world, 'getStepCost', { type: 'input' })).toBe(200n);
  expect(ask(world, 'getStepCost', { type: 'constructor' })).toBe(0n);
  expect(ask(world, 'getStepCosts')).toMatchObject({ default: '0x186a0', delete: '-0xf0' });
  expect(
    ['invoke', 'query', 'x'].map((contextType) => ask(world, 'getMaxStepLimit', { contextType })),
  ).toEqual([2_500_000_000n, 50_000_000n, 0n]);
  expect(ask(world, 'getServiceConfig')).toBe(35n);
  expect(ask(world, 'getFeeSharingConfig')).toMatchObject({ feeSharingEnabled: '0x1' });
});

describe('a call', () => {
  it('of a method that does not exist, or of none, finds none', () => {
    for (const method of ['noSuchMethod', 'toString', null])
      expect(() => callSystem(executionAt(250, GOD), foundedWorld(), messageOf(method))).toThrow(
        failing('MethodNotFound'),
      );
  });

  it('of a writer by a query is denied', () => {
    expect(() => ask(foundedWorld(), 'setStake', { value: '0x1' })).toThrow(failing('AccessDenied'));
    expect(() => ask(foundedWorld(), 'claimIScore')).toThrow(failing('AccessDenied'));
  });

  it('with coins is refused but where they are burnt', () => {
    const message = messageOf('setStake', { value: '0x1' }, { value: 1n });
    expect(() => callSystem(executionAt(250, GOD), foundedWorld(), message)).toThrow(
      failing('MethodNotPayable'),
    );
  });

  it('with wrong parameters is refused', () => {
    for (const params of [{}, { value: null }, { value: '0x1', more: '0x1' }])
      expect(() => send(foundedWorld(), 'setStake', params)).toThrow(failing('InvalidParameter'));
    expect(() => send(foundedWorld(), 'setStake', { value: '-0x1' })).toThrow(failing('InvalidParameter'));
  });

  it('of what governance alone may call is denied to everybody', () => {
    expect(() => send(foundedWorld(), 'setStepPrice', { price: '0x1' })).toThrow(failing('AccessDenied'));
    expect(() => send(foundedWorld(), 'setSlashingRates', { rates: [] })).toThrow(failing('AccessDenied'));
  });

  it('of a writer that is only told fails, and says which', () => {
    for (const [method, params] of [
      ['claimIScore', {}],
      ['setDelegation', { delegations: [] }],
      ['registerPRep', {}],
    ] as const)
      expect(() => send(foundedWorld(), method, params)).toThrow(`${method} is not executed here`);
  });

  it('of a contract gives its parameters in order', () => {
    const world = foundedWorld();
    const message = { ...messageOf('setStake'), params: { kind: 'ordered', values: [5n] } } as const;
    callSystem(executionAt(250, GOD), world, message);
    expect(ask(world, 'getStake', { address: GOD })).toMatchObject({ stake: '0x5' });
  });
});
