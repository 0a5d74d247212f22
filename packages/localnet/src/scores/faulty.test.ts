import { beforeEach, describe, expect, it } from 'vitest';
import { createScoreBench, statusOf, wallet, type ScoreBench } from '../../test/scores/bench.ts';
import { Failure } from '../world/failure.ts';
import { FAULTY } from './faulty.ts';
import { SPONSOR } from './sponsor.ts';

const [OWNER, ALICE] = [wallet(1), wallet(2)];

describe('the faulty contract', () => {
  let bench: ScoreBench;
  let faulty: string;
  const status = (method: string, params?: object) => statusOf(() => bench.call(faulty, method, params));

  beforeEach(() => {
    bench = createScoreBench();
    faulty = bench.deploy(FAULTY, {}, OWNER);
  });

  it('stops with the code and the text that it is told', () => {
    const stop = () => bench.call(faulty, 'stop', { code: '0x2a', text: '그만 <b>' });
    expect(stop).toThrow(expect.objectContaining({ code: 74, status: 'Reverted(42)', message: '그만 <b>' }));
    expect(stop).toThrow(Failure);
    expect(status('stop', { code: '0x58', text: '' })).toBe('Reverted(67)');
  });

  it.each([
    ['divide', { by: '0x0' }, 'UnknownFailure'],
    ['divide', { by: '-0x2' }, 'Success'],
    ['wrongType', {}, 'UnknownFailure'],
    ['loop', {}, 'OutOfStep'],
    ['callNobody', {}, 'ContractNotFound'],
    ['callMissing', { to: wallet(2) }, 'Success'],
    ['recurse', { depth: '0x5' }, 'Success'],
    ['recurse', { depth: '0x3e8' }, 'StackOverflow'],
    ['spend', { to: ALICE, value: '0x1' }, 'OutOfBalance'],
    ['nothing', {}, 'MethodNotFound'],
  ])('answers %s %j with %s', (method, params, expected) => {
    expect(status(method, params)).toBe(expected);
  });

  it('calls a method that another contract does not have', () => {
    const other = bench.deploy(SPONSOR, {}, OWNER);
    expect(status('callMissing', { to: other })).toBe('MethodNotFound');
  });

  it('takes no coins', () => {
    bench.endow(ALICE, 1n);
    expect(statusOf(() => bench.call(faulty, 'wrongType', {}, { from: ALICE, value: 1n }))).toBe(
      'MethodNotPayable',
    );
  });

  it('can be told to fail at its install', () => {
    expect(statusOf(() => bench.deploy(FAULTY, { fail: '0x1' }, OWNER))).toBe('Reverted(30)');
    expect(statusOf(() => bench.deploy(FAULTY, { fail: '0x0' }, OWNER))).toBe('Success');
  });
});

describe('the sponsor', () => {
  it('takes over a share of the steps and logs who used it', () => {
    const bench = createScoreBench();
    const sponsor = bench.deploy(SPONSOR, {}, OWNER);
    bench.call(sponsor, 'use', { share: '0x1e' }, { from: ALICE });
    expect(bench.shares.get(sponsor)).toBe(30n);
    expect(bench.logs).toEqual([{ address: sponsor, indexed: ['Used(Address,int)', ALICE], data: ['0x1e'] }]);
  });
});
