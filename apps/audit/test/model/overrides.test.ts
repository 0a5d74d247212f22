import { expect, it } from 'vitest';
import { overridesOf } from '../../src/domain/model/overrides.ts';
import { contractOf } from '../flow/contract-of.ts';

it('tells methods that take the place of those above, the nearest in C3 order', () => {
  const { cls } = contractOf(`
class Root(IconScoreBase):
    def __init__(self, db): super().__init__(db)
    def act(self): pass
    def rest(self): pass
class Left(Root): pass
class Right(Root):
    def act(self): pass
class Main(Left, Right):
    def __init__(self, db): super().__init__(db)
    def rest(self): pass
    def act(self): pass
    def own(self): pass
`);
  const told = overridesOf(cls).map(({ fn, above }) => `${fn.name} of ${above.owner?.name ?? ''}`);
  expect(told).toEqual(['rest of Root', 'act of Right']);
});
