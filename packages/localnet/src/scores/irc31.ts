import { ADDRESS, isContract } from '@madang/icon';
import { address, bool, bytes, int, listOf, method, optional, str } from './describe.ts';
import { IRC31_SOURCE } from './irc31.source.ts';
import { encodeRlpIntegers } from './rlp.ts';
import type { Score, Self } from './score.ts';

const NO_DATA = Buffer.alloc(0);

/**
 * Many kinds of tokens in one contract, by the IRC31 standard; anyone may mint. Reverts: 9 beyond the balance or below zero, 10 not
 * approved, 11 lists of unequal length.
 */
export const IRC31: Score = {
  name: 'irc31',
  mainClass: 'MultiToken',
  source: IRC31_SOURCE,
  events: {
    TransferSingle: {
      inputs: [address('_operator'), address('_from'), address('_to'), int('_id'), int('_value')],
      indexed: 3,
    },
    TransferBatch: {
      inputs: [address('_operator'), address('_from'), address('_to'), bytes('_ids'), bytes('_values')],
      indexed: 3,
    },
    ApprovalForAll: { inputs: [address('_owner'), address('_operator'), bool('_approved')], indexed: 2 },
    URI: { inputs: [int('_id'), str('_value')], indexed: 1 },
  },
  methods: {
    balanceOf: method({
      inputs: [address('_owner'), int('_id')],
      output: 'int',
      readonly: true,
      run: ({ db }, owner, token) => db.integer('balances', token, owner),
    }),
    balanceOfBatch: method({
      inputs: [listOf(address('_owners')), listOf(int('_ids'))],
      output: 'list',
      readonly: true,
      run: (self, owners, tokens) =>
        pairsOf(self, owners, tokens).map(([owner, token]) => self.db.integer('balances', token, owner)),
    }),
    tokenURI: method({
      inputs: [int('_id')],
      output: 'str',
      readonly: true,
      run: ({ db }, token) => db.text('uris', token) ?? '',
    }),
    isApprovedForAll: method({
      inputs: [address('_owner'), address('_operator')],
      output: 'bool',
      readonly: true,
      run: isApproved,
    }),
    setApprovalForAll: method({
      inputs: [address('_operator'), bool('_approved')],
      run(self, operator, approved) {
        self.db.set(approved ? 1n : 0n, 'operators', self.sender, operator);
        self.emit('ApprovalForAll', self.sender, operator, approved);
      },
    }),
    mint: method({
      inputs: [address('_to'), int('_id'), int('_supply'), str('_uri')],
      run(self, to, token, supply, uri) {
        if (supply < 0n) self.revert('Amounts below zero do not exist', 9);
        give(self, to, token, supply);
        self.db.set(uri, 'uris', token);
        self.emit('TransferSingle', self.sender, ADDRESS.zero, to, token, supply);
        self.emit('URI', token, uri);
      },
    }),
    transferFrom: method({
      inputs: [address('_from'), address('_to'), int('_id'), int('_value'), optional(bytes('_data'))],
      run(self, from, to, token, value, data) {
        const operator = mustBeApproved(self, from);
        handOver(self, from, to, token, value);
        self.emit('TransferSingle', operator, from, to, token, value);
        if (isContract(to)) self.call(to, 'onIRC31Received', [operator, from, token, value, data ?? NO_DATA]);
      },
    }),
    transferFromBatch: method({
      inputs: [
        address('_from'),
        address('_to'),
        listOf(int('_ids')),
        listOf(int('_values')),
        optional(bytes('_data')),
      ],
      run(self, from, to, tokens, values, data) {
        const operator = mustBeApproved(self, from);
        for (const [token, value] of pairsOf(self, tokens, values)) handOver(self, from, to, token, value);
        const lists = [encodeRlpIntegers(tokens), encodeRlpIntegers(values)];
        self.emit('TransferBatch', operator, from, to, ...lists);
        if (isContract(to))
          self.call(to, 'onIRC31BatchReceived', [operator, from, tokens, values, data ?? NO_DATA]);
      },
    }),
  },
  install: method({ inputs: [], run: () => undefined }),
  update: method({ inputs: [], run: () => undefined }),
};

function isApproved({ db }: Self, owner: string, operator: string): boolean {
  return db.integer('operators', owner, operator) !== 0n;
}

function mustBeApproved(self: Self, owner: string): string {
  const operator = self.sender;
  if (operator !== owner && !isApproved(self, owner, operator))
    self.revert('The owner has not approved this operator', 10);
  return operator;
}

function pairsOf<A, B>(self: Self, some: readonly A[], others: readonly B[]): (readonly [A, B])[] {
  if (some.length !== others.length) self.revert('The lists are not equally long', 11);
  return some.map((item, i) => [item, others[i] as B]);
}

function handOver(self: Self, sender: string, receiver: string, token: bigint, value: bigint): void {
  const balance = self.db.integer('balances', token, sender);
  if (value < 0n || balance < value) self.revert('The balance does not cover this', 9);
  self.db.set(balance - value, 'balances', token, sender);
  give(self, receiver, token, value);
}

function give({ db }: Self, receiver: string, token: bigint, value: bigint): void {
  db.set(db.integer('balances', token, receiver) + value, 'balances', token, receiver);
}
