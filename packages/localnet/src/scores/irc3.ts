import { ADDRESS } from '@madang/icon';
import { address, int, method, str } from './describe.ts';
import { IRC3_SOURCE } from './irc3.source.ts';
import type { Score, Self } from './score.ts';

/**
 * Tokens of the IRC3 standard, each one of a kind; anyone may mint one that is not there yet. Reverts: 4 no such token, 5 minted
 * already, 6 of somebody else, 8 not approved.
 */
export const IRC3: Score = {
  name: 'irc3',
  mainClass: 'Collection',
  source: IRC3_SOURCE,
  events: {
    Transfer: { inputs: [address('_from'), address('_to'), int('_tokenId')], indexed: 3 },
    Approval: { inputs: [address('_owner'), address('_approved'), int('_tokenId')], indexed: 3 },
  },
  methods: {
    name: method({ inputs: [], output: 'str', readonly: true, run: ({ db }) => db.text('name') ?? '' }),
    symbol: method({ inputs: [], output: 'str', readonly: true, run: ({ db }) => db.text('symbol') ?? '' }),
    totalSupply: method({ inputs: [], output: 'int', readonly: true, run: ({ db }) => db.integer('supply') }),
    balanceOf: method({
      inputs: [address('_owner')],
      output: 'int',
      readonly: true,
      run: ({ db }, owner) => db.integer('counts', owner),
    }),
    ownerOf: method({ inputs: [int('_tokenId')], output: 'Address', readonly: true, run: findOwner }),
    getApproved: method({
      inputs: [int('_tokenId')],
      output: 'Address',
      readonly: true,
      run(self, token) {
        findOwner(self, token);
        return self.db.text('approved', token);
      },
    }),
    mint: method({
      inputs: [address('_to'), int('_tokenId')],
      run(self, to, token) {
        if (self.db.text('owners', token) !== null) self.revert('This token is there already', 5);
        self.db.set(to, 'owners', token);
        count(self, to, 1n);
        self.db.set(self.db.integer('supply') + 1n, 'supply');
        self.emit('Transfer', ADDRESS.zero, to, token);
      },
    }),
    burn: method({
      inputs: [int('_tokenId')],
      run(self, token) {
        const owner = mustBeMine(self, token);
        clearApproval(self, token);
        self.db.set(null, 'owners', token);
        count(self, owner, -1n);
        self.db.set(self.db.integer('supply') - 1n, 'supply');
        self.emit('Transfer', owner, ADDRESS.zero, token);
      },
    }),
    approve: method({
      inputs: [address('_to'), int('_tokenId')],
      run(self, to, token) {
        const owner = mustBeMine(self, token);
        self.db.set(to, 'approved', token);
        self.emit('Approval', owner, to, token);
      },
    }),
    transfer: method({
      inputs: [address('_to'), int('_tokenId')],
      run(self, to, token) {
        handOver(self, mustBeMine(self, token), to, token);
      },
    }),
    transferFrom: method({
      inputs: [address('_from'), address('_to'), int('_tokenId')],
      run(self, from, to, token) {
        const owner = findOwner(self, token);
        const { sender, db } = self;
        if (owner !== from || (sender !== owner && sender !== db.text('approved', token)))
          self.revert('Moving this token is not approved', 8);
        handOver(self, owner, to, token);
      },
    }),
  },
  install: method({
    inputs: [str('_name'), str('_symbol')],
    run(self, name, symbol) {
      self.db.set(name, 'name');
      self.db.set(symbol, 'symbol');
    },
  }),
  update: method({ inputs: [], run: () => undefined }),
};

function findOwner(self: Self, token: bigint): string {
  return self.db.text('owners', token) ?? self.revert('This token does not exist', 4);
}

function mustBeMine(self: Self, token: bigint): string {
  const owner = findOwner(self, token);
  if (owner !== self.sender) self.revert('This token belongs to somebody else', 6);
  return owner;
}

function clearApproval({ db }: Self, token: bigint): void {
  if (db.text('approved', token) !== null) db.set(null, 'approved', token);
}

function handOver(self: Self, owner: string, receiver: string, token: bigint): void {
  clearApproval(self, token);
  self.db.set(receiver, 'owners', token);
  count(self, owner, -1n);
  count(self, receiver, 1n);
  self.emit('Transfer', owner, receiver, token);
}

function count({ db }: Self, owner: string, change: bigint): void {
  db.set(db.integer('counts', owner) + change, 'counts', owner);
}
