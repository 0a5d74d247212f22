import { describe, expect, it } from 'vitest';
import { callersAt, guardsAlong, keyOfCaller } from '../../src/domain/access/callers.ts';
import { stepsOf } from '../../src/domain/flow/flow.ts';
import { contractOf, flowOf } from '../flow/contract-of.ts';

const HEAD = `
class Token(InterfaceScore):
    @interface
    def transfer(self, _to: Address, _value: int): pass
    @interface
    def balanceOf(self, _owner: Address) -> int: pass

class Main(IconScoreBase):
    def __init__(self, db):
        super().__init__(db)
        self._admin = VarDB('admin', db, value_type=Address)
        self._token = VarDB('token', db, value_type=Address)
        self._staff = ArrayDB('staff', db, value_type=Address)
        self._members = DictDB('members', db, value_type=bool)
        self._sums = DictDB('sums', db, value_type=int)
        self._fee = VarDB('fee', db, value_type=int)

    @external
    def join(self):
        self._members[self.msg.sender] = True

    @external
    def pay(self):
        token = self.create_interface_score(self._token.get(), Token)
        token.transfer(self.owner, 1)

`;

/** Who comes to the first write of `act`, or of the method that is named. */
function callers(asks: string, signature = 'act(self)', decorators = '@external') {
  const lines = [asks, 'self._fee.set(1)'].join('\n').trim().split('\n');
  const contract = contractOf(
    `${HEAD}    ${decorators}\n    def ${signature}:\n${lines.map((line) => `        ${line}`).join('\n')}\n`,
  );
  const flow = flowOf(contract, signature.split('(')[0] ?? '');
  const [write] = stepsOf(flow, 'write');
  if (write === undefined) throw new Error('no write');
  return callersAt(contract, flow, write).map(({ kind, item }) =>
    item === undefined ? kind : `${kind} ${item.name}`,
  );
}

const refuse = (condition: string) => `if ${condition}:\n    revert('no')`;

describe('who comes to a write', () => {
  it.each([
    ['', ['anyone']],
    [refuse('self.msg.sender != self.owner'), ['owner']],
    [refuse('self.msg.sender != self.address'), ['own address']],
    [refuse('self.msg.sender != self._admin.get()'), ['stored _admin']],
    [refuse('self.msg.sender not in self._staff'), ['stored _staff']],
    [refuse('self.msg.sender != self._token.get()'), ['contract _token']],
    [refuse('not self._members[self.msg.sender]'), ['enrolled _members']],
    [refuse('self._members[self.msg.sender]'), ['all but _members']],
    [refuse('self._sums[self.msg.sender] < 5'), ['entitled _sums']],
    [refuse('self.msg.sender.is_contract'), ['people']],
    [refuse('not self.msg.sender.is_contract'), ['contracts']],
    [refuse('self.tx.origin != self._admin.get()'), ['signer _admin']],
    [
      refuse('self.create_interface_score(self._token.get(), Token).balanceOf(self.msg.sender) < 5'),
      ['asked'],
    ],
    [
      refuse('self.msg.sender != self.owner and self.msg.sender not in self._staff'),
      ['owner', 'stored _staff'],
    ],
    // Of two that hold, the narrower one.
    [`${refuse('self.msg.sender.is_contract')}\n${refuse('self.msg.sender != self.owner')}`, ['owner']],
    ['if self.msg.sender == self.owner:\n    self._fee.set(2)', ['owner']],
  ])('%j', (asks, expected) => {
    expect(callers(asks)).toEqual(expected);
  });

  it('whoever deploys, and any token that says that it paid', () => {
    expect(callers('', 'on_install(self)', '# no decorator')).toEqual(['install']);
    expect(callers('', 'on_update(self)', '# no decorator')).toEqual(['update']);
    const signature = 'tokenFallback(self, _from: Address, _value: int, _data: bytes)';
    expect(callers('', signature)).toEqual(['any token']);
    expect(callers(refuse('self.msg.sender != self._token.get()'), signature)).toEqual(['contract _token']);
  });
});

describe('what an entry point asks', () => {
  it('is told in order, with whether it covers all that is done', () => {
    const contract = contractOf(`${HEAD}
    @external
    def act(self, _more: bool):
        if self.msg.sender.is_contract:
            revert('people only')
        self._fee.set(1)
        if _more:
            if self.msg.sender != self._admin.get():
                revert('admin only')
            self._fee.set(2)
`);
    const guards = guardsAlong(contract, flowOf(contract, 'act'));
    expect(guards.map(({ callers: those, covers }) => [those.map(keyOfCaller), covers])).toEqual([
      [['people'], 'all'],
      [['stored VarDB admin'], 'some'],
    ]);
  });
});
