import { ADDRESS } from '@madang/icon';
import { describe, expect, it } from 'vitest';
import { contractAt, setContract, setDeployed } from '../world/contracts.ts';
import { networkValue, setNetworkValue } from '../world/network-values.ts';
import { readOnly, type World } from '../world/world.ts';
import { blockedScores } from './blocked-scores.ts';
import { callGovernance, GOVERNANCE_API, isMember } from './governance.ts';
import { GOVERNANCE_SOURCE } from './governance.source.ts';
import { executionAt, foundedWorld, GOD, messageOf, wallet } from '../../test/scratch-world.ts';

const SCORE = `cx${'5c'.repeat(20)}`;
const DEPLOY = `0x${'de'.repeat(32)}`;
const ANN = wallet(1);

/** Sends a transaction of somebody, and gives its logs as receipts have them. */
function send(world: World, method: string, params: Readonly<Record<string, unknown>>, from = GOD) {
  const execution = executionAt(250, from);
  callGovernance(execution, world, messageOf(method, params, { from }));
  return execution.logs.map(({ scoreAddress, indexed, data }) => ({ scoreAddress, indexed, data }));
}

const failing = (status: string) => expect.objectContaining({ status }) as Error;

/** A world in which a first version waits for its audit. */
function waitingWorld(): World {
  const world = foundedWorld();
  const next = { status: 'pending', deployTxHash: DEPLOY, type: 'python', codeHash: DEPLOY } as const;
  setContract(world, SCORE, { owner: ANN, next });
  setDeployed(world, DEPLOY, SCORE);
  return world;
}

describe('an audit', () => {
  it('accepts the version that waits, without a log', () => {
    const world = waitingWorld();
    expect(send(world, 'acceptScore', { txHash: DEPLOY })).toEqual([]);
    expect(contractAt(world, SCORE)).toMatchObject({
      current: { status: 'active', deployTxHash: DEPLOY, auditTxHash: `0x${'ab'.repeat(32)}` },
    });
    expect(() => send(world, 'acceptScore', { txHash: DEPLOY })).toThrow(failing('ContractNotFound'));
  });

  it('rejects it, without a log, and for good', () => {
    const world = waitingWorld();
    expect(send(world, 'rejectScore', { txHash: DEPLOY })).toEqual([]);
    expect(contractAt(world, SCORE)?.next).toMatchObject({ status: 'rejected' });
    expect(() => send(world, 'acceptScore', { txHash: DEPLOY })).toThrow(failing('ContractNotFound'));
  });

  it('is for the owner of governance and its members', () => {
    const world = waitingWorld();
    const accept = (from: string) => send(world, 'acceptScore', { txHash: DEPLOY }, from);
    expect(() => accept(ANN)).toThrow(failing('Reverted(0)'));
    send(world, 'addMember', { address: ANN });
    send(world, 'addMember', { address: wallet(2) });
    send(world, 'removeMember', { address: wallet(2) }, ANN);
    expect([ANN, wallet(2), GOD].map((address) => isMember(world, address))).toEqual([true, false, true]);
    expect(() => accept(wallet(2))).toThrow(failing('Reverted(0)'));
    accept(ANN);
    expect(contractAt(world, SCORE)?.current?.status).toBe('active');
  });

  it('needs a hash', () => {
    expect(() => send(waitingWorld(), 'acceptScore', { txHash: '0x12' })).toThrow(
      failing('InvalidParameter'),
    );
  });
});

