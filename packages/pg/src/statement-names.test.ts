import { expect, it } from 'vitest';
import { createStatementNames } from './statement-names.ts';

it('names the same text the same, and another text otherwise', () => {
  const { nameOf } = createStatementNames();
  expect(nameOf('find block', 'select 1')).toBe(nameOf('find block', 'select 1'));
  expect(nameOf('find block', 'select 1')).not.toBe(nameOf('find block', 'select 2'));
});

it('makes names that PostgreSQL keeps whole', () => {
  const name = createStatementNames().nameOf('가나다 '.repeat(40), 'select 1') ?? '';
  expect(name).toMatch(/^[\w.:-]{1,62}$/);
});

it('stops naming when texts have no end', () => {
  const { nameOf } = createStatementNames();
  const names = Array.from({ length: 1000 }, (_, index) => nameOf('x', `select ${index}`));
  expect(names[0]).toBeDefined();
  expect(names.at(-1)).toBeUndefined();
  expect(nameOf('x', 'select 0')).toBe(names[0]);
});

it('gives new names after a renewal', () => {
  const names = createStatementNames();
  const before = names.nameOf('x', 'select 1');
  names.renew();
  expect(names.nameOf('x', 'select 1')).not.toBe(before);
});
