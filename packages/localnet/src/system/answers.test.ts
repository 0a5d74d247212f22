import { ADDRESS, isObject } from '@madang/icon';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RECORDINGS } from '../index.ts';
import { setContract, type ContractVersion } from '../world/contracts.ts';
import { setDeposit } from '../world/deposits.ts';
import { scoreStatusOf } from './score-status.ts';
import { ask, foundedWorld, GOD } from '../../test/scratch-world.ts';
import { SYSTEM_METHODS } from './system-api.ts';

const SCORE = `cx${'5c'.repeat(20)}`;

/** What the real node answered to a question with this name. */
function recorded(what: string): unknown {
  const lines = readFileSync(new URL('rpc.ndjson', RECORDINGS.chain), 'utf8').trimEnd().split('\n');
  const exchanges = lines.map((line) => JSON.parse(line) as { what: string; answer: string });
  const answer = exchanges.find((exchange) => exchange.what === what)!.answer;
  return (JSON.parse(answer) as { result: unknown }).result;
}

const state = JSON.parse(readFileSync(new URL('state.json', RECORDINGS.chain), 'utf8')) as {
  preps: unknown;
  stakes: Record<string, { stake: unknown; delegation: unknown }>;
  contracts: Record<string, { status: unknown }>;
};

/** The same JSON with kinds in place of values, members in their order, of a list the first item. */
function shapeOf(json: unknown): unknown {
  if (Array.isArray(json)) return json.slice(0, 1).map(shapeOf);
  if (isObject(json)) return Object.entries(json).map(([name, value]) => [name, shapeOf(value)]);
  return typeof json === 'string' && /^-?0x[0-9a-f]+$/.test(json) ? 'T_INT' : typeof json;
}

describe('an answer has the members, order and kinds of the recorded one:', () => {
  const address = GOD;

  it.each([
    ['getStake', recorded('stake')],
    ['getPRep', recorded('prep')],
    ['getPRepTerm', recorded('terms')],
    ['getPReps', state.preps],
    ['getDelegation', { ...Object(Object.values(state.stakes)[0]!.delegation), delegations: [] }],
  ])('%s', (method, answer) => {
    const params = method === 'getPReps' || method === 'getPRepTerm' ? {} : { address };
    expect(shapeOf(ask(foundedWorld(), method, params))).toEqual(shapeOf(answer));
  });

  it('icx_getScoreStatus', () => {
    const world = foundedWorld();
    const version: ContractVersion = {
      status: 'active',
      type: 'python',
      codeHash: '0x0c',
      deployTxHash: '0x0d',
      auditTxHash: '0x0a',
    };
    setContract(world, SCORE, { owner: GOD, current: version, blocked: true });
    const blocked = state.contracts['cx1ef6b6dfd5c2f5d556f4e433ff0cf758e2513927']!.status;
    expect(shapeOf(scoreStatusOf(world, SCORE))).toEqual(shapeOf(blocked));
    expect(scoreStatusOf(world, ADDRESS.system)).toEqual(state.contracts[ADDRESS.system]!.status);
    expect(scoreStatusOf(world, `cx${'77'.repeat(20)}`)).toBeNull();
  });
});

it('tells the members of what was not recorded in the order of a node: by name', () => {
  const world = foundedWorld();
  setContract(world, SCORE, { owner: GOD });
  setDeposit(world, SCORE, 5n * 10n ** 18n);
  const isSorted = (json: unknown): boolean => {
    if (Array.isArray(json)) return json.every(isSorted);
    if (!isObject(json)) return true;
    const names = Object.keys(json);
    return names.join() === names.toSorted().join() && Object.values(json).every(isSorted);
  };
  const asked = SYSTEM_METHODS.filter(({ output }) => output === 'dict').map(({ name, inputs }) => {
    const address = name === 'getScoreStatus' ? SCORE : GOD;
    return { name, answer: ask(world, name, inputs[0]?.name === 'address' ? { address } : {}) };
  });
  expect(asked.length).toBeGreaterThan(20);
  expect(asked.filter(({ answer }) => !isObject(answer) || !isSorted(answer))).toEqual([]);
  expect(ask(world, 'getScoreStatus', { address: SCORE })).toMatchObject({
    depositInfo: { availableDeposit: '0x4563918244f40000' },
  });
});
