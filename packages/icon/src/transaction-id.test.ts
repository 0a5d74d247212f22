import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nested } from '../test/nested.ts';
import { genesisId, transactionId } from './index.ts';

// Known ids: V1 goloop doc/jsonrpc_v3.md, V2 icon-sdk-js, V3 ICON's signature guide, V4 goloop common/crypto, V5 and V6
// loopchain tests/unit/test_crypto.py.
const sent = {
  version: '0x3',
  from: 'hxbe258ceb872e08851f1f59694dac2558708ece11',
  to: 'cxb0776ee37f5b45bfaea8cff1d8232fbb6122ec32',
  stepLimit: '0x12345',
  timestamp: '0x563a6cf330136',
};

const VECTORS = [
  {
    name: 'V1, a transfer',
    id: 'd8da71e926052b960def61c64f325412772f8e986f888685bc87c0bc046c2d9f',
    transaction: {
      version: '0x3',
      from: 'hx84f6c686fba03bc7ca65d15ae844ee56ff24a32b',
      to: 'hx244deea00413d85c6637e7fdd53afa697f29d08f',
      nid: '0x1',
      stepLimit: '0x3e8',
      timestamp: '0x58a14bfe9b904',
      value: '0xa',
      signature: 'tCUwOb6vsaUKy+NYvmzdJYC0jm3Erd5cR6wKnVuAjzMOECC+t/oK7fG/Tz2Y3C25o0AfCmbneXpias6xco+43wE=',
    },
  },
  {
    name: 'V2, a transfer with a nonce',
    id: '0cc59949afe74512b058f3382a013483cab018336801ee271ba046c7fc8b96b2',
    transaction: {
      version: '0x3',
      from: 'hx46293d558d3bd489c3715e7e3648de0e35086bfd',
      to: 'hx87a90bfe8ed49e1a25184ce77fa0d9c4b0484d6a',
      nid: '0x3',
      nonce: '0x1',
      stepLimit: '0x186a0',
      timestamp: '0x57ccd6ba074f8',
      value: '0x7',
    },
  },
  {
    name: 'V3, a transfer to a contract',
    id: '7adca3c540197bc0c5e362c34984266bebbcd2dae2fd06089554525b9bfcd0ff',
    transaction: { ...sent, nid: '0x1', value: '0xde0b6b3a7640000' },
  },
  {
    name: 'V4, version 2',
    id: 'c5d6c454e4d7a8e8a654f5ef96e8efe41d21a65b171b298925414aa3dc061e37',
    transaction: {
      from: 'hx57b8365292c115d3b72d948272cc4d788fa91f64',
      to: 'hx57b8365292c115d3b72d948272cc4d788fa91f64',
      value: '0xde0b6b3a7640000',
      fee: '0x2386f26fc10000',
      timestamp: '1538976759263551',
      method: 'icx_sendTransaction',
      signature: 'QBHeMMBDAqI1JADfPRRZ1th5lYDc6yWfRdsdmSQ6jQxk9Ui3d2y5PjdXm4MPw+/OQeEuCVjNqfjF/K1oLGEHlQA=',
      tx_hash: 'c5d6c454e4d7a8e8a654f5ef96e8efe41d21a65b171b298925414aa3dc061e37',
    },
  },
  {
    name: 'V5, a call with every character that is escaped',
    id: '03ed3220f92ab672e3471dbc102b8cdabe777d8c6d2f027ea3f877684b6cace9',
    transaction: {
      ...sent,
      nid: '0x2',
      nonce: '0x1',
      dataType: 'call',
      data: {
        method: 'transfer',
        params: {
          to: 'hx.ab2d8215eab\\14bc6bdd8bfb2c[8151257]032ec{d8}b',
          value: '0x1',
          array0: ['1', '2.21'],
          array1: [
            { hash: '0x12', value: '0x34' },
            { hash: '0x56', value: '0x78' },
          ],
        },
      },
    },
  },
  {
    name: 'V6, a call with nulls',
    id: '8a64bd4f75597ad4b40ce236e61693afd1f1dbc7a8809a494189aab4565ee2ca',
    transaction: {
      ...sent,
      nid: '0x1',
      nonce: '0x1',
      dataType: 'call',
      data: {
        method: 'transfer',
        params: {
          to: 'hxab2d8215eab14bc6bdd8bfb2c8151257032ecd8b',
          value: '0x1',
          array0: [null, null],
          array1: [
            { hash: null, value: null },
            { hash: null, value: '0x78' },
          ],
        },
      },
    },
  },
];

