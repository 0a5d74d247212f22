import { aLog, anAddress } from '@madang/testkit';
import { describe, expect, it } from 'vitest';
import { standardOfPlainTransfer } from './token-standard.ts';
import { tokenTransfers } from './token-transfers.ts';

const [ALICE, BOB, OPERATOR] = [anAddress(11), anAddress(12), anAddress(13)] as const;
const IRC2 = 'Transfer(Address,Address,int,bytes)';
const PLAIN = 'Transfer(Address,Address,int)';
const SINGLE = 'TransferSingle(Address,Address,Address,int,int)';
const BATCH = 'TransferBatch(Address,Address,Address,bytes,bytes)';

describe('tokenTransfers', () => {
  it('reads a transfer of IRC2 however many of its values are indexed', () => {
    const transfer = {
      standard: 'irc2',
      operator: null,
      from: ALICE,
      to: BOB,
      value: -5n,
      tokenId: null,
    };
    for (const indexed of [1, 2, 4, 5]) {
      const values = [IRC2, ALICE, BOB, '-0x5', '0x00'];
      const log = aLog({ indexed: values.slice(0, indexed), data: values.slice(indexed) });
      expect(tokenTransfers(log, 'irc3')).toEqual([transfer]);
    }
  });

  it('takes the third value of the ambiguous signature for an id or an amount as it is told', () => {
    const log = aLog({ indexed: [PLAIN, ALICE, BOB, '0x7'] });
    expect(tokenTransfers(log, 'irc3')).toMatchObject([{ standard: 'irc3', value: 1n, tokenId: 7n }]);
    expect(tokenTransfers(log, 'irc2')).toMatchObject([{ standard: 'irc2', value: 7n, tokenId: null }]);
  });

  it('takes the second address of IRC31 for the sender, not the first, who is the operator', () => {
    const log = aLog({ indexed: [SINGLE, OPERATOR, ALICE, BOB], data: ['0x2', '0x28'] });
    expect(tokenTransfers(log, 'irc2')).toEqual([
      { standard: 'irc31', operator: OPERATOR, from: ALICE, to: BOB, value: 40n, tokenId: 2n },
    ]);
  });

  it('gives a transfer for each id of a batch', () => {
    const log = aLog({ indexed: [BATCH, OPERATOR, ALICE, BOB], data: ['0xc20102', '0xc482010005'] });
    expect(tokenTransfers(log, 'irc2').map(({ tokenId, value }) => [tokenId, value])).toEqual([
      [1n, 256n],
      [2n, 5n],
    ]);
  });

  it.each([
    ['a value that is null', [IRC2, ALICE, null, '0x1', '0x']],
    ['base64 in place of values', ['VHJhbnNmZXI=', ALICE, BOB, '0x1']],
    ['too few values', [PLAIN, ALICE, BOB]],
    ['an address that is none', [PLAIN, ALICE, 'hx12', '0x1']],
    ['a number longer than any standard allows', [PLAIN, ALICE, BOB, `0x1${'0'.repeat(128)}`]],
    ['lists of unequal length', [BATCH, OPERATOR, ALICE, BOB, '0xc20102', '0xc105']],
    ['another event', ['Approval(Address,Address,int)', ALICE, BOB, '0x1']],
    ['no signature', []],
  ])('finds none in a log with %s', (_what, indexed) => {
    expect(tokenTransfers(aLog({ indexed, data: [] }), 'irc2')).toEqual([]);
  });
});

describe('standardOfPlainTransfer', () => {
  const method = (name: string) => ({ type: 'function', name });
  it('is IRC3 when the contract tells owners and has no decimals, else IRC2', () => {
    expect(standardOfPlainTransfer([method('ownerOf'), method('name')])).toBe('irc3');
    expect(standardOfPlainTransfer([method('ownerOf'), method('decimals')])).toBe('irc2');
    expect(standardOfPlainTransfer([{ type: 'eventlog', name: 'ownerOf' }])).toBe('irc2');
    expect(standardOfPlainTransfer([null, 'ownerOf', 3])).toBe('irc2');
    expect(standardOfPlainTransfer(null)).toBe('irc2');
  });
});
