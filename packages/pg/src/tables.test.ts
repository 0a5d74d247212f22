import { expect, it } from 'vitest';
import { defineTable } from './tables.ts';

it('keeps the columns in their order', () => {
  expect(defineTable('tracker.block', { height: 'int8', hash: 'bytea' })).toEqual({
    schema: 'tracker',
    name: 'block',
    columns: [
      { name: 'height', type: 'int8' },
      { name: 'hash', type: 'bytea' },
    ],
  });
});

it.each(['block', 'a.b.c', '.block', 'tracker.', ''])('refuses the name %j', (name) => {
  expect(() => defineTable(name, {})).toThrow(/schema\.table/);
});
