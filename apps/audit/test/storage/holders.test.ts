import { expect, it } from 'vitest';
import { holdersOf, sharedKeys } from '../../src/domain/storage/holders.ts';
import { contractOf } from '../flow/contract-of.ts';

const contract = contractOf(`
class Box:
    def __init__(self, db):
        self.sum = VarDB('sum', db, value_type=int)

class Main(IconScoreBase):
    def __init__(self, db):
        super().__init__(db)
        self._fee = VarDB('fee', db, value_type=int)
        self._rate = VarDB('fee', db, value_type=int)
        self._fees = ArrayDB('fee', db, value_type=int)
        self._box = Box(db)
`);

it('tells the attributes of each place, those of objects that are held too', () => {
  expect(
    [...holdersOf(contract)].map(([{ kind, key }, names]) => `${kind} ${key}: ${names.join(', ')}`),
  ).toEqual(['VarDB fee: _fee, _rate', 'ArrayDB fee: _fees', 'VarDB sum: _box.sum']);
});

it('takes one name in two kinds of containers for two places', () => {
  expect([...sharedKeys(contract).values()]).toEqual([['_fee', '_rate']]);
});
