import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RECORDINGS } from '../index.ts';
import { apiOf, type ApiEntry } from './api.ts';
import { FAULTY } from './faulty.ts';
import { IRC2 } from './irc2.ts';
import { IRC3 } from './irc3.ts';
import { IRC31 } from './irc31.ts';
import { MARKET } from './market.ts';
import type { Score } from './score.ts';
import { SPONSOR } from './sponsor.ts';

const state = JSON.parse(readFileSync(new URL('state.json', RECORDINGS.chain), 'utf8')) as {
  readonly contracts: Readonly<Record<string, { readonly api: readonly ApiEntry[] }>>;
};

/** The recorded contracts that ours stand for. */
const RECORDED: readonly (readonly [Score, string])[] = [
  [IRC2, 'cx0e52c284bf87d1c7552861cdad07fb7298aa67de'],
  [IRC3, 'cxa68adcfdaf7458e97972e318c53c9c5312831ad4'],
  [IRC31, 'cx483b580fa22e26af7eeb9e4fba9455106f809745'],
  [MARKET, 'cx85d53740dd9697d9d3d0c318c917614d15dc0a1c'],
  [FAULTY, 'cx1ef6b6dfd5c2f5d556f4e433ff0cf758e2513927'],
  [SPONSOR, 'cx7025a4075427eab19d16400c2d9618687c809e9f'],
];

/** What ours have and the recorded ones do not. */
const MORE: Readonly<Record<string, readonly string[]>> = { irc31: ['balanceOfBatch', 'tokenURI'] };

describe('the API of a contract', () => {
  it.each(RECORDED)('of $name is what a node told of the recorded one, byte for byte', (score, address) => {
    const more = MORE[score.name] ?? [];
    const api = apiOf(score);
    expect(api.filter(({ name }) => more.includes(name))).toHaveLength(more.length);
    const common = api.filter(({ name }) => !more.includes(name));
    expect(common.map((entry) => JSON.stringify(entry))).toEqual(
      state.contracts[address]!.api.map((entry) => JSON.stringify(entry)),
    );
  });

  it('has the methods that are only ours in their places', () => {
    expect(apiOf(IRC31).map(({ name }) => name)).toEqual([
      'ApprovalForAll',
      'TransferBatch',
      'TransferSingle',
      'URI',
      'balanceOf',
      'balanceOfBatch',
      'isApprovedForAll',
      'mint',
      'setApprovalForAll',
      'tokenURI',
      'transferFrom',
      'transferFromBatch',
    ]);
  });
});
