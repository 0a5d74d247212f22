import { expect, it } from 'vitest';
import { callGraphOf } from '../../src/domain/flow/call-graph.ts';
import { contractOf } from './contract-of.ts';

const contract = contractOf(`
def only_owner(func):
    @wraps(func)
    def wrapper(self, *args, **kwargs):
        self._check()
        return func(self, *args, **kwargs)
    return wrapper

class Token(InterfaceScore):
    @interface
    def transfer(self, _to: Address, _value: int): pass

class Base(IconScoreBase):
    def _check(self):
        if self.msg.sender != self.owner:
            revert('no')
    def _pay(self):
        self.icx.transfer(self.owner, 1)

class Main(Base):
    def __init__(self, db):
        super().__init__(db)
        self._token = VarDB('token', db, value_type=Address)
    def _pay(self):
        super()._pay()
        self.create_interface_score(self._token.get(), Token).transfer(self.owner, 1)
    @external
    @only_owner
    def act(self):
        self._pay()
        self._pay()
`);

it('tells who calls whom, through super and decorators, each once', () => {
  const flows = contract.flows.filter(({ entry }) => entry.kind === 'external');
  const { inner, outer } = callGraphOf(flows);
  const name = (fn: { name: string; owner: { name: string } | undefined }) =>
    fn.owner === undefined ? fn.name : `${fn.owner.name}.${fn.name}`;
  expect(inner.map(({ from, to, wraps }) => `${name(from)} > ${name(to)}${wraps ? ' (wraps)' : ''}`)).toEqual(
    ['Main.act > wrapper (wraps)', 'Main.act > Main._pay', 'wrapper > Base._check', 'Main._pay > Base._pay'],
  );
  expect(
    outer.map(
      ({ from, action }) => `${name(from)} > ${action.kind === 'transfer' ? action.how : action.method}`,
    ),
  ).toEqual(['Base._pay > transfer', 'Main._pay > transfer']);
});
