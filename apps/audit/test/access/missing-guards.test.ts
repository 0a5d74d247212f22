import { describe, expect, it } from 'vitest';
import { isUnasked } from '../../src/domain/access/asked.ts';
import { stepsOf } from '../../src/domain/flow/flow.ts';
import { contractOf, flowOf } from '../flow/contract-of.ts';

const HEAD = `
from .roles import only_owner, catch_error, check_admin, note_admin, Ownable

class Guards:
    def only_clerk(func):
        def inner(self, _value: int):
            if self.msg.sender != self.owner:
                revert('no')
            return func(self, _value)
        return inner

class Main(Ownable, IconScoreBase):
    def __init__(self, db):
        super().__init__(db)
        self._fee = VarDB('fee', db, value_type=int)

`;

/** Whether anybody comes to the write of \`act\`. */
function isOpen(first: string, decorators: readonly string[] = []): boolean {
  const lines = ['@external', ...decorators, 'def act(self, _value: int):', `    ${first}`];
  const contract = contractOf(
    `${HEAD}${[...lines, '    self._fee.set(_value)'].map((line) => `    ${line}`).join('\n')}\n`,
  );
  const flow = flowOf(contract, 'act');
  const [write] = stepsOf(flow, 'write');
  if (write === undefined) throw new Error('no write');
  return isUnasked(flow, write);
}

describe('a guard that is not in the package', () => {
  it.each([['@only_owner'], ['@Ownable.only_owner'], ['@requires_role("clerk")']])(
    'is what %s says that it is',
    (decorator) => {
      expect(isOpen('pass', [decorator])).toBe(false);
    },
  );

  it.each([['self.only_owner()'], ['check_admin(self)'], ['Ownable.require_owner(self)']])(
    'is what the call %s says that it is',
    (call) => {
      expect(isOpen(call)).toBe(false);
    },
  );

  it.each([['note_admin(self)'], ['self.owner_changed()'], ['print(self.owner)']])(
    'is not the call %s',
    (call) => {
      expect(isOpen(call)).toBe(true);
    },
  );

  it('is no other decorator', () => {
    expect(isOpen('pass', ['@catch_error'])).toBe(true);
  });

  it('is not needed where a class of the package holds the decorator', () => {
    expect(isOpen('pass', ['@Guards.only_clerk'])).toBe(false);
  });
});
