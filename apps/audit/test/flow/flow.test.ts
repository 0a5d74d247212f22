import { describe, expect, it } from 'vitest';
import { guardsAt, isAuthorised } from '../../src/domain/access/authority.ts';
import { stepsOf } from '../../src/domain/flow/flow.ts';
import { contractOf, flowOf, told } from './contract-of.ts';

const BASE = `
class Base(IconScoreBase):
    def __init__(self, db):
        super().__init__(db)
        self._admin = VarDB('admin', db, value_type=Address)
        self._staff = ArrayDB('staff', db, value_type=Address)
        self._roles = DictDB('roles', db, value_type=str, depth=2)
        self._coins = DictDB('coins', db, value_type=int)
        self._fee = VarDB('fee', db, value_type=int)

    def _only_admin(self):
        if self.msg.sender != self._admin.get():
            revert('no')

    def _is_staff(self, who) -> bool:
        for one in self._staff:
            if one == who:
                return True
        return False
`;

const guarded = (body: string, extra = '') => {
  const contract = contractOf(`${extra}${BASE}
class Main(Base):
${body}`);
  const flow = flowOf(contract, 'act');
  const [write] = stepsOf(flow, 'write');
  if (write === undefined) throw new Error('no write');
  return { flow, write, authorised: isAuthorised(flow, write), guards: guardsAt(flow, write) };
};

describe('what an entry point does', () => {
  it('is unrolled through helpers, properties and base classes', () => {
    const contract = contractOf(`${BASE}
class Main(Base):
    @property
    def coins(self):
        return self._coins

    def _take(self, who: Address) -> int:
        amount = self.coins[who]
        del self._coins[who]
        return amount

    @external
    def act(self, _to: Address) -> None:
        amount = self._take(self.msg.sender)
        if amount == 0:
            revert('nothing')
        self.icx.transfer(_to, amount)
`);
    expect(told(flowOf(contract, 'act'))).toEqual([
      'read _coins[msg.sender] item',
      'write _coins[msg.sender] remove',
      'revert',
      'transfer parameter _to',
      'exit',
    ]);
  });
});

describe('who may write', () => {
  it.each([
    [
      'inline',
      '    @external\n    def act(self, f: int):\n        if self.msg.sender != self.owner:\n            revert("no")\n        self._fee.set(f)\n',
    ],
    [
      'in a helper',
      '    @external\n    def act(self, f: int):\n        self._only_admin()\n        self._fee.set(f)\n',
    ],
    [
      'by if, without a revert',
      '    @external\n    def act(self, f: int):\n        if self.msg.sender == self._admin.get():\n            self._fee.set(f)\n',
    ],
    [
      'by an answer of a helper',
      '    @external\n    def act(self, f: int):\n        if not self._is_staff(self.msg.sender):\n            revert("no")\n        self._fee.set(f)\n',
    ],
    [
      'by a list',
      '    @external\n    def act(self, f: int):\n        if self.msg.sender not in self._staff:\n            revert("no")\n        self._fee.set(f)\n',
    ],
    [
      'by a role',
      '    @external\n    def act(self, f: int):\n        if self._roles["op"][self.msg.sender] != "yes":\n            revert("no")\n        self._fee.set(f)\n',
    ],
    [
      'by assert',
      '    @external\n    def act(self, f: int):\n        assert self.msg.sender == self.owner\n        self._fee.set(f)\n',
    ],
    [
      'one of two',
      '    @external\n    def act(self, f: int):\n        if self.msg.sender != self.owner and self.msg.sender not in self._staff:\n            revert("no")\n        self._fee.set(f)\n',
    ],
  ])('is asked %s', (_, body) => {
    expect(guarded(body).authorised).toBe(true);
  });

  it('is asked by a decorator, with or without arguments, above or below external', () => {
    const decorator = `
def only_admin(func):
    @wraps(func)
    def wrapper(self, *args, **kwargs):
        if self.msg.sender != self._admin.get():
            revert('no')
        return func(self, *args, **kwargs)
    return wrapper

def only(role):
    def decorate(func):
        @wraps(func)
        def wrapper(self, *args, **kwargs):
            if self._roles[role][self.msg.sender] != 'yes':
                revert('no')
            return func(self, *args, **kwargs)
        return wrapper
    return decorate
`;
    for (const lines of [
      '    @only_admin\n    @external\n',
      '    @external\n    @only_admin\n',
      '    @external\n    @only("op")\n',
    ]) {
      expect(
        guarded(`${lines}    def act(self, f: int):\n        self._fee.set(f)\n`, decorator).authorised,
      ).toBe(true);
    }
  });

  it.each([
    ['nobody', '    @external\n    def act(self, f: int):\n        self._fee.set(f)\n'],
    [
      'on one way only',
      '    @external\n    def act(self, f: int, g: bool):\n        if g:\n            self._only_admin()\n        self._fee.set(f)\n',
    ],
    [
      'an answer that is dropped',
      '    @external\n    def act(self, f: int):\n        self._is_staff(self.msg.sender)\n        self._fee.set(f)\n',
    ],
    [
      'with a way around',
      '    @external\n    def act(self, f: int):\n        if f > 5 and self.msg.sender != self.owner:\n            revert("no")\n        self._fee.set(f)\n',
    ],
  ])('is not asked: %s', (_, body) => {
    expect(guarded(body).authorised).toBe(false);
  });
});
