import { unknownFailure } from '../world/failure.ts';
import { address, bool, int, method, optional, str } from './describe.ts';
import { floorDivide } from './division.ts';
import { FAULTY_SOURCE } from './faulty.source.ts';
import type { Score } from './score.ts';

const NO_CONTRACT = `cx${'9'.repeat(40)}`;

/** A contract whose methods fail, each in a way of its own. Reverts: 30 an install that is meant to fail, `stop` what it is told. */
export const FAULTY: Score = {
  name: 'faulty',
  mainClass: 'Faulty',
  source: FAULTY_SOURCE,
  events: {},
  methods: {
    stop: method({
      inputs: [int('code'), str('text')],
      run: (self, code, text) => self.revert(text, Number(code)),
    }),
    divide: method({
      inputs: [int('by')],
      run(_self, by) {
        floorDivide(1n, by);
      },
    }),
    wrongType: method({
      inputs: [],
      run() {
        throw unknownFailure("unsupported operand type(s) for +: 'int' and 'str'");
      },
    }),
    loop: method({
      inputs: [],
      run(self) {
        for (let i = 0n; ; i += 1n) self.db.set('x'.repeat(500), 'data', i);
      },
    }),
    callMissing: method({
      inputs: [address('to')],
      run(self, to) {
        self.call(to, 'missing', []);
      },
    }),
    callNobody: method({
      inputs: [],
      run(self) {
        self.call(NO_CONTRACT, 'anything', []);
      },
    }),
    recurse: method({
      inputs: [int('depth')],
      run(self, depth) {
        if (depth > 0n) self.call(self.address, 'recurse', [depth - 1n]);
      },
    }),
    spend: method({
      inputs: [address('to'), int('value')],
      run(self, to, value) {
        self.transfer(to, value);
      },
    }),
  },
  install: method({
    inputs: [optional(bool('fail'))],
    run(self, fail) {
      if (fail === true) self.revert('This install is meant to fail', 30);
    },
  }),
  update: method({ inputs: [], run: () => undefined }),
};
