import { describe, expect, it } from 'vitest';
import { guardsAt } from '../../src/domain/access/authority.ts';
import { stepsOf } from '../../src/domain/flow/flow.ts';
import { storageOrigins } from '../../src/domain/flow/values.ts';
import { contractOf, flowOf, told } from './contract-of.ts';

const BASE = `
class Main(IconScoreBase):
    def __init__(self, db):
        super().__init__(db)
        self._fee = VarDB('fee', db, value_type=int)
        self._next = DictDB('next', db, value_type=int)
        self._who = DictDB('who', db, value_type=Address)

`;
const flow = (body: string, head = '') => flowOf(contractOf(head + BASE + body), 'act');

describe('functions that call themselves', () => {
  it('do what only their own call opens', () => {
    const done = flow(`
    def _pay(self, node: int = None) -> None:
        if node is None:
            self._pay(self._next[0])
            return
        self.icx.transfer(self._who[node], 1)

    @external
    def act(self) -> None:
        self._pay()
`);
    expect(told(done)).toEqual([
      'read _next[bigint 0] item',
      'read _next[bigint 0] item',
      'read _who[DictDB next[bigint 0]] item',
      'transfer DictDB who[DictDB next[bigint 0]]',
      'exit',
    ]);
  });

  it('do so through one another, with the guard that stands on the way', () => {
    const done = flow(`
    def _even(self, to: Address, first: bool) -> None:
        if not first:
            self.icx.transfer(to, 1)
        self._odd(to)

    def _odd(self, to: Address) -> None:
        if self.msg.sender != self.owner:
            revert('no')
        self._even(self._who[1], False)

    @external
    def act(self, _to: Address) -> None:
        self._even(_to, True)
`);
    // The first round pays nobody: `first` is known there.
    const [paid, ...others] = stepsOf(done, 'transfer');
    expect([paid?.action.to.shape, others]).toEqual(['DictDB who[bigint 1]', []]);
    expect(paid && guardsAt(done, paid).map(({ against }) => against.kind)).toEqual(['owner']);
  });

  it('give what any of them returns', () => {
    const done = flow(`
    def _a(self, n: int) -> int:
        if n == 0:
            return self._fee.get()
        return self._b(n - 1)

    def _b(self, n: int) -> int:
        if n == 0:
            return self._next[n]
        return self._a(n - 1)

    @external
    def act(self, _n: int) -> int:
        return self._b(_n)
`);
    const given = stepsOf(done, 'return').flatMap(({ action: { value } }) =>
      value === undefined ? [] : storageOrigins(value).map(({ name }) => name),
    );
    expect(new Set(given)).toEqual(new Set(['_fee', '_next']));
  });

  it('end, however they call one another', () => {
    const names = Array.from({ length: 12 }, (_, number) => `_f${number}`);
    const all = names
      .map((name) => `    def ${name}(self):\n${names.map((to) => `        self.${to}()\n`).join('')}`)
      .join('\n');
    const done = flow(`${all}
    @external
    def act(self) -> None:
        self._f0()
`);
    expect(done.cut).toBe(true);
    expect(done.steps.length).toBeLessThan(10_000);
  });
});

describe('calls in calls', () => {
  it('are followed 30 levels deep', () => {
    const chain = Array.from(
      { length: 30 },
      (_, level) => `    def _f${level}(self, x):\n        self._f${level + 1}(x)\n`,
    ).join('\n');
    const done = flow(`${chain}
    def _f30(self, x):
        self._fee.set(x)

    @external
    def act(self, _x: int) -> None:
        self._f0(_x)
`);
    expect(told(done)).toEqual(['write _fee set', 'exit']);
    expect(done.cut).toBe(false);
  });

  it('are followed where each carries the same decorator', () => {
    const logged = `
def logged(func):
    @wraps(func)
    def wrapper(self, *args, **kwargs):
        return func(self, *args, **kwargs)
    return wrapper
`;
    const levels = ['act', '_a', '_b', '_c'].map(
      (name, level, all) =>
        `    ${level === 0 ? '@external\n    ' : ''}@logged\n    def ${name}(self, _x: int) -> None:\n        ${
          all[level + 1] === undefined ? 'self._fee.set(_x)' : `self.${all[level + 1]}(_x)`
        }\n`,
    );
    expect(told(flow(levels.join('\n'), logged))).toEqual(['write _fee set', 'exit']);
  });

  it('may each stand in as many blocks as Python allows', () => {
    const loops = Array.from({ length: 85 }, (_, level) => `${' '.repeat(8 + level)}for y in range(3):\n`);
    const chain = Array.from(
      { length: 9 },
      (_, level) => `    def _f${level}(self):\n${loops.join('')}${' '.repeat(93)}self._f${level + 1}()\n`,
    );
    const done = flow(`${chain.join('\n')}
    def _f9(self):
        self._fee.set(1)

    @external
    def act(self) -> None:
        self._f0()
`);
    expect(done.cut).toBe(true);
  });
});

describe('entry points that call one another', () => {
  const many = (count: number) =>
    contractOf(
      BASE +
        Array.from(
          { length: count },
          (_, number) => `    @external
    def entry_${number}(self, _x: int) -> None:
        self._next[_x] += 1
        self.entry_${(number * 7 + 13) % count}(_x)
        self.entry_${(number * 7 + 26) % count}(_x)
        self.entry_${(number * 7 + 39) % count}(_x)
`,
        ).join('\n'),
    );

  it('cost no more than a package of their size may, and each is read itself', () => {
    const entries = many(400).flows.filter(({ entry }) => entry.kind === 'external');
    expect(entries).toHaveLength(400);
    expect(entries.every((each) => stepsOf(each, 'write').length > 0)).toBe(true);
    expect(entries.reduce((sum, { steps }) => sum + steps.length, 0)).toBeLessThan(250_000);
  });
});

describe('what a helper is handed', () => {
  it.each([
    ["'add'", ['write _next[bigint 1] item', 'exit']],
    ["'drop'", ['write _next[bigint 1] remove', 'exit']],
  ])('decides which way it goes: %s', (mode, expected) => {
    const done = flow(`
    def _change(self, mode: str, really: bool) -> None:
        if not really:
            revert('no')
        if mode == 'add':
            self._next[1] = 1
        elif mode == 'drop':
            self._next.remove(1)
        else:
            revert('what')

    @external
    def act(self) -> None:
        self._change(${mode}, True)
`);
    expect(told(done)).toEqual(expected);
  });

  it('is not known for good where a loop changes it', () => {
    const done = flow(`
    def _search(self, found: bool) -> None:
        for at in range(3):
            for to in range(3):
                while not found:
                    found = self._next[at] == to
            if found:
                self._fee.set(at)

    @external
    def act(self) -> None:
        self._search(False)
`);
    expect(told(done)).toContain('write _fee set');
  });

  it('is not decided by a switch of the module', () => {
    const done = flow(
      `
    @external
    def act(self) -> None:
        if MODE == 'test':
            self._fee.set(1)
        if DEBUG:
            self._fee.set(2)
`,
      "MODE = 'main'\nDEBUG = False\n",
    );
    expect(told(done)).toEqual(['write _fee set', 'write _fee set', 'exit']);
  });
});
