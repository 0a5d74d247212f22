import { expect, it } from 'vitest';
import { moneyFlows } from '../../src/domain/access/money.ts';
import { contractOf } from '../flow/contract-of.ts';

const contract = contractOf(`
class Token(InterfaceScore):
    @interface
    def transfer(self, _to: Address, _value: int): pass
    @interface
    def transferFrom(self, _from: Address, _to: Address, _value: int): pass
    @interface
    def bet(self, _from: Address, _value: int): pass

class Main(IconScoreBase):
    def __init__(self, db):
        super().__init__(db)
        self._token = VarDB('token', db, value_type=Address)
        self._sums = DictDB('sums', db, value_type=int)
        self._reward = VarDB('reward', db, value_type=int)
        self._name = VarDB('name', db, value_type=str)

    @payable
    @external
    def deposit(self):
        self._sums[self.msg.sender] += self.msg.value

    @external
    def tokenFallback(self, _from: Address, _value: int, _data: bytes):
        self._sums[_from] = _value

    @external
    def withdraw(self, _amount: int):
        self._sums[self.msg.sender] -= _amount
        self.icx.transfer(self.msg.sender, _amount)

    @external
    def leave(self):
        amount = self._sums[self.msg.sender]
        self._sums[self.msg.sender] = 0
        self.create_interface_score(self._token.get(), Token).transfer(self.msg.sender, amount)

    @external
    def reward(self):
        self.icx.send(self.msg.sender, self._reward.get())

    @external
    def pull(self, _value: int):
        token = self.create_interface_score(self._token.get(), Token)
        token.transferFrom(self.msg.sender, self.address, _value)
        token.bet(self.msg.sender, _value)

    @external
    def rename(self, _name: str):
        self._name.set(_name)
`);

it('tells what each entry point does with ICX and tokens, and leaves out those that do nothing with them', () => {
  const told = moneyFlows(contract).map(({ flow, takes, pulls, changes, outflows, others, deciding }) => ({
    name: flow.entry.fn.name,
    takes,
    pulls: pulls.map(({ action }) => action.method),
    changes: changes.map(({ how, step }) => `${how} ${step.action.item.name}`),
    out: outflows.map(({ kind }) => kind),
    others: others.map(({ action }) => action.method),
    deciding: deciding.map(({ name }) => name),
  }));
  const nothing = { takes: undefined, pulls: [], changes: [], out: [], others: [], deciding: [] };
  expect(told).toEqual([
    { ...nothing, name: 'deposit', takes: 'icx', changes: ['up _sums'] },
    { ...nothing, name: 'tokenFallback', takes: 'token', changes: ['set _sums'] },
    { ...nothing, name: 'withdraw', changes: ['down _sums'], out: ['icx'] },
    { ...nothing, name: 'leave', changes: ['clear _sums'], out: ['token'] },
    { ...nothing, name: 'reward', out: ['icx'], deciding: ['_reward'] },
    { ...nothing, name: 'pull', pulls: ['transferFrom'], others: ['bet'] },
  ]);
});
