import { address, int, method } from './describe.ts';
import type { Score } from './score.ts';
import { SPONSOR_SOURCE } from './sponsor.source.ts';

/** A contract that takes over a share of the steps of those who use it, in percent. */
export const SPONSOR: Score = {
  name: 'sponsor',
  mainClass: 'Sponsor',
  source: SPONSOR_SOURCE,
  events: { Used: { inputs: [address('who'), int('share')], indexed: 1 } },
  methods: {
    use: method({
      inputs: [int('share')],
      run(self, share) {
        self.shareFees(share);
        self.emit('Used', self.sender, share);
      },
    }),
  },
  install: method({ inputs: [], run: () => undefined }),
  update: method({ inputs: [], run: () => undefined }),
};
