import { ADDRESS, isContract } from '@madang/icon';
import { address, bytes, int, listOf, method, optional, str } from './describe.ts';
import { IRC2_SOURCE } from './irc2.source.ts';
import type { Score, Self } from './score.ts';

/**
 * A token of the IRC2 standard whose owner can mint. Reverts: 1 beyond the balance, 2 an amount below zero, 3 a supply below zero,
 * 7 minting by another than the owner.
 */
export const IRC2: Score = {
  name: 'irc2',
  mainClass: 'FungibleToken',
  source: IRC2_SOURCE,
  events: {
    Transfer: { inputs: [address('_from'), address('_to'), int('_value'), bytes('_data')], indexed: 3 },
  },
  methods: {
    name: method({ inputs: [], output: 'str', readonly: true, run: ({ db }) => db.text('name') ?? '' }),
    symbol: method({ inputs: [], output: 'str', readonly: true, run: ({ db }) => db.text('symbol') ?? '' }),
    decimals: method({ inputs: [], output: 'int', readonly: true, run: ({ db }) => db.integer('decimals') }),
    totalSupply: method({ inputs: [], output: 'int', readonly: true, run: ({ db }) => db.integer('supply') }),
    balanceOf: method({
      inputs: [address('_owner')],
      output: 'int',
      readonly: true,
      run: ({ db }, owner) => db.integer('balances', owner),
    }),
    transfer: method({
      inputs: [address('_to'), int('_value'), optional(bytes('_data'))],
      run(self, to, value, data) {
        pay(self, to, value, data ?? Buffer.from('None'));
      },
    }),
    airdrop: method({
      inputs: [listOf(address('_to')), int('_value')],
      run(self, to, value) {
        for (const receiver of to) pay(self, receiver, value, Buffer.from('airdrop'));
      },
    }),
    mint: method({
      inputs: [address('_to'), int('_value')],
      run(self, to, value) {
        if (self.sender !== self.owner) self.revert('Minting is for the owner of the contract', 7);
        if (value < 0n) self.revert('Amounts below zero do not exist', 2);
        issue(self, to, value);
      },
    }),
    burn: method({
      inputs: [int('_value')],
      run(self, value) {
        take(self, self.sender, value);
        self.db.set(self.db.integer('supply') - value, 'supply');
        self.emit('Transfer', self.sender, ADDRESS.zero, value, Buffer.from('burn'));
      },
    }),
  },
  install: method({
    inputs: [str('_name'), str('_symbol'), int('_decimals'), int('_supply')],
    run(self, name, symbol, decimals, supply) {
      if (supply < 0n) self.revert('A supply starts at zero or above', 3);
      self.db.set(name, 'name');
      self.db.set(symbol, 'symbol');
      self.db.set(decimals, 'decimals');
      if (supply > 0n) issue(self, self.sender, supply);
    },
  }),
  update: method({ inputs: [], run: () => undefined }),
};

function issue(self: Self, receiver: string, value: bigint): void {
  self.db.set(self.db.integer('supply') + value, 'supply');
  give(self, receiver, value);
  self.emit('Transfer', ADDRESS.zero, receiver, value, Buffer.from('mint'));
}

function pay(self: Self, receiver: string, value: bigint, data: Buffer): void {
  take(self, self.sender, value);
  give(self, receiver, value);
  self.emit('Transfer', self.sender, receiver, value, data);
  if (isContract(receiver)) self.call(receiver, 'tokenFallback', [self.sender, value, data]);
}

function take(self: Self, holder: string, value: bigint): void {
  if (value < 0n) self.revert('Amounts below zero do not exist', 2);
  const balance = self.db.integer('balances', holder);
  if (balance < value) self.revert('The balance does not cover this', 1);
  self.db.set(balance - value, 'balances', holder);
}

function give({ db }: Self, receiver: string, value: bigint): void {
  db.set(db.integer('balances', receiver) + value, 'balances', receiver);
}