describe('blocking', () => {
  it('is told in the state and in the log, and can be undone', () => {
    const world = waitingWorld();
    const told = (flag: string) => [
      {
        scoreAddress: ADDRESS.system,
        indexed: ['AccountBlockedSet(Address,bool)', SCORE],
        data: [flag],
      },
    ];
    expect(send(world, 'blockScore', { address: SCORE })).toEqual(told('0x1'));
    expect(send(world, 'blockScore', { address: SCORE })).toEqual([]);
    expect([contractAt(world, SCORE)?.blocked, blockedScores(world)]).toEqual([true, [SCORE]]);
    expect(send(world, 'unblockScore', { address: SCORE })).toEqual(told('0x0'));
    expect([contractAt(world, SCORE)?.blocked, blockedScores(world)]).toEqual([undefined, []]);
  });

  it('leaves alone what is no contract', () => {
    const world = foundedWorld();
    expect(send(world, 'blockScore', { address: ANN })).toEqual([]);
    expect(blockedScores(world)).toEqual([]);
  });
});

describe('values of the network', () => {
  it('are set, and told in the log', () => {
    const world = foundedWorld();
    expect(send(world, 'setStepPrice', { price: '0x4a817c800' })).toMatchObject([
      { indexed: ['StepPriceSet(int)'], data: ['0x4a817c800'] },
    ]);
    expect(send(world, 'setMaxStepLimit', { contextType: 'query', limit: '0x10' })).toMatchObject([
      { indexed: ['MaxStepLimitSet(str,int)'], data: ['query', '0x10'] },
    ]);
    send(world, 'setMaxStepLimit', { contextType: 'invoke', limit: '0x20' });
    const values = (['stepPrice', 'queryLimit', 'invokeLimit'] as const).map((name) =>
      networkValue(world, name),
    );
    expect(values).toEqual([20_000_000_000n, 16n, 32n]);
    expect(send(world, 'setStepPrice', { price: '0x4a817c800' })).toEqual([]);
  });

  it('are refused below zero, and for what is no kind of execution', () => {
    expect(() => send(foundedWorld(), 'setStepPrice', { price: '-0x1' })).toThrow(
      failing('InvalidParameter'),
    );
    const params = { contextType: 'both', limit: '0x1' };
    expect(() => send(foundedWorld(), 'setMaxStepLimit', params)).toThrow(failing('InvalidParameter'));
  });

  it('have a log from revision 24 on, so that the step from 23 has none, as recorded', () => {
    const world = foundedWorld();
    setNetworkValue(world, 'revision', 23n);
    expect(send(world, 'setStepPrice', { price: '0x1' })).toEqual([]);
    expect(send(world, 'setRevision', { code: '0x18' })).toEqual([]);
    expect(send(world, 'setRevision', { code: '0x1b' })).toMatchObject([
      { scoreAddress: ADDRESS.system, indexed: ['RevisionSet(int)'], data: ['0x1b'] },
    ]);
    expect(() => send(world, 'setRevision', { code: '0x1a' })).toThrow(failing('Reverted(1)'));
    expect(() => send(world, 'setRevision', { code: '0x1c' })).toThrow(failing('Reverted(1)'));
  });
});

it('answers a query, and lets none change anything', () => {
  const world = foundedWorld();
  const ask = (method: string, params = {}): unknown =>
    callGovernance(
      executionAt(250),
      readOnly((key) => world.get(key)),
      messageOf(method, params),
    ).value;
  expect(ask('updated')).toBe(true);
  expect(() => ask('setStepPrice', { price: '0x1' })).toThrow(failing('AccessDenied'));
});

it('fails at what is only told, and says which', () => {
  const refused = () => send(foundedWorld(), 'setStepCost', { type: 'input', cost: '0x1' });
  expect(refused).toThrow('setStepCost is not executed here');
});

it('is, in Python, the contract whose API is told', () => {
  const methods = GOVERNANCE_SOURCE.split('class Governance(')[1]!.matchAll(
    /@external\S*\n +def (.+?)(?: ->.*)?:\n/g,
  );
  const told = (GOVERNANCE_API as { name: string; inputs: { name: string; type: string }[] }[]).map(
    ({ name, inputs }) =>
      `${name}(${['self', ...inputs.map((input) => `${input.name}: ${input.type}`)].join(', ')})`,
  );
  expect([...methods].map(([, signature]) => signature).sort()).toEqual(told.sort());
});
