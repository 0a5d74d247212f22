import { describe, expect, it } from 'vitest';
import { guardsAt } from '../../src/domain/access/authority.ts';
import { stepsOf } from '../../src/domain/flow/flow.ts';
import { storageOrigins } from '../../src/domain/flow/values.ts';
import { Type } from '../../src/domain/model/types.ts';
import { contractOf, flowOf, told } from './contract-of.ts';

const BASE = `
class Main(IconScoreBase):
    def __init__(self, db):
        super().__init__(db)
        self._fee = VarDB('fee', db, value_type=int)
        self._next = DictDB('next', db, value_type=int)
        self._who = DictDB('who', db, value_type=Address)

`;
const flow = (body: string) => flowOf(contractOf(BASE + body), 'act');

describe('the rounds of a recursion', () => {
  it('go on until a round brings nothing new', () => {
    const done = flow(`
    def _run(self, stage: str) -> None:
        if stage == 'collect':
            self._run('count')
        elif stage == 'count':
            self._run('check')
        elif stage == 'check':
            self._only_owner()
            self._run('pay')
        elif stage == 'pay':
            self.icx.transfer(self._who[1], 1)

    def _only_owner(self) -> None:
        if self.msg.sender != self.owner:
            revert('no')

    @external
    def act(self) -> None:
        self._run('collect')
`);
    const [paid] = stepsOf(done, 'transfer');
    expect(told(done)).toEqual([
      'revert',
      'read _who[bigint 1] item',
      'transfer DictDB who[bigint 1]',
      'exit',
    ]);
    expect(paid && guardsAt(done, paid).map(({ against }) => against.kind)).toEqual(['owner']);
    expect(done.cut).toBe(false);
  });

  it('are followed twice where each round is handed the same sort of thing', () => {
    const done = flow(`
    def _walk(self, node: int) -> None:
        if node == 0:
            return
        self._fee.set(node)
        self._walk(self._next[node])

    @external
    def act(self, _first: int) -> None:
        self._walk(_first)
`);
    expect(told(done).filter((step) => step.startsWith('write'))).toHaveLength(2);
    expect(done.cut).toBe(false);
  });

  it('take what each round counts on for any number', () => {
    const done = flow(`
    def _step(self, at: int) -> None:
        if at == 7:
            self.icx.transfer(self._who[at], 1)
            return
        self._step(at + 1)

    @external
    def act(self) -> None:
        self._step(0)
`);
    expect(stepsOf(done, 'transfer').length).toBeGreaterThan(0);
    expect(done.cut).toBe(false);
  });

  it('give what all their rounds return, and no more', () => {
    const done = flow(`
    def _sum(self, at: int, end: int) -> int:
        if at >= end:
            return 0
        return self._next[at] + self._sum(at + 1, end)

    @external
    def act(self, _end: int) -> None:
        self._fee.set(self._sum(0, _end))
`);
    const [written] = stepsOf(done, 'write');
    expect(written?.action.value?.types).toBe(Type.int);
    expect(written?.action.value && storageOrigins(written.action.value).map(({ name }) => name)).toContain(
      '_next',
    );
  });

  it('tell in each round which call brings the next', () => {
    const done = flow(`
    def _walk(self, node: int) -> None:
        if node != 0:
            self._walk(self._next[node])

    @external
    def act(self, _first: int) -> None:
        self._walk(_first)
`);
    const again = stepsOf(done, 'call').map(({ action }) => action.again?.depth);
    expect(again).toEqual([undefined, undefined, 2, 3]);
  });
});