describe('transactionId', () => {
  it.each(VECTORS)('gives the known id of $name', ({ transaction, id }) => {
    expect(transactionId(transaction)).toBe(`0x${id}`);
  });

  it('does not depend on what the node adds or on the order of members', () => {
    const { transaction, id } = VECTORS[2]!;
    const added = { txIndex: '0x0', blockHeight: '0x1', blockHash: '0x2', txHash: '0x3', signature: 'x' };
    const reversed = Object.fromEntries(Object.entries({ ...transaction, ...added }).reverse());
    expect(transactionId(reversed)).toBe(`0x${id}`);
  });

  it('orders keys by their UTF-8 bytes, where an emoji comes after every character of the basic plane', () => {
    const one = transactionId({ ...sent, data: { '\uff21': 'a', '😀': 'b' } });
    const other = transactionId({ ...sent, data: { '😀': 'b', '\uff21': 'a' } });
    expect(one).toBe(other);
    expect(one).toBe('0xa6ae3f240d07347de0ca294fa3e91cb7b302eb38cdcd3ec5ae66f22dd1a59f03');
  });

  it('writes no dot behind empty strings at the start of a list, as the node does', () => {
    const list = (...params: string[]) => transactionId({ ...sent, data: { params } });
    expect(list('', 'a')).toBe(list('a'));
    expect(list('a', '')).not.toBe(list('a'));
  });

  it('reads of a number what stands before the point, as the node does', () => {
    const id = (value: unknown) => transactionId({ ...sent, data: { params: [value] } });
    expect(id(1.5)).toBe(id('1'));
    expect(id(-0.5)).toBe(id('0'));
    expect(id(2 ** 53 - 1)).toBe(id('9007199254740991'));
  });

  it('has no limit of depth', () => {
    const deep = transactionId({ ...sent, data: nested(100_000) });
    expect(deep).toBe(`0x${sha3Of('['.repeat(100_000) + ']'.repeat(100_000))}`);
    expect(deep).not.toBe(transactionId({ ...sent, data: nested(99_999) }));
  });

  it('does not depend on the order of keys, at any depth', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string({ unit: 'binary' }), jsonWithIds)), (members) => {
        const data = Object.fromEntries(members);
        expect(transactionId({ data: reversed(data), ...sent })).toBe(transactionId({ ...sent, data }));
      }),
    );
  });

  it.each([true, 2 ** 53, -(2 ** 53)])('refuses %j in a transaction, naming where it stands', (value) => {
    expect(() => transactionId({ ...sent, data: { params: { list: ['x', value] } } })).toThrow(
      /transaction\.data\.params\.list\[1\]/,
    );
  });
});

describe('genesisId', () => {
  it('gives the known id of a genesis with a chain', () => {
    const accounts = [
      { name: 'god', address: 'hx736846756bcdea54366decfdbdae354789815103', balance: '0x1234' },
    ];
    expect(genesisId({ accounts, chain: {} })).toBe(
      '0xe50a02d99d2c131fd1c1a80aa60f015083f8f8540953f41aea310774fceeee26',
    );
  });

  it('has no limit of depth either, with and without a chain', () => {
    const accounts = nested(100_000);
    expect(genesisId({ accounts })).not.toBe(genesisId({ accounts, chain: {} }));
  });

  it("gives the id of ICON's mainnet, whose genesis is older than the rules", () => {
    expect(genesisId(MAINNET)).toBe('0x5aa2453a84ba2fb1e3394b9e3471f5dcebc6225fc311a97ca505728153b9d246');
  });
});

/** JSON values that have an id: no truth values, no numbers that JSON rounds. */
const jsonWithIds: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.string({ unit: 'binary' }),
    fc.maxSafeInteger(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.string({ unit: 'grapheme' }), tie('value'), { maxKeys: 4 }),
  ),
})).value;

/** The same value with every object's keys the other way round. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).map(([key, item]) => [key, reversed(item)] as const);
  return Object.fromEntries(members.reverse());
}

/** The id of `sent` with this text for its data. */
function sha3Of(data: string): string {
  const { from, to, stepLimit, timestamp, version } = sent;
  const text =
    `icx_sendTransaction.data.${data}.from.${from}.stepLimit.${stepLimit}.timestamp.${timestamp}` +
    `.to.${to}.version.${version}`;
  return createHash('sha3-256').update(text).digest('hex');
}

const MAINNET = {
  accounts: [
    {
      name: 'god',
      address: 'hx54f7853dc6481b670caf69c5a27c7c8fe5be8269',
      balance: '0x2961fff8ca4a62327800000',
    },
    { name: 'treasury', address: 'hx1000000000000000000000000000000000000000', balance: '0x0' },
  ],
  message:
    'A rhizome has no beginning or end; it is always in the middle, between things, interbeing, intermezzo. ' +
    'The tree is filiation, but the rhizome is alliance, uniquely alliance. The tree imposes the verb "to be" ' +
    'but the fabric of the rhizome is the conjunction, "and ... and ...and..."This conjunction carries enough ' +
    'force to shake and uproot the verb "to be." Where are you going? Where are you coming from? What are you ' +
    'heading for? These are totally useless questions.\n\n - Mille Plateaux, Gilles Deleuze & Felix ' +
    'Guattari\n\n"Hyperconnect the world"',
};
