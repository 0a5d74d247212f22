import { describe, expect, it } from 'vitest';
import { isAuthorised } from '../../src/domain/access/authority.ts';
import { stepsOf } from '../../src/domain/flow/flow.ts';
import { storageOrigins } from '../../src/domain/flow/values.ts';
import { contractOf, flowOf, told } from './contract-of.ts';

const QUEUE = `
class Queue:
    def __init__(self, db):
        self._who = DictDB('who', db, value_type=Address)
        self._tail = VarDB('tail', db, value_type=int)

    def __iter__(self):
        at = 0
        while at < self._tail.get():
            yield self._who[at]
            at += 1

    def __len__(self):
        return self._tail.get()

    def __contains__(self, who):
        return any(each == who for each in self)

    def __getitem__(self, at):
        return self._who[at]

    def __setitem__(self, at, who):
        self._who[at] = who

    def __delitem__(self, at):
        self._who[at] = None

class Walker:
    def __init__(self, queue):
        self._queue = queue
        self._at = 0

    def __iter__(self):
        return self

    def __next__(self):
        self._at += 1
        if self._at > len(self._queue):
            raise StopIteration
        return self._queue[self._at]

class Pair:
    def __init__(self, db):
        self._two = ArrayDB('two', db, value_type=Address)

    def __iter__(self):
        yield from self._two

class Fixed:
    def __iter__(self):
        yield ZERO_SCORE_ADDRESS
        yield SYSTEM_SCORE_ADDRESS

class Main(IconScoreBase):
    def __init__(self, db):
        super().__init__(db)
        self._queue = Queue(db)
        self._pair = Pair(db)
        self._fee = VarDB('fee', db, value_type=int)

    @external
    def act(self) -> None:
`;
const flow = (...lines: readonly string[]) =>
  flowOf(contractOf(QUEUE + lines.map((line) => `        ${line}\n`).join('')), 'act');

const receiversIn = (...lines: readonly string[]) =>
  stepsOf(flow(...lines), 'transfer').map(({ action, loops }) => ({
    from: storageOrigins(action.to).map(({ name }) => name),
    bound: loops.at(-1)?.bound.kind,
  }));

describe('a loop over an object of the package', () => {
  it.each([
    ['through its generator', 'for who in self._queue:', '_who', 'storage'],
    ['through what it hands on', 'for who in self._pair:', '_two', 'storage'],
    ['through an iterator', 'for who in Walker(self._queue):', '_who', 'value'],
    ['as a list', 'for who in list(self._queue):', '_who', 'storage'],
    ['with numbers', 'for at, who in enumerate(self._queue):', '_who', 'storage'],
  ])('%s meets what is stored', (_, head, item, bound) => {
    expect(receiversIn(head, '    self.icx.transfer(who, 1)')).toEqual([{ from: [item], bound }]);
  });

  it('runs as often as its generator hands something out', () => {
    expect(receiversIn('for who in Fixed():', '    self.icx.transfer(who, 1)')).toEqual([
      { from: [], bound: 'fixed' },
    ]);
  });

  it('leaves the generator at each place where it hands something out', () => {
    expect(told(flow('for who in self._queue:', '    break', 'self._fee.set(1)')).slice(-2)).toEqual([
      'write _fee set',
      'exit',
    ]);
  });
});

describe('what Python asks an object for', () => {
  it.each([
    ['len', 'self._fee.set(len(self._queue))', 'read _tail get'],
    ['truth', 'if not self._queue: revert("none")', 'read _tail get'],
    ['an entry', 'self.icx.transfer(self._queue[3], 1)', 'read _who[bigint 3] item'],
    ['a new entry', 'self._queue[3] = self.msg.sender', 'write _who[bigint 3] item'],
    ['no entry any more', 'del self._queue[3]', 'write _who[bigint 3] item'],
  ])('%s is what its method does', (_, line, expected) => {
    expect(told(flow(line))).toContain(expected);
  });

  it('`in` is a question that chooses who may go on', () => {
    const done = flow('if self.msg.sender not in self._queue:', '    revert("no")', 'self._fee.set(1)');
    const [write] = stepsOf(done, 'write');
    expect(write && isAuthorised(done, write)).toBe(true);
  });
});
