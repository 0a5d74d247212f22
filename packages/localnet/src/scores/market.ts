import { address, bool, bytes, int, listOf, method, optional, str } from './describe.ts';
import { floorDivide } from './division.ts';
import { MARKET_SOURCE } from './market.source.ts';
import type { Score, Self } from './score.ts';

/**
 * Changes coins into a token and back at a rate (tokens for a coin), sends coins on, and logs values of every type. Tokens come with
 * the data `sell`, to be paid for, `reject`, to be sent back, or anything else. Reverts: 20 another token, 21 `reject`.
 */
export const MARKET: Score = {
  name: 'market',
  mainClass: 'Market',
  source: MARKET_SOURCE,
  events: {
    Bought: { inputs: [address('buyer'), address('token'), int('coins'), int('tokens')], indexed: 2 },
    Received: { inputs: [address('sender'), int('value'), bytes('data')], indexed: 0 },
    Note: { inputs: [str('text'), int('number'), bool('flag'), bytes('raw'), address('who')], indexed: 1 },
    Empty: { inputs: [], indexed: 0 },
  },
  methods: {
    rate: method({ inputs: [], output: 'int', readonly: true, run: ({ db }) => db.integer('rate') }),
    echo: method({
      inputs: [listOf(str('items'))],
      output: 'list',
      readonly: true,
      run: (_self, items) => items,
    }),
    buy: method({
      inputs: [],
      payable: true,
      run(self) {
        const token = tokenOf(self);
        const tokens = self.value * self.db.integer('rate');
        self.call(token, 'transfer', [self.sender, tokens, Buffer.from('bought')]);
        self.emit('Bought', self.sender, token, self.value, tokens);
      },
    }),
    tokenFallback: method({
      inputs: [address('_from'), int('_value'), bytes('_data')],
      run(self, from, value, data) {
        const wish = data.toString('latin1');
        if (wish === 'reject') self.revert('Tokens sent like this are not taken', 21);
        if (wish === 'sell') sell(self, from, value);
        self.emit('Received', from, value, data);
      },
    }),
    split: method({
      inputs: [listOf(address('to'))],
      payable: true,
      run(self, to) {
        const share = floorDivide(self.value, BigInt(to.length));
        for (const receiver of to) self.transfer(receiver, share);
      },
    }),
    trySend: method({
      inputs: [address('to'), int('value')],
      run(self, to, value) {
        const sent = self.send(to, value);
        self.emit('Note', 'send', value, sent, null, to);
      },
    }),
    note: method({
      inputs: [
        optional(str('text')),
        optional(int('number')),
        optional(bool('flag')),
        optional(bytes('raw')),
        optional(address('who')),
      ],
      run(self, ...values) {
        self.emit('Note', ...values);
        self.emit('Empty');
      },
    }),
    many: method({
      inputs: [int('count')],
      run(self, count) {
        for (let i = 0; i < count; i += 1)
          self.emit('Note', 'entry', BigInt(i), i % 2 === 0, fourBytes(i), self.sender);
      },
    }),
  },
  fallback: (self) => self.emit('Received', self.sender, self.value, null),
  install: method({
    inputs: [address('token'), int('rate')],
    run(self, token, rate) {
      self.db.set(token, 'token');
      self.db.set(rate, 'rate');
    },
  }),
  update: method({
    inputs: [int('rate')],
    run(self, rate) {
      self.db.set(rate, 'rate');
    },
  }),
};

function sell(self: Self, seller: string, tokens: bigint): void {
  if (self.sender !== tokenOf(self)) self.revert('Another token is traded here', 20);
  self.transfer(seller, floorDivide(tokens, self.db.integer('rate')));
}

// It is there since the contract is.
const tokenOf = ({ db }: Self): string => db.text('token') ?? '';

function fourBytes(integer: number): Buffer {
  const raw = Buffer.alloc(4);
  raw.writeUInt32BE(integer);
  return raw;
}
