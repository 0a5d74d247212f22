import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createScoreBench, statusOf, wallet, type ScoreBench } from '../../test/scores/bench.ts';
import { IRC2 } from './irc2.ts';
import { IRC3 } from './irc3.ts';
import { IRC31 } from './irc31.ts';

const WALLETS = [1, 2, 3].map(wallet);
const IDS = ['0x1', '0x2', '0x3'];

const someone = fc.constantFrom(...WALLETS);
const id = fc.constantFrom(...IDS);
const amount = fc.integer({ min: -3, max: 40 }).map((n) => (n < 0 ? `-0x${-n}` : `0x${n.toString(16)}`));

/** A call by somebody; many are refused. */
interface Step {
  readonly from: string;
  readonly method: string;
  readonly params: object;
}

function steps(methods: Record<string, fc.Arbitrary<object>>): fc.Arbitrary<Step[]> {
  const kinds = Object.entries(methods).map(([method, params]) =>
    fc.record({ from: someone, method: fc.constant(method), params }),
  );
  return fc.array(fc.oneof(...kinds), { maxLength: 40 });
}

/** Runs them all; each either succeeds or is refused by the contract. */
function play(bench: ScoreBench, contract: string, sequence: readonly Step[]): void {
  for (const { from, method, params } of sequence)
    expect(statusOf(() => bench.call(contract, method, params, { from }))).toMatch(/^Success$|^Reverted/);
}

const sum = (amounts: readonly unknown[]): bigint =>
  amounts.reduce<bigint>((total, each) => total + (each as bigint), 0n);

describe('whatever is called, in any order', () => {
  it('the balances of IRC2 add up to the supply, and none is below zero', () => {
    const sequences = steps({
      transfer: fc.record({ _to: someone, _value: amount }),
      airdrop: fc.record({ _to: fc.array(someone, { maxLength: 4 }), _value: amount }),
      mint: fc.record({ _to: someone, _value: amount }),
      burn: fc.record({ _value: amount }),
    });
    fc.assert(
      fc.property(sequences, (sequence) => {
        const bench = createScoreBench();
        const install = { _name: 'T', _symbol: 'T', _decimals: '0x0', _supply: '0x64' };
        const token = bench.deploy(IRC2, install, wallet(1));
        play(bench, token, sequence);
        const balances = WALLETS.map((owner) => bench.query(token, 'balanceOf', { _owner: owner }));
        expect(sum(balances)).toBe(bench.query(token, 'totalSupply'));
        expect(balances.every((balance) => (balance as bigint) >= 0n)).toBe(true);
      }),
    );
  });

  it('the counts of IRC3 are the tokens that each one owns', () => {
    const sequences = steps({
      mint: fc.record({ _to: someone, _tokenId: id }),
      burn: fc.record({ _tokenId: id }),
      approve: fc.record({ _to: someone, _tokenId: id }),
      transfer: fc.record({ _to: someone, _tokenId: id }),
      transferFrom: fc.record({ _from: someone, _to: someone, _tokenId: id }),
    });
    fc.assert(
      fc.property(sequences, (sequence) => {
        const bench = createScoreBench();
        const album = bench.deploy(IRC3, { _name: 'A', _symbol: 'A' }, wallet(1));
        play(bench, album, sequence);
        const ownerOf = (token: string) => bench.query(album, 'ownerOf', { _tokenId: token });
        const owners = IDS.filter((token) => statusOf(() => ownerOf(token)) === 'Success').map(ownerOf);
        const counts = WALLETS.map((owner) => bench.query(album, 'balanceOf', { _owner: owner }));
        expect(counts).toEqual(
          WALLETS.map((owner) => BigInt(owners.filter((each) => each === owner).length)),
        );
        expect(bench.query(album, 'totalSupply')).toBe(BigInt(owners.length));
      }),
    );
  });

  it('the balances of each IRC31 token add up to what was minted', () => {
    const pair = { _from: someone, _to: someone };
    const sequences = steps({
      mint: fc.record({ _to: someone, _id: id, _supply: amount, _uri: fc.constant('') }),
      setApprovalForAll: fc.record({ _operator: someone, _approved: fc.constantFrom('0x0', '0x1') }),
      transferFrom: fc.record({ ...pair, _id: id, _value: amount }),
      transferFromBatch: fc.record({
        ...pair,
        _ids: fc.array(id, { maxLength: 3 }),
        _values: fc.array(amount, { maxLength: 3 }),
      }),
    });
    fc.assert(
      fc.property(sequences, (sequence) => {
        const bench = createScoreBench();
        const items = bench.deploy(IRC31, {}, wallet(1));
        play(bench, items, sequence);
        const minted = (token: string) =>
          bench.logs
            .filter(({ indexed, data }) => indexed[2] === wallet(0) && data[0] === token)
            .map(({ data }) => BigInt(data[1] ?? ''));
        for (const token of IDS) {
          const asked = { _owners: WALLETS, _ids: WALLETS.map(() => token) };
          const balances = bench.query(items, 'balanceOfBatch', asked) as readonly bigint[];
          expect(sum(balances)).toBe(sum(minted(token)));
          expect(balances.every((balance) => balance >= 0n)).toBe(true);
        }
      }),
    );
  });
});
