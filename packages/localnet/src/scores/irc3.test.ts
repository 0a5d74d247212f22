import { ADDRESS } from '@madang/icon';
import { beforeEach, describe, expect, it } from 'vitest';
import { createScoreBench, statusOf, wallet, type ScoreBench } from '../../test/scores/bench.ts';
import { IRC3 } from './irc3.ts';

const [OWNER, ALICE, BOB, CAROL] = [wallet(1), wallet(2), wallet(3), wallet(4)];
const ID = '0x7';

describe('the IRC3 tokens', () => {
  let bench: ScoreBench;
  let album: string;
  const call = (from: string, method: string, params: object) => bench.call(album, method, params, { from });
  const ownerOf = () => bench.query(album, 'ownerOf', { _tokenId: ID });
  const approved = () => bench.query(album, 'getApproved', { _tokenId: ID });
  const count = (owner: string) => bench.query(album, 'balanceOf', { _owner: owner });
  const texts = () => bench.logs.map(({ indexed, data }) => [...indexed, ...data]);

  beforeEach(() => {
    bench = createScoreBench();
    album = bench.deploy(IRC3, { _name: '사진첩', _symbol: 'ALB' }, OWNER);
    call(ALICE, 'mint', { _to: ALICE, _tokenId: ID });
  });

  it('have a name and a symbol from their install', () => {
    expect([bench.query(album, 'name'), bench.query(album, 'symbol')]).toEqual(['사진첩', 'ALB']);
  });

  it('are minted once', () => {
    expect([ownerOf(), count(ALICE), bench.query(album, 'totalSupply')]).toEqual([ALICE, 1n, 1n]);
    expect(texts()).toEqual([['Transfer(Address,Address,int)', ADDRESS.zero, ALICE, ID]]);
    expect(statusOf(() => call(BOB, 'mint', { _to: BOB, _tokenId: ID }))).toBe('Reverted(5)');
  });

  it('are moved by their owner alone', () => {
    expect(statusOf(() => call(BOB, 'transfer', { _to: BOB, _tokenId: ID }))).toBe('Reverted(6)');
    call(ALICE, 'transfer', { _to: BOB, _tokenId: ID });
    expect([ownerOf(), count(ALICE), count(BOB)]).toEqual([BOB, 0n, 1n]);
    expect(texts().at(-1)).toEqual(['Transfer(Address,Address,int)', ALICE, BOB, ID]);
  });

  it('stay where they are when sent to their owner', () => {
    call(ALICE, 'transfer', { _to: ALICE, _tokenId: ID });
    expect([ownerOf(), count(ALICE)]).toEqual([ALICE, 1n]);
  });

  it('are moved by one who is approved, once', () => {
    expect(approved()).toBeNull();
    call(ALICE, 'approve', { _to: BOB, _tokenId: ID });
    expect(approved()).toBe(BOB);
    expect(texts().at(-1)).toEqual(['Approval(Address,Address,int)', ALICE, BOB, ID]);
    call(BOB, 'transferFrom', { _from: ALICE, _to: CAROL, _tokenId: ID });
    expect([ownerOf(), approved()]).toEqual([CAROL, null]);
    expect(statusOf(() => call(BOB, 'transferFrom', { _from: CAROL, _to: BOB, _tokenId: ID }))).toBe(
      'Reverted(8)',
    );
  });

  it('lose an approval when their owner moves them', () => {
    call(ALICE, 'approve', { _to: BOB, _tokenId: ID });
    call(ALICE, 'transferFrom', { _from: ALICE, _to: CAROL, _tokenId: ID });
    expect([ownerOf(), approved()]).toEqual([CAROL, null]);
  });

  it('are not taken from one who does not have them', () => {
    call(ALICE, 'approve', { _to: BOB, _tokenId: ID });
    expect(statusOf(() => call(BOB, 'transferFrom', { _from: CAROL, _to: BOB, _tokenId: ID }))).toBe(
      'Reverted(8)',
    );
    expect(statusOf(() => call(BOB, 'approve', { _to: BOB, _tokenId: ID }))).toBe('Reverted(6)');
  });

  it('are burnt by their owner, with the approval, and may be minted again', () => {
    call(ALICE, 'approve', { _to: BOB, _tokenId: ID });
    expect(statusOf(() => call(BOB, 'burn', { _tokenId: ID }))).toBe('Reverted(6)');
    call(ALICE, 'burn', { _tokenId: ID });
    expect(texts().at(-1)).toEqual(['Transfer(Address,Address,int)', ALICE, ADDRESS.zero, ID]);
    expect([count(ALICE), bench.query(album, 'totalSupply')]).toEqual([0n, 0n]);
    call(BOB, 'mint', { _to: CAROL, _tokenId: ID });
    expect([ownerOf(), approved()]).toEqual([CAROL, null]);
  });

  it('may have a number below zero', () => {
    call(ALICE, 'mint', { _to: BOB, _tokenId: '-0x1f' });
    expect(bench.query(album, 'ownerOf', { _tokenId: '-0x1f' })).toBe(BOB);
    expect(texts().at(-1)?.at(-1)).toBe('-0x1f');
  });

  it.each([
    ['ownerOf', {}],
    ['getApproved', {}],
    ['burn', {}],
    ['approve', { _to: BOB }],
    ['transfer', { _to: BOB }],
    ['transferFrom', { _from: ALICE, _to: BOB }],
  ])('are missed by %s when they do not exist', (method, params) => {
    expect(statusOf(() => call(ALICE, method, { ...params, _tokenId: '0x8' }))).toBe('Reverted(4)');
  });
});
